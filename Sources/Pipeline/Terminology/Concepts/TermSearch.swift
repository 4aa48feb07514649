internal import Lingua

/// Counts the terms of all entries in the passages of documents in one language and gathers places where they stand.
struct TermSearch {
  /// What was found of one entry.
  struct Found {
    /// How often each form of each name is printed.
    var printed: ConceptGroup.Printed = [:]
    /// How often any name stands in each document, by number.
    var documents: [Int: Int] = [:]
    var contexts: [GlossaryContext] = []
    /// The last document that gave a context, so that many documents are shown before one twice.
    var last = -1
  }

  /// The longest term that is looked for, in words.
  private static let longest = 10
  private let language: Language
  private let index: [TermKey: [(entry: Int, isAcronym: Bool)]]
  private let most: Int
  private(set) var found: [Found]

  /// A search.
  ///
  /// - Parameters:
  ///   - language: the language of the passages.
  ///   - names: the names of each entry in all languages.
  ///   - contexts: the most places of an entry.
  init(_ language: Language, _ names: [Trilingual<Set<ConceptGroup.Name>>], contexts: Int) {
    var index: [TermKey: [(entry: Int, isAcronym: Bool)]] = [:]
    for (entry, names) in names.enumerated() {
      for name in names[language] { index[name.key, default: []].append((entry, name.isAcronym)) }
    }
    self.language = language
    self.index = index
    most = contexts
    found = Array(repeating: Found(), count: names.count)
  }

  /// What is found of each entry in all languages; a core a language.
  static func found(
    _ names: [Trilingual<Set<ConceptGroup.Name>>], in documents: [DocumentObservations], contexts: Int
  ) -> [Trilingual<Found>] {
    let searches = Concurrently.map(Language.allCases) { language in
      var search = TermSearch(language, names, contexts: contexts)
      for (number, document) in documents.enumerated() { search.search(document, number: number) }
      return search.found
    }
    return names.indices.map { k in Trilingual(kk: searches[0][k], ru: searches[1][k], en: searches[2][k]) }
  }

  /// Looks through a document.
  private mutating func search(_ document: DocumentObservations, number: Int) {
    // Running text first: a keyword list is shown only of what stands nowhere else.
    for passage in document.passages[language] where !passage.isList { search(passage, document.name, number) }
    for passage in document.passages[language] where passage.isList { search(passage, document.name, number) }
  }

  private mutating func search(_ passage: DocumentObservations.Passage, _ document: String, _ number: Int) {
    let words = passage.words.words
    for first in words.indices {
      var phrase = TermHash()
      var acronym = TermHash()
      for last in first..<min(first + Self.longest, words.count) {
        let word = words[last]
        if last > first && word.isApart { break }
        phrase.add(word.stem)
        acronym.add(word.acronym ?? word.stem)
        // The second half of "air-cooling systems" begins no term of its own.
        if !words[first].isJoined { take(TermKey(value: phrase.value), passage, first...last, document, number) }
        if words[first].acronym != nil {
          take(TermKey(value: ~acronym.value), passage, first...last, document, number)
        }
      }
    }
  }

  private mutating func take(
    _ key: TermKey, _ passage: DocumentObservations.Passage, _ span: ClosedRange<Int>, _ document: String,
    _ number: Int
  ) {
    guard let entries = index[key] else { return }
    let words = passage.words.words
    let range = Int(words[span.lowerBound].start)..<Int(words[span.upperBound].end)
    let text = passage.text.utf8Slice(range)
    for (entry, isAcronym) in entries {
      let isShown = found[entry].contexts.count < most && found[entry].last != number
      if !passage.isList {
        let name = ConceptGroup.Name(isAcronym: isAcronym, key: key)
        found[entry].printed[name, default: [:]][text, default: 0] += 1
        found[entry].documents[number, default: 0] += 1
      }
      guard isShown else { continue }
      found[entry].last = number
      found[entry].contexts.append(
        GlossaryContext(
          document: document, range: passage.start.map { $0 + range.lowerBound..<$0 + range.upperBound },
          left: passage.text.utf8Slice(0..<range.lowerBound), term: text,
          right: passage.text.utf8Slice(range.upperBound..<passage.text.utf8.count)))
    }
  }
}

extension String {
  /// The part at UTF-8 offsets, which are boundaries of words.
  fileprivate func utf8Slice(_ range: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }
}
