internal import Lingua

/// The words of `acronym-forms.tsv`: what an acronym skips, what introduces one, and what only looks like one.
struct AcronymForms: Sendable {
  private var functionWords = Trilingual<Set<String>>(repeating: [])
  private var leadIns = Trilingual<Set<String>>(repeating: [])
  private var excluded = Trilingual<Set<String>>(repeating: [])
  private var units: Set<String> = []
  private var kept: Set<String> = []
  private var formulas: Set<String> = []

  /// Reads the file.
  ///
  /// - Throws: `LexiconError` when it cannot be read.
  init(lexicons: Lexicons) throws(LexiconError) {
    for row in try lexicons.file("acronym-forms.tsv", columns: ["language", "kind", "form"]).rows {
      let languages = Language(rawValue: row[0]).map { [$0] } ?? Language.allCases
      for language in languages {
        switch row[1] {
        case "function": functionWords[language].insert(row[2])
        case "lead-in": leadIns[language].insert(row[2])
        case "code": excluded[language].insert(row[2])
        // Journals print the headings of one language in another's text.
        case "heading": for any in Language.allCases { excluded[any].insert(row[2]) }
        case "unit": units.insert(row[2])
        case "keep": kept.insert(row[2])
        case "formula": formulas.insert(row[2])
        default:
          throw LexiconError(
            file: "acronym-forms.tsv", line: row.line,
            reason: .badValue(
              column: "kind", value: row[1], expected: "function, lead-in, unit, code, heading, formula, keep"))
        }
      }
    }
  }

  /// Whether an acronym may leave out the word, given in lower case.
  func isFunctionWord(_ word: String, _ language: Language) -> Bool { functionWords[language].contains(word) }
  /// Whether the word, in lower case, may stand before an acronym inside its brackets.
  func isLeadIn(_ word: String) -> Bool { Language.allCases.contains { leadIns[$0].contains(word) } }
  /// Whether the form is a heading or a code rather than an acronym.
  func isExcluded(_ form: String, _ language: Language) -> Bool { excluded[language].contains(form) }
  /// Whether the form is a unit of measurement.
  func isUnit(_ form: String) -> Bool { units.contains(form) }
  /// Whether the form is a formula, in whatever script it was typed.
  func isFormula(_ form: String) -> Bool { formulas.contains(GlossaryLetters.asLatin(form)) }
  /// Whether the form is an acronym although it looks like something else.
  func isKept(_ form: String) -> Bool { kept.contains(form) }
}

/// Upper-case letters that are a number or a formula.
enum AcronymLookalikes {
  /// Whether the letters are a Roman numeral, in Latin letters or the Cyrillic ones that look like them.
  static func isRomanNumeral(_ word: String) -> Bool {
    var values: [Int] = []
    for scalar in word.unicodeScalars {
      switch scalar {
      case "I", "І": values.append(1)
      case "V": values.append(5)
      case "X", "Х": values.append(10)
      case "L": values.append(50)
      case "C", "С": values.append(100)
      case "D": values.append(500)
      case "M", "М": values.append(1000)
      default: return false
      }
    }
    // Letters above X alone are far more often an acronym (MC, CD) than a number.
    guard values.contains(where: { $0 <= 10 }), values.count >= 2 else { return false }
    if values.contains(where: { $0 >= 50 }), values.count < 3 { return false }
    var total = 0
    for (k, value) in values.enumerated() {
      total += k + 1 < values.count && value < values[k + 1] ? -value : value
    }
    return total > 0 && roman(total) == values
  }

  private static func roman(_ number: Int) -> [Int] {
    let steps: [(Int, [Int])] = [
      (1000, [1000]), (900, [100, 1000]), (500, [500]), (400, [100, 500]), (100, [100]), (90, [10, 100]), (50, [50]),
      (40, [10, 50]), (10, [10]), (9, [1, 10]), (5, [5]), (4, [1, 5]), (1, [1]),
    ]
    var rest = min(number, 4999)
    var values: [Int] = []
    for (value, letters) in steps {
      while rest >= value {
        values += letters
        rest -= value
      }
    }
    return values
  }

  private static let elements: Set<String> = Set(
    """
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb \
    Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg \
    Tl Pb Bi Th U
    """.split(separator: " ").map(String.init))

  /// Whether the word is a chemical formula: element symbols all through, with a number or a two-letter symbol among
  /// them (H2O, CH₃OH, NaCl).
  static func isFormula(_ word: String) -> Bool {
    let scalars = Array(GlossaryLetters.asLatin(word).unicodeScalars)
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
