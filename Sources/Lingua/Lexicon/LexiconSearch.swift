/// Looks words and phrases up in the lexicons, whatever their language, ending and letter case.
public struct LexiconSearch: Sendable {
  /// An entry that was found.
  public struct Hit: Hashable, Sendable {
    /// How a term fits an entry, the best first.
    public enum Fit: Int, Hashable, Sendable, Comparable {
      /// One of its words or phrases as it is.
      case exact
      /// Another form of one.
      case form
      /// A word, or some that stand together, of a longer phrase.
      case part

      /// In the order of their quality.
      public static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
    }

    /// The entry.
    public var entry: LexiconEntry
    /// The language in which the term was found.
    public var language: Language
    /// How it fits.
    public var fit: Fit
  }

  private let entries: [LexiconEntry]
  private let kazakh: KazakhStemmer
  private var exact = Trilingual<[String: [Int]]>(repeating: [:])
  private var stemmed = Trilingual<[String: [Int]]>(repeating: [:])
  /// The entries whose phrases have a word of a stem, and those phrases' stems.
  private var parts = Trilingual<[String: [(entry: Int, phrase: String)]]>(repeating: [:])

  /// A search over the concepts, acronyms, tables of a user's own and ICU's names.
  ///
  /// - Throws: `LexiconError` when a file cannot be read, `ICUError` when ICU's data cannot.
  public init(lexicons: Lexicons = .embedded) throws {
    entries = try lexicons.entries()
    kazakh = try KazakhStemmer(lexicons: lexicons)
    var stemmers = Stemmers(kazakh: kazakh)
    for (number, entry) in entries.enumerated() {
      for language in Language.allCases {
        for variant in entry.words[language] + (entry.expansions?[language] ?? []) {
          let words = try Self.words(variant)
          exact[language][words.joined(separator: " "), default: []].append(number)
          let stems = words.map { stemmers.stem($0, language) }
          let phrase = stems.joined(separator: " ")
          stemmed[language][phrase, default: []].append(number)
          if stems.count > 1 {
            for stem in Set(stems) { parts[language][stem, default: []].append((number, phrase)) }
          }
        }
      }
    }
  }

  /// The entries of a term: exact ones first, then those of another form of the term; those that have it as a part of a
  /// phrase only where there is no other.
  ///
  /// - Parameters:
  ///   - term: a word or phrase in any form, letter case and normalisation.
  ///   - language: the language to look in; nil for all three.
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public func hits(of term: String, _ language: Language? = nil) throws(ICUError) -> [Hit] {
    let words = try Self.words(term)
    guard !words.isEmpty else { return [] }
    var stemmers = Stemmers(kazakh: kazakh)
    let key = words.joined(separator: " ")
    var hits: [Hit] = []
    var seen: Set<Int> = []
    let languages = language.map { [$0] } ?? Language.allCases
    for fit in [Hit.Fit.exact, .form, .part] {
      if fit == .part && !hits.isEmpty { break }
      for language in languages {
        let found: [Int]
        switch fit {
        case .exact: found = exact[language][key] ?? []
        case .form: found = stemmed[language][Self.stems(words, language, &stemmers)] ?? []
        case .part: found = phrases(with: words.map { stemmers.stem($0, language) }, language)
        }
        for number in found where seen.insert(number).inserted {
          hits.append(Hit(entry: entries[number], language: language, fit: fit))
        }
      }
    }
    return hits
  }

  /// Words and phrases that are spelled nearly so, the nearest first.
  ///
  /// - Parameters:
  ///   - term: what was not found.
  ///   - language: the language to look in; nil for all three.
  ///   - limit: how many to answer at most.
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public func nearest(to term: String, _ language: Language? = nil, limit: Int = 5) throws(ICUError) -> [String] {
    let letters = Array(try Self.words(term).joined(separator: " ").unicodeScalars)
    let reach = min(3, max(1, letters.count / 3))
    var near: [String: Int] = [:]
    for language in language.map({ [$0] }) ?? Language.allCases {
      for key in exact[language].keys {
        if let distance = Spelling.distance(letters, Array(key.unicodeScalars), limit: reach) { near[key] = distance }
      }
    }
    return near.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(limit).map(\.key)
  }

  private func phrases(with stems: [String], _ language: Language) -> [Int] {
    guard let first = stems.first else { return [] }
    let phrase = " " + stems.joined(separator: " ") + " "
    return (parts[language][first] ?? []).filter { " \($0.phrase) ".utf8.contains(phrase.utf8) }.map(\.entry)
  }

  private static func stems(_ words: [String], _ language: Language, _ stemmers: inout Stemmers) -> String {
    words.map { stemmers.stem($0, language) }.joined(separator: " ")
  }

  /// The words of a term, folded: case, compatibility forms, stress marks and the dots of ё do not count.
  private static func words(_ term: String) throws(ICUError) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in try Lingua.normalize(term, to: .nfkcCaseFold).unicodeScalars {
      if scalar == "ё" {
        word.append("е")
      } else if scalar.isLetter || scalar.isDecimalDigit || (scalar.isMark && scalar.value != 0x301) {
        word.append(scalar)
      } else if scalar.value != 0x301, !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}

extension Collection where Element: Equatable {
  /// Whether `other` stands somewhere in it, without a gap.
  fileprivate func contains(_ other: some Collection<Element>) -> Bool {
    var rest = self[...]
    while rest.count >= other.count {
      if rest.starts(with: other) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
