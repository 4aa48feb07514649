internal import Lingua

/// What is seen of a line without knowing the language.
struct LineFeatures {
  /// Characters.
  var width = 0
  /// Letters by script; `kazakh` are those that Russian lacks, `kazakhLatin` those of the Latin alphabets for Kazakh.
  var cyrillic = 0
  var latin = 0
  var kazakh = 0
  var kazakhLatin = 0
  /// Letters by case.
  var upper = 0
  var lower = 0
  /// Words, and of them: with a small initial, with a capital initial, in capitals, initials of a name.
  var words = 0
  var lowerWords = 0
  var capitalisedWords = 0
  var capsWords = 0
  var initials = 0
  /// Letters that send to an address, "S. Orazov a,*, B. Nurlan b".
  var letterNotes = 0
  /// Digits.
  var digits = 0
  /// Commas, semicolons and slashes between items.
  var separators = 0
  /// Sentence ends inside the line.
  var innerStops = 0
  var startsLower = false
  var startsUpper = false
  var startsWithBracket = false
  /// A digit or a superscript with a letter at once behind it.
  var startsWithNote = false
  var endsSentence = false
  var endsWithSeparator = false
  var endsWithHyphen = false
  /// How much it looks like a line about the article rather than of it; from 1 on it does.
  var metadata = 0.0

  var letters: Int { cyrillic + latin }
  /// Whether it is set in capitals.
  var isCaps: Bool { upper + lower >= 4 && upper * 10 >= (upper + lower) * 7 }
  /// Whether it reads like running text.
  var isProse: Bool { lowerWords >= 5 && lowerWords * 2 >= words }
}

/// Reads the features of lines.
struct LineReader {
  let metadata: Metadata

  /// The features of the bytes of `range`, which is one line or a part of one.
  func features(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> LineFeatures {
    var f = LineFeatures()
    var signs = SignCounts()
    var offset = range.lowerBound
    let end = range.upperBound
    var word = Word()
    var markerEnd = 0
    var lastWasStop = false
    while offset < end {
      if bytes[offset] == UInt8(ascii: "<"), let close = tagEnd(bytes, offset, end) {
        if word.length > 0 { self.close(&word, isDotted: false, &f) }
        offset = close
        continue
      }
      let (value, width) = scalar(in: bytes, at: offset, end: end)
      f.width += 1
      let folded = LabelFold.fold(value)
      if folded > LabelFold.ignored && folded != LabelFold.lost {
        if word.length == 0 {
          word.start = offset
          word.isUpper = isUppercase(value)
          if f.words == 0 && f.digits == 0 {
            f.startsUpper = word.isUpper
            f.startsLower = !word.isUpper && isLowercase(value)
          } else if f.words == 0 && offset > range.lowerBound {
            f.startsWithNote = offset - range.lowerBound <= 8 && !isBlank(bytes[offset - 1])
          }
          if lastWasStop && word.isUpper { f.innerStops += 1 }
          if offset >= markerEnd, let found = metadata.signs(in: bytes, from: offset, to: end) {
            signs.add(found.signs, isFirst: f.words == 0, isLast: found.end >= end - 2)
            markerEnd = found.end
          }
        }
        word.length += 1
        count(value, &f, &word)
        lastWasStop = false
      } else if folded != LabelFold.ignored {
        if word.length == 1 && !word.isUpper && (value == 0x2C || value == 0x2A) { f.letterNotes += 1 }
        if word.length > 0 { close(&word, isDotted: value == 0x2E, &f) }
        switch value {
        case 0x30...0x39, 0xB2, 0xB3, 0xB9, 0x2070...0x2089: f.digits += 1
        case 0x2C, 0x3B, 0x2F: f.separators += 1
        case 0x40: if isAddress(bytes, offset, range) { signs.at += 1 }
        case 0x2709, 0x2A: signs.marks += 1
        default: break
        }
        if offset == range.lowerBound { f.startsWithBracket = value == 0x28 || value == 0x5B }
        if value == 0x2E || value == 0x21 || value == 0x3F {
          lastWasStop = true
        } else if value > 0x20 {
          lastWasStop = false
        }
      }
      offset += width
    }
    if word.length == 1 && !word.isUpper { f.letterNotes += 1 }
    if word.length > 0 { close(&word, isDotted: false, &f) }
    readEnd(range, bytes, &f)
    f.metadata = signs.score(f)
    return f
  }

  private struct Word {
    var start = 0
    var length = 0
    var uppers = 0
    var isUpper = false
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0xA0 }

  /// The end of an HTML tag ("<sup>").
  private func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start + 1 < end, bytes[start + 1] == 0x2F || (bytes[start + 1] | 0x20) >= 0x61 else { return nil }
    var offset = start + 1
    while offset < end, offset - start < 40, bytes[offset] != 0x3C, bytes[offset] != 0x3E { offset += 1 }
    return offset < end && bytes[offset] == 0x3E ? offset + 1 : nil
  }

  /// Whether the "@" at an offset stands in an e-mail address: a name before it, a dotted name after it.
  private func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ line: Range<Int>) -> Bool {
    guard at > line.lowerBound, bytes[at - 1] > 0x20 else { return false }
    var offset = at + 1
    while offset < line.upperBound, offset - at < 80, bytes[offset] > 0x20, bytes[offset] != 0x2C {
      if bytes[offset] == 0x2E && offset > at + 1 && offset + 1 < line.upperBound { return true }
      offset += 1
    }
    return offset == line.upperBound && offset > at + 1
  }

  private func count(_ value: UInt32, _ f: inout LineFeatures, _ word: inout Word) {
    if value < 0x250 {
      f.latin += 1
      switch value {
      case 0xC1, 0xE1, 0xC4, 0xE4, 0xD1, 0xF1, 0xD3, 0xF3, 0xD6, 0xF6, 0xDA, 0xFA, 0xDC, 0xFC, 0xDD, 0xFD, 0x11E, 0x11F,
        0x130, 0x131, 0x143, 0x144, 0x15A, 0x15B, 0x15E, 0x15F, 0x1F4, 0x1F5:
        f.kazakhLatin += 1
      default: break
      }
    } else if value >= 0x400 && value < 0x530 || value == 0x259 {
      f.cyrillic += 1
      switch value {
      case 0x259, 0x406, 0x456, 0x492, 0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4A6, 0x4A7, 0x4AE...0x4B1, 0x4BA...0x4BF,
        0x4D8...0x4DB, 0x4E8, 0x4E9:
        f.kazakh += 1
      default: break
      }
    }
    if isUppercase(value) {
      f.upper += 1
      word.uppers += 1
    } else if isLowercase(value) {
      f.lower += 1
    }
  }

  private func close(_ word: inout Word, isDotted: Bool, _ f: inout LineFeatures) {
    f.words += 1
    if isDotted && word.isUpper && word.length <= 2 {
      f.initials += 1
    } else if word.uppers == word.length && word.length >= 2 {
      f.capsWords += 1
    } else if word.isUpper {
      f.capitalisedWords += 1
    } else {
      f.lowerWords += 1
    }
    word = Word()
  }

  private func readEnd(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ f: inout LineFeatures) {
    var end = range.upperBound
    guard end > range.lowerBound else { return }
    let last = bytes[end - 1]
    f.endsWithSeparator = last == 0x2C || last == 0x3B || last == 0x2F
    f.endsWithHyphen =
      last == 0x2D || (end - range.lowerBound >= 2 && last == 0xAD && bytes[end - 2] == 0xC2)
      || (end - range.lowerBound >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
        && (0x90...0x91).contains(last))
    // Quotation marks, brackets, markup and references in brackets may follow the stop.
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case 0x22, 0x27, 0x29, 0x2A, 0x5F, 0x20: end -= 1
      case 0x5D:
        guard let open = bytes[range.lowerBound..<end].lastIndex(of: 0x5B) else { return }
        end = open
      case 0xBB where end - 2 >= range.lowerBound && bytes[end - 2] == 0xC2: end -= 2
      case 0x9C...0x9E where end - 3 >= range.lowerBound && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80: end -= 3
      case 0x2E, 0x21, 0x3F:
        f.endsSentence = true
        return
      case 0xA6 where end - 3 >= range.lowerBound && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80:
        f.endsSentence = true
        return
      default: return
      }
    }
  }
}

/// The signs of metadata in a line, counted.
private struct SignCounts {
  var first: MetadataSigns = []
  var affiliations = 0
  var places = 0
  var endsWithPlace = false
  var degrees = 0
  var journals = 0
  var at = 0
  var marks = 0

  mutating func add(_ signs: MetadataSigns, isFirst: Bool, isLast: Bool) {
    if isFirst { first = signs }
    if !signs.isDisjoint(with: [.affiliation, .legal]) { affiliations += 1 }
    if signs.contains(.place) {
      places += 1
      if isLast { endsWithPlace = true }
    }
    if signs.contains(.degree) { degrees += 1 }
    if signs.contains(.journal) { journals += 1 }
  }

  func score(_ f: LineFeatures) -> Double {
    var score = 0.0
    if at > 0 { score += 3 }
    if first.contains(.classifier) && f.digits > 0 { score += 3 }
    if first.contains(.identifier) { score += 3 }
    if first.contains(.contact) { score += 2.5 }
    if first.contains(.date) && f.digits > 0 && f.lowerWords <= 10 { score += 2.5 }
    if first.contains(.counter) && f.words <= 4 { score += 2 }
    if f.letters == 0 { return score + 0.5 }
    // Names with initials and nothing else; names without initials when commas or notes show a list.
    let names = f.capitalisedWords + f.capsWords
    let lowerWords = f.lowerWords - f.letterNotes
    if lowerWords == 0 && f.initials > 0 && names <= 3 * f.initials + 1 {
      score += 2.5
    } else if lowerWords == 0 && f.capitalisedWords > 0 && f.capsWords <= 1 && f.words <= 40
      && (f.separators > 0 || f.digits > 0 || marks > 0)
    {
      score += 1
    }
    if marks > 0 && f.startsWithNote { score += 0.5 }
    var address = 0.0
    if affiliations > 0 { address += affiliations > 1 ? 1.8 : 1.2 }
    if endsWithPlace {
      address += f.isProse && affiliations == 0 ? 0.3 : 1.2
    } else if places > 0 && f.separators > 0 {
      address += 0.6
    }
    if f.startsWithNote { address += 0.8 }
    address += 0.8 * Double(min(degrees, 3))
    if journals > 0 { address += f.digits > 0 ? 1.2 : 0.4 }
    if address > 0 && f.endsWithSeparator { address += 0.3 }
    // Running text also speaks of universities and of Kazakhstan.
    if f.lowerWords > 7 { address -= 0.2 * Double(f.lowerWords - 7) }
    if f.endsSentence && f.lowerWords > 5 { address -= 1 }
    return score + max(0, address)
  }
}
