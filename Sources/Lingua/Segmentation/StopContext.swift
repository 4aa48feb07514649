/// What stands directly before a full stop.
struct WordBefore {
  /// Where the word begins; the stop's own place when no word touches it.
  var start: Int
  var letters = 0
  var digits = 0
  var uppercase = 0
  /// Whether the last two letters are small.
  var endsInSmallLetters = false
  /// Whether all of its letters are Cyrillic.
  var isCyrillic = true
  var hasHyphen = false
  /// Whether all of its letters are those of Roman numerals.
  var isRoman = true

  var isEmpty: Bool { letters == 0 && digits == 0 }
  var isNumber: Bool { letters == 0 && digits > 0 }
  var isSingleCapital: Bool { letters == 1 && uppercase == 1 && digits == 0 && !hasHyphen }
  var isAllCapitals: Bool { letters > 1 && letters == uppercase && digits == 0 }
}

extension UTF8Text {
  /// The longest word that is looked at; longer ones are no abbreviation.
  private static var reach: Int { 48 }

  /// The letters, digits, marks and hyphens that end at `offset`.
  func word(before offset: Int) -> WordBefore {
    var word = WordBefore(start: offset)
    var smallAtEnd = 0
    var steps = 0
    while steps < Self.reach, let (scalar, start) = scalar(before: word.start) {
      if scalar.isLetter {
        word.letters += 1
        if scalar.isUppercaseLetter { word.uppercase += 1 }
        if word.letters <= 2, scalar.isLowercaseLetter { smallAtEnd += 1 }
        if Script(of: scalar) != .cyrillic { word.isCyrillic = false }
        switch scalar {
        case "I", "V", "X", "L", "C", "Х", "І": break
        default: word.isRoman = false
        }
      } else if scalar.isDecimalDigit {
        word.digits += 1
      } else if scalar.value == 0x2D || scalar.value == 0x2011 || scalar.value == 0x2010 {
        guard !word.isEmpty else { break }
        word.hasHyphen = true
      } else if !(scalar.isMark || scalar.value == 0xAD) {
        break
      }
      word.start = start
      steps += 1
    }
    word.endsInSmallLetters = smallAtEnd == 2
    return word
  }

  /// The word that begins at `offset`, in small letters, with its end and the number of letters.
  func word(at offset: Int) -> (folded: String, end: Int, letters: Int) {
    var folded = String.UnicodeScalarView()
    var end = offset
    var letters = 0
    while letters < Self.reach, let (scalar, after) = scalar(at: end), scalar.isLetter || scalar.isMark {
      folded.append(scalar.simpleFold)
      if scalar.isLetter { letters += 1 }
      end = after
    }
    return (String(folded), end, letters)
  }

  /// A number that stands before a unit.
  enum NumberBefore { case none, integer, decimal }

  /// The number, perhaps a Roman one, that stands before a unit at `offset`.
  func number(before offset: Int) -> NumberBefore {
    var place = offset
    for _ in 0..<4 {
      guard let (scalar, start) = scalar(before: place) else { return .none }
      if scalar.isDecimalDigit || scalar == "I" || scalar == "V" || scalar == "X" { break }
      guard scalar.isBlank || scalar.isDash || scalar == ")" else { return .none }
      place = start
    }
    var found = NumberBefore.none
    var steps = 0
    while steps < 16, let (scalar, start) = scalar(before: place) {
      if scalar.isDecimalDigit || scalar == "I" || scalar == "V" || scalar == "X" {
        if found == .none { found = .integer }
      } else if (scalar == "," || scalar == "."), self.scalar(before: start)?.scalar.isDecimalDigit == true {
        found = .decimal
      } else {
        break
      }
      place = start
      steps += 1
    }
    return found
  }

  /// The country and kind endings of host names that the texts of the region name, in small letters.
  private static let hostEndings: Set<String> = [
    "kz", "ru", "com", "org", "net", "edu", "gov", "info", "eu", "uz", "kg",
  ]

  /// Whether the stop at `offset` lies inside a web address, an e-mail address or a path.
  func isInsideAddress(_ offset: Int) -> Bool {
    var start = offset
    while let byte = byte(start - 1), byte > 0x20, offset - start < 256 { start -= 1 }
    var end = offset
    while let byte = byte(end), byte > 0x20, end - offset < 256 { end += 1 }
    if Self.hostEndings.contains(word(at: offset + 1).folded) { return true }
    var k = start
    while k < end {
      switch bytes[k] {
      case 0x40, 0x5C: return true  // @ and the backslash
      case 0x2F where byte(k + 1) == 0x2F: return true
      case 0x31 where k + 3 < end && bytes[k + 1] == 0x30 && bytes[k + 2] == 0x2E:  // a DOI: 10.1234/…
        if k == start, bytes[k + 3] >= 0x30, bytes[k + 3] <= 0x39 { return true }
      case 0x77 where k + 3 < end && bytes[k + 1] == 0x77 && bytes[k + 2] == 0x77:
        if bytes[k + 3] == 0x2E { return true }
      default: break
      }
      k += 1
    }
    return false
  }
}
