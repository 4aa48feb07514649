/// Finds what is wrong with the characters of one cell.
struct CellCheck {
  /// Something wrong, and how many characters from the cell's beginning.
  struct Finding {
    var offset: Int
    var problem: LexiconFinding.Problem
  }

  /// The language that the cell is written in; nil where it is none of the three.
  var language: Language?
  /// Whether "|" separates variants.
  var hasVariants: Bool
  /// The Latin words of the row's English cells: a term that all languages write in Latin letters ("in vitro") is right.
  var englishWords: Set<String>
  /// The words of the row's Kazakh cells where Russian takes them over as they are, as in names.
  var kazakhNames: Set<String> = []
  /// Whether a word may be written in any script.
  var takesAnyScript = false

  /// What is wrong, in the order of the characters.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  func findings(in cell: [Unicode.Scalar]) throws(ICUError) -> [Finding] {
    var findings: [Finding] = []
    checkCharacters(cell, &findings)
    if hasVariants { checkVariants(cell, &findings) }
    if let language {
      for word in Self.words(cell) { check(word, of: cell, language, &findings) }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: cell)
    let composed = try normalize(String(view))
    if !composed.unicodeScalars.elementsEqual(cell) {
      let place = zip(composed.unicodeScalars, cell).prefix { $0 == $1 }.count
      findings.append(Finding(offset: min(place, max(0, cell.count - 1)), problem: .notNFC))
    }
    return findings.sorted { $0.offset < $1.offset }
  }

  private func checkCharacters(_ cell: [Unicode.Scalar], _ findings: inout [Finding]) {
    for (k, scalar) in cell.enumerated() {
      switch scalar.value {
      case 0x20:
        let isEnd = k == 0 || k == cell.count - 1
        let besideBar = hasVariants && !isEnd && (cell[k - 1] == "|" || cell[k + 1] == "|")
        if isEnd || besideBar || cell[k - 1] == " " {
          findings.append(Finding(offset: k, problem: .strayBlank(scalar)))
        }
      case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
        findings.append(Finding(offset: k, problem: .strayBlank(scalar)))
      case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFD:
        findings.append(Finding(offset: k, problem: .controlCharacter(scalar)))
      default: break
      }
    }
  }

  private func checkVariants(_ cell: [Unicode.Scalar], _ findings: inout [Finding]) {
    var seen: Set<String> = []
    var start = 0
    let isEmpty = cell.allSatisfy { $0 == " " }
    for variant in cell.split(separator: "|", omittingEmptySubsequences: false) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: variant)
      let text = String(view).trimmingBlanks()
      if text.isEmpty {
        if !isEmpty { findings.append(Finding(offset: min(start, cell.count - 1), problem: .emptyVariant)) }
      } else if !seen.insert(text).inserted {
        findings.append(Finding(offset: start, problem: .repeatedVariant(text)))
      }
      start += variant.count + 1
    }
  }

  // MARK: Letters

  /// A stretch of letters.
  struct Word {
    var range: Range<Int>
    var latin = 0
    var cyrillic = 0
    var other = 0
  }

  /// The stretches of letters of a cell; a hyphen ends one, so that "DNA-сынама" is two.
  static func words(_ cell: [Unicode.Scalar]) -> [Word] {
    var words: [Word] = []
    var word: Word?
    for (k, scalar) in cell.enumerated() {
      if scalar.isLetter {
        var current = word ?? Word(range: k..<k)
        switch scalar.icuScript {
        case Self.latin: current.latin += 1
        case Self.cyrillic: current.cyrillic += 1
        // Greek letters and the like stand in the terms of all languages.
        case Self.greek, Self.common, Self.inherited: break
        default: current.other += 1
        }
        current.range = current.range.lowerBound..<k + 1
        word = current
      } else if !scalar.isMark, let done = word {
        words.append(done)
        word = nil
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// The words of a cell in lower case.
  static func foldedWords(_ cell: [Unicode.Scalar]) -> [String] { words(cell).map { folded(cell[$0.range]) } }

  // ICU's numbers of scripts (UScriptCode).
  private static let common: Int32 = 0
  private static let inherited: Int32 = 1
  private static let cyrillic: Int32 = 8
  private static let greek: Int32 = 14
  private static let latin: Int32 = 25

  private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }

  private static func folded(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    text(letters.map(\.simpleFold)[...])
  }

  private func check(
    _ word: Word, of cell: [Unicode.Scalar], _ language: Language, _ findings: inout [Finding]
  ) {
    let letters = cell[word.range]
    let text = Self.text(letters)
    if word.other > 0, let place = letters.firstIndex(where: { !Self.isExpected($0) }) {
      findings.append(Finding(offset: place, problem: .foreignLetter(cell[place], word: text)))
      return
    }
    if word.latin > 0 && word.cyrillic > 0 {
      // The letters that are fewer are the slip; of as many, those that the language does not have.
      let latinIsSlip = word.latin == word.cyrillic ? language != .en : word.latin < word.cyrillic
      let slip = latinIsSlip ? Self.latin : Self.cyrillic
      if let place = letters.firstIndex(where: { $0.icuScript == slip }) {
        let meant = latinIsSlip ? Lookalike.cyrillic(of: cell[place]) : Lookalike.latin(of: cell[place])
        findings.append(Finding(offset: place, problem: .mixedScripts(word: text, letter: cell[place], meant: meant)))
      }
      return
    }
    if takesAnyScript { return }
    switch language {
    case .en:
      if word.cyrillic > 0 {
        findings.append(Finding(offset: word.range.lowerBound, problem: .wrongScript(word: text)))
      }
    case .kk, .ru:
      if word.latin > 0 {
        if isSlip(word, in: cell) {
          findings.append(Finding(offset: word.range.lowerBound, problem: .wrongScript(word: text)))
        }
      } else if let place = letters.firstIndex(where: { !Alphabet.has($0, language) }),
        language == .kk || !kazakhNames.contains(Self.folded(letters))
      {
        findings.append(Finding(offset: place, problem: .foreignLetter(cell[place], word: text)))
      }
    }
  }

  private static func isExpected(_ scalar: Unicode.Scalar) -> Bool {
    [latin, cyrillic, greek, common, inherited].contains(scalar.icuScript)
  }

  /// Whether a Latin word of a Kazakh or Russian cell is no name, symbol or international term.
  private func isSlip(_ word: Word, in cell: [Unicode.Scalar]) -> Bool {
    let letters = cell[word.range]
    if englishWords.contains(Self.folded(letters)) { return false }
    // A part of a compound, a formula or an abbreviation: t-критерий, x2, e.g.
    let neighbours = [word.range.lowerBound - 1, word.range.upperBound].filter(cell.indices.contains).map { cell[$0] }
    if neighbours.contains(where: { $0 != " " && $0 != "|" && $0 != "," && $0 != ")" && $0 != "(" }) { return false }
    if letters.allSatisfy({ Lookalike.cyrillic(of: $0) != nil }) { return true }
    return letters.count > 2 && letters.allSatisfy { $0.isLowercaseLetter }
  }
}

/// The letters of the languages that are written in Cyrillic.
private enum Alphabet {
  static func has(_ scalar: Unicode.Scalar, _ language: Language) -> Bool {
    switch scalar.value {
    case 0x410...0x44F, 0x401, 0x451: true
    case 0x400...0x52F: language == .kk && kazakh.contains(scalar)
    // Greek letters, the degree of a number and the like.
    default: scalar.icuScript != 8
    }
  }

  private static let kazakh = Set("ӘәҒғҚқҢңӨөҰұҮүҺһІі".unicodeScalars)
}

/// Letters of Kazakh and Russian and the Latin ones that look alike.
enum Lookalike {
  /// The Cyrillic letter that a Latin one looks like.
  static func cyrillic(of latin: Unicode.Scalar) -> Unicode.Scalar? { toCyrillic[latin] }
  /// The Latin letter that a Cyrillic one looks like.
  static func latin(of cyrillic: Unicode.Scalar) -> Unicode.Scalar? { toLatin[cyrillic] }

  private static let pairs = Lookalikes.embedded.shapes { Alphabet.has($1, .kk) }
  private static let toCyrillic = Dictionary(
    pairs.map { ($0.latin, $0.cyrillic) }, uniquingKeysWith: { first, _ in first })
  private static let toLatin = Dictionary(
    pairs.map { ($0.cyrillic, $0.latin) }, uniquingKeysWith: { first, _ in first })
}
