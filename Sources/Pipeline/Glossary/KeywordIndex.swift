internal import Lingua

/// The keywords of a document by row and by their words.
struct KeywordIndex {
  private struct Key: Hashable {
    var count: Int
    /// The first letters of the first word.
    var letters: String
  }
  private struct Entry {
    var row: Int
    var words: [[Unicode.Scalar]]
  }

  private var sources = Trilingual<[Int: Int]>(repeating: [:])
  private var entries = Trilingual<[Key: [Entry]]>(repeating: [:])

  init(_ all: [AcronymSource]) {
    for (s, source) in all.enumerated() {
      guard case .keyword(let row) = source.kind else { continue }
      if sources[source.language][row] == nil { sources[source.language][row] = s }
      let words = source.text.tokens.filter { $0.kind == .word }.map(\.folded)
      guard let first = words.first else { continue }
      // A form shorter than what is indexed is looked up by all of it.
      for count in 1...max(1, min(AcronymExpansionSearch.indexed, first.count)) {
        let key = Key(count: words.count, letters: AcronymExpansionSearch.key(first, count))
        entries[source.language][key, default: []].append(Entry(row: row, words: words))
      }
    }
  }

  /// The number of the text that holds a row's keyword.
  func source(of row: Int, _ language: Language) -> Int? { sources[language][row] }

  /// The first row whose keyword is made of these words, whatever their endings.
  func row(of words: [[Unicode.Scalar]], _ language: Language) -> Int? {
    guard let first = words.first else { return nil }
    let key = Key(count: words.count, letters: AcronymExpansionSearch.key(first))
    return (entries[language][key] ?? []).prefix(AcronymExpansionSearch.rivals).first { entry in
      zip(words, entry.words).allSatisfy { AcronymExpansionSearch.isForm($0, $1, language) }
    }?.row
  }
}
