/// A word of a phrase: where it stands and what its letters are.
struct PrintedWord {
  /// Its scalars among those of the phrase.
  var range: Range<Int>
  var scalars: ArraySlice<Unicode.Scalar>
  /// Its letters and digits as `LetterCode` has them, 0x2D for a hyphen; nil where it has others.
  var codes: [UInt8]?

  init(_ range: Range<Int>, of phrase: [Unicode.Scalar]) {
    self.range = range
    scalars = phrase[range]
    var codes: [UInt8] = []
    for scalar in scalars {
      let code = scalar.isPhraseHyphen ? 0x2D : LetterCode.code(scalar.value)
      if code == 0 { return }
      codes.append(code)
    }
    self.codes = codes
  }

  /// A part of a word.
  init(_ range: Range<Int>, within word: PrintedWord) {
    self.range = range
    scalars = word.scalars[range]
    codes = word.codes.map { Array($0[(range.lowerBound - word.range.lowerBound)...].prefix(range.count)) }
  }

  var beginsWithCapital: Bool { scalars.first?.isUppercaseLetter ?? false }
  /// Whether all letters are capitals, of which one alone shows nothing.
  var isCapitals: Bool {
    let letters = scalars.filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy(\.isUppercaseLetter)
  }

  /// The word with another end, in its own letter case.
  ///
  /// - Parameters:
  ///   - kept: how many of its scalars stay.
  ///   - ending: the letter codes of what follows them.
  func with(kept: Int, ending: [UInt8]) -> [Unicode.Scalar] {
    var result = Array(scalars.prefix(kept))
    let isCapitals = isCapitals
    // What is printed so stays as it is, ё among е.
    var isUnchanged = true
    for code in ending {
      let place = scalars.startIndex + result.count
      isUnchanged = isUnchanged && place < scalars.endIndex && LetterCode.code(scalars[place].value) == code
      if isUnchanged {
        result.append(scalars[place])
        continue
      }
      let scalar = Unicode.Scalar(replacingInvalid: UInt32(LetterCode.letters[Int(code)]))
      result.append(isCapitals || result.isEmpty && beginsWithCapital ? scalar.simpleUppercase : scalar)
    }
    return result
  }

  /// The words of a phrase: letters and digits, and hyphens between them.
  static func words(of phrase: [Unicode.Scalar]) -> [PrintedWord] {
    var words: [PrintedWord] = []
    var position = 0
    while position < phrase.count {
      guard phrase[position].isWordPart else {
        position += 1
        continue
      }
      let start = position
      while position < phrase.count {
        if phrase[position].isWordPart {
          position += 1
        } else if phrase[position].isPhraseHyphen, position + 1 < phrase.count, phrase[position + 1].isWordPart {
          position += 2
        } else {
          break
        }
      }
      words.append(PrintedWord(start..<position, of: phrase))
    }
    return words
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool { isLetter || isDecimalDigit }
  /// A hyphen, breaking or not.
  fileprivate var isPhraseHyphen: Bool { value == 0x2D || value == 0x2010 || value == 0x2011 }
}
