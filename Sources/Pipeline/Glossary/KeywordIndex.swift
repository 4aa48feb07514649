internal import Lingua

/// The keywords of a document by row and by the stems of their words.
struct KeywordIndex {
  private var sources = Trilingual<[Int: Int]>(repeating: [:])
  private var rows = Trilingual<[[[UInt8]]: Int]>(repeating: [:])

  init(_ all: [AcronymSource], _ stems: inout WordStems) {
    for (s, source) in all.enumerated() {
      guard case .keyword(let row) = source.kind else { continue }
      if sources[source.language][row] == nil { sources[source.language][row] = s }
      let words = stems.stems(of: source.text, source.language)
      if !words.isEmpty, rows[source.language][words] == nil { rows[source.language][words] = row }
    }
  }

  /// The number of the text that holds a row's keyword.
  func source(of row: Int, _ language: Language) -> Int? { sources[language][row] }

  /// The first row whose keyword is made of words with these stems.
  func row(of stems: [[UInt8]], _ language: Language) -> Int? { rows[language][stems] }
}
