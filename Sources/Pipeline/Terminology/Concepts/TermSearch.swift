internal import Lingua

/// Counts the terms of all entries in the passages of documents and gathers places where they stand.
struct TermSearch {
  /// What was found of one entry.
  struct Found {
    /// How often each form of each name is printed.
    var printed = Trilingual<ConceptGroup.Printed>(repeating: [:])
    /// How often any name stands in each document, by number.
    var documents: [Int: Int] = [:]
    var contexts = Trilingual<[GlossaryContext]>(repeating: [])
    /// The last document that gave a context, so that many documents are shown before one twice.
    var last = Trilingual<Int>(repeating: -1)
  }

  /// The longest term that is looked for, in words.
  private static let longest = 10
  private let index: Trilingual<[TermKey: [(entry: Int, isAcronym: Bool)]]>
  private let most: Int
  private(set) var found: [Found]

  /// A search.
  ///
  /// - Parameters:
  ///   - names: the names of each entry.
  ///   - contexts: the most places of an entry in a language.
  init(_ names: [Trilingual<Set<ConceptGroup.Name>>], contexts: Int) {
    var index = Trilingual<[TermKey: [(entry: Int, isAcronym: Bool)]]>(repeating: [:])
    for (entry, names) in names.enumerated() {
      for language in Language.allCases {
        for name in names[language] { index[language][name.key, default: []].append((entry, name.isAcronym)) }
      }
    }
    self.index = index
    most = contexts
    found = Array(repeating: Found(), count: names.count)
  }

  /// Looks through a document.
  mutating func search(_ document: DocumentObservations, number: Int) {
    for language in Language.allCases {
      // Running text first: a keyword list is shown only of what stands nowhere else.
      for passage in document.passages[language] where !passage.isList {
        search(passage, language, document.name, number)
      }
      for passage in document.passages[language] where passage.isList {
        search(passage, language, document.name, number)
      }
    }
  }

  private mutating func search(
    _ passage: DocumentObservations.Passage, _ language: Language, _ document: String, _ number: Int
  ) {
    let words = passage.words.words
    for first in words.indices {
      var phrase = TermHash()
      var acronym = TermHash()
      for last in first..<min(first + Self.longest, words.count) {
        let word = words[last]
        if last > first && word.isApart { break }
        phrase.add(word.stem)
        acronym.add(word.acronym ?? word.stem)
        take(TermKey(value: phrase.value), passage, first...last, language, document, number)
        if words[first].acronym != nil {
          take(TermKey(value: ~acronym.value), passage, first...last, language, document, number)
        }
      }
    }
  }

  private mutating func take(
    _ key: TermKey, _ passage: DocumentObservations.Passage, _ span: ClosedRange<Int>, _ language: Language,
    _ document: String, _ number: Int
  ) {
    guard let entries = index[language][key] else { return }
    let words = passage.words.words
    let range = Int(words[span.lowerBound].start)..<Int(words[span.upperBound].end)
    let text = passage.text.utf8Slice(range)
    for (entry, isAcronym) in entries {
      let isShown = found[entry].contexts[language].count < most && found[entry].last[language] != number
      if !passage.isList {
        let name = ConceptGroup.Name(isAcronym: isAcronym, key: key)
        found[entry].printed[language][name, default: [:]][text, default: 0] += 1
        found[entry].documents[number, default: 0] += 1
      }
      guard isShown else { continue }
      found[entry].last[language] = number
      found[entry].contexts[language].append(
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
