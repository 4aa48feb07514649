/// One pass over UTF-8 that gathers words and what they say.
struct LetterScan {
  private(set) var points = LanguagePoints()
  /// Letters of scripts that are neither Cyrillic nor Latin, with the first of them.
  private(set) var otherLetters = 0
  private(set) var otherScript: Script?
  private let tables: WordTables
  private var word: [UInt8] = []
  private var cyrillicInWord = 0

  /// Longer words are counted as several, so that letters without end take no more room than a word.
  private static let longestWord = 40

  init(tables: WordTables) {
    self.tables = tables
    word.reserveCapacity(Self.longestWord)
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = UTF8Text(bytes: bytes)
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      if lead < 0x80 {
        let small = lead | 0x20
        if small >= 0x61, small <= 0x7A { append(small - 0x61 + FoldedLetter.latinA) } else { endWord() }
        offset += 1
      } else if lead == 0xD0 || lead == 0xD1 || lead == 0xD2 || lead == 0xD3, offset + 1 < bytes.count {
        let low = Int(lead & 0x03) << 6 | Int(bytes[offset + 1] & 0x3F)
        let code = FoldedLetter.cyrillic[low]
        if code != FoldedLetter.none { append(code) }
        offset += 2
      } else if let (scalar, end) = text.scalar(at: offset) {
        readRare(scalar)
        offset = end
      } else {
        offset += 1
      }
    }
    endWord()
  }

  private mutating func readRare(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D: return
    case 0x18F, 0x259: append(FoldedLetter.schwa)
    case 0x300...0x36F: return
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      if scalar.isLetter { append(FoldedLetter.latinOther) } else { endWord() }
    case 0x2000...0x206F: endWord()
    default:
      if scalar.isLetter {
        endWord()
        if otherScript == nil { otherScript = Script(of: scalar) }
        otherLetters += 1
      } else if !scalar.isMark {
        endWord()
      }
    }
  }

  private mutating func append(_ code: UInt8) {
    if word.count == Self.longestWord { endWord() }
    word.append(code)
    if FoldedLetter.isCyrillic(code) { cyrillicInWord += 1 }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    var cyrillic = cyrillicInWord
    if cyrillic > 0, cyrillic < word.count {
      // Mixed: a Cyrillic word typed with Latin look-alikes, unless most of it is Latin.
      let isFoldable = word.allSatisfy {
        FoldedLetter.isCyrillic($0) || FoldedLetter.cyrillicLookalike(of: $0) != nil
      }
      if isFoldable || cyrillic * 2 >= word.count {
        for k in word.indices {
          if let letter = FoldedLetter.cyrillicLookalike(of: word[k]) { word[k] = letter }
        }
        word.removeAll { !FoldedLetter.isCyrillic($0) }
        cyrillic = word.count
      } else {
        cyrillic = 0
      }
    }
    if cyrillic > 0 { countCyrillic() } else { countLatin() }
    word.removeAll(keepingCapacity: true)
    cyrillicInWord = 0
  }

  private mutating func countCyrillic() {
    points.cyrillicWords += 1
    points.cyrillicLetters += word.count
    if word.contains(where: { $0 == FoldedLetter.otherSlavic || $0 == FoldedLetter.otherCyrillic }) {
      points.foreignCyrillic += 1
      if tables.languages(of: word) == .other { points.otherWords += 1 }
      return
    }
    let languages = tables.languages(of: word)
    if languages.contains(.kazakh), !languages.contains(.russian) {
      points.kazakh += 4
    } else if languages.contains(.russian), !languages.contains(.kazakh) {
      points.russian += 4
      points.russianWords += 1
    } else if languages == .other {
      points.otherWords += 1
    }
    LetterEvidence.points(of: word, into: &points)
    let ending = tables.ending(of: word)
    if ending > 0 { points.kazakh += ending } else { points.russian -= ending }
  }

  private mutating func countLatin() {
    points.latinWords += 1
    points.latinLetters += word.count
    let languages = tables.languages(of: word)
    if languages == .other { points.otherLatinWords += 1 }
    if word.contains(where: { $0 == FoldedLetter.latinOther || $0 == FoldedLetter.schwa }) {
      points.foreignLatin += 1
    } else if languages.contains(.english) {
      points.englishWords += 1
    } else {
      points.englishShapes += tables.ending(of: word)
    }
  }
}
