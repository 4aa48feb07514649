internal import Lingua

/// The words of `acronym-forms.tsv` and `headings.tsv`: what an acronym skips, what introduces one, and what only looks like one.
struct AcronymForms: Sendable {
  /// By their first letters: every word of a text is looked up.
  private var functionWords = Trilingual<[Unicode.Scalar: [[Unicode.Scalar]]]>(repeating: [:])
  private var leadIns = Trilingual<Set<String>>(repeating: [])
  private var excluded = Trilingual<Set<String>>(repeating: [])
  private var units: Set<String> = []
  private var kept: Set<String> = []
  private var formulas: Set<String> = []
  private var elements: Set<String> = []

  /// Words of headings shorter than this, in capitals, may be an acronym as well.
  private static let shortestHeading = 3

  /// Reads the files.
  ///
  /// - Throws: `LexiconError` when one cannot be read.
  init(lexicons: Lexicons) throws(LexiconError) {
    for row in try lexicons.file("acronym-forms.tsv", columns: ["language", "kind", "form"]).rows {
      let languages = Language(rawValue: row[0]).map { [$0] } ?? Language.allCases
      for language in languages {
        switch row[1] {
        case "function":
          let letters = GlossaryLetters.folded(row[2])
          if let first = letters.first { functionWords[language][first, default: []].append(letters) }
        case "lead-in": leadIns[language].insert(row[2])
        case "code": excluded[language].insert(row[2])
        // Journals print the headings of one language in another's text.
        case "heading": for any in Language.allCases { excluded[any].insert(row[2]) }
        case "unit": units.insert(row[2])
        case "keep": kept.insert(row[2])
        case "formula": formulas.insert(row[2])
        case "element": elements.insert(row[2])
        default:
          throw LexiconError(
            file: "acronym-forms.tsv", line: row.line,
            reason: .badValue(
              column: "kind", value: row[1], expected: "function, lead-in, unit, code, heading, formula, element, keep")
          )
        }
      }
    }
    for row in try lexicons.file("headings.tsv", columns: ["heading"]).rows {
      for word in row[0].split(separator: " ") where word.unicodeScalars.count >= Self.shortestHeading {
        for any in Language.allCases { excluded[any].insert(word.uppercased()) }
      }
    }
  }

  /// Whether an acronym may leave out the word, given by its folded letters.
  func isFunctionWord(_ word: some Collection<Unicode.Scalar>, _ language: Language) -> Bool {
    guard let first = word.first, let words = functionWords[language][first] else { return false }
    return words.contains { $0.count == word.count && $0.elementsEqual(word) }
  }
  /// Whether the word, in lower case, may stand before an acronym inside its brackets.
  func isLeadIn(_ word: String, _ language: Language) -> Bool { leadIns[language].contains(word) }
  /// Whether the form is a heading or a code rather than an acronym.
  func isExcluded(_ form: String, _ language: Language) -> Bool { excluded[language].contains(form) }
  /// Whether the form is a unit of measurement.
  func isUnit(_ form: String) -> Bool { units.contains(form) }
  /// Whether the form is a formula, in whatever script it was typed.
  func isFormula(_ form: String) -> Bool {
    let latin = GlossaryLetters.asLatin(form)
    return formulas.contains(latin) || isMadeOfElements(latin)
  }
  /// Whether the form is an acronym although it looks like something else.
  func isKept(_ form: String) -> Bool { kept.contains(form) }

  /// Whether the word is a chemical formula: element symbols all through, with a number or a two-letter symbol among
  /// them (H2O, CH₃OH, NaCl).
  private func isMadeOfElements(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    var k = 0
    var telling = false
    while k < scalars.count {
      if scalars[k].isDecimalDigit || (0x2080...0x2089).contains(scalars[k].value) {
        telling = true
        k += 1
        continue
      }
      guard scalars[k].isUppercaseLetter else { return false }
      if k + 1 < scalars.count, scalars[k + 1].isLowercaseLetter {
        guard elements.contains("\(scalars[k])\(scalars[k + 1])") else { return false }
        telling = true
        k += 2
      } else {
        guard elements.contains("\(scalars[k])") else { return false }
        k += 1
      }
    }
    return telling
  }
}

/// Upper-case letters that are a number.
enum AcronymLookalikes {
  /// Whether the letters are a Roman numeral, in Latin letters or the Cyrillic ones that look like them.
  static func isRomanNumeral(_ word: String) -> Bool {
    var numeral = RomanNumeral(largest: 1000)
    var digits: [Int] = []
    for scalar in word.unicodeScalars {
      numeral.append(scalar)
      guard !numeral.isBroken, let digit = RomanNumeral.digit(scalar) else { return false }
      digits.append(digit)
    }
    // Letters above X alone are far more often an acronym (MC, CD) than a number.
    return digits.count >= (digits.contains { $0 >= 50 } ? 3 : 2) && digits.contains { $0 <= 10 }
  }
}
