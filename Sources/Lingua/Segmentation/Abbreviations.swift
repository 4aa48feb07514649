/// The abbreviations of one language (`lexicons/abbreviations.tsv`) and the words that often begin its sentences
/// (`lexicons/stopwords.tsv`).
struct Abbreviations: Sendable {
  /// What a full stop after the abbreviation means; the file's own comment says it in full.
  enum Class: String, Sendable, CaseIterable {
    case never, title, number, unit, measure, may, end, glued
  }

  private let classes: [String: Class]
  private let frequentWords: Set<String>

  init(language: Language, lexicons: Lexicons) throws(LexiconError) {
    let file = try lexicons.file("abbreviations.tsv", columns: ["language", "abbreviation", "class"])
    var classes: [String: Class] = [:]
    for row in file.rows where row[0] == language.tag {
      guard let value = Class(rawValue: row[2]) else {
        throw LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(
            column: "class", value: row[2],
            expected: Class.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      classes[row[1]] = value
    }
    let words = try lexicons.file("stopwords.tsv", columns: ["language", "word"])
    self.classes = classes
    frequentWords = Set(words.rows.lazy.filter { $0[0] == language.tag }.map { $0[1] })
  }

  /// The class of a spelling without its last stop. A single capital letter is an initial and never looked up in small
  /// letters; a longer word may begin with a capital or stand in capitals.
  func find(_ spelling: String) -> Class? {
    if let exact = classes[spelling] { return exact }
    let scalars = spelling.unicodeScalars
    guard let first = scalars.first, first.isUppercaseLetter else { return nil }
    let rest = scalars.dropFirst()
    guard let second = rest.first, second.isLetter || rest.count > 1 else { return nil }
    let decapitalised = String(String.UnicodeScalarView([first.simpleFold] + Array(rest)))
    if let found = classes[decapitalised] { return found }
    // In capitals throughout, dots aside: only for words, since "Т.Б." is a pair of initials.
    guard second.isUppercaseLetter, !rest.contains(where: { $0 == "." || $0.isLowercaseLetter }) else { return nil }
    return classes[String(String.UnicodeScalarView(scalars.map(\.simpleFold)))]
  }

  /// Whether the word, in small letters, is one of the language's most frequent.
  func isFrequent(_ word: String) -> Bool { frequentWords.contains(word) }
}
