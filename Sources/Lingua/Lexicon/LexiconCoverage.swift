/// Measures how many words of running text the trilingual lexicon knows, and which frequent ones it lacks.
public struct LexiconCoverage: Sendable {
  /// A word that the lexicon lacks.
  public struct Missing: Hashable, Sendable {
    /// The form that occurs most often, in lower case.
    public var word: String
    /// How often its forms occur.
    public var count: Int
    /// In how many documents they occur.
    public var documents: Int
    /// Whether it always begins with a capital letter, as names do.
    public var isCapitalized: Bool
  }

  /// What was counted in one language.
  public struct Count: Hashable, Sendable {
    /// The words that are no stop words and hold no digit.
    public var words = 0
    /// Those of them whose stem the lexicon has.
    public var known = 0
    /// The stop words beside them.
    public var stopWords = 0

    /// The share of words that are known, from 0 to 1; 0 where there are none.
    public var share: Double { words > 0 ? Double(known) / Double(words) : 0 }
  }

  /// What was counted in one or more documents.
  public struct Tally: Sendable {
    /// What was counted in each language.
    public fileprivate(set) var counts = Trilingual<Count>(repeating: Count())
    /// How many words stand in lines of no known language.
    public fileprivate(set) var otherWords = 0
    fileprivate var missing = Trilingual<[[UInt8]: Stem]>(repeating: [:])

    /// Nothing counted yet.
    public init() {}

    /// Adds what was counted in other documents.
    public mutating func add(_ other: Tally) {
      otherWords += other.otherWords
      for language in Language.allCases {
        counts[language].words += other.counts[language].words
        counts[language].known += other.counts[language].known
        counts[language].stopWords += other.counts[language].stopWords
        missing[language].merge(other.missing[language]) { $0.adding($1) }
      }
    }

    /// The words of a language that the lexicon lacks: those in most documents first.
    public func missing(_ language: Language) -> [Missing] {
      missing[language].values.map { stem in
        let usual = stem.forms.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return Missing(
          word: usual?.key ?? "", count: stem.forms.values.reduce(0, +), documents: stem.documents,
          isCapitalized: !stem.isSmall)
      }.sorted { ($1.documents, $1.count, $0.word) < ($0.documents, $0.count, $1.word) }
    }
  }

  /// The forms of a stem that the lexicon lacks.
  fileprivate struct Stem: Sendable {
    var forms: [String: Int] = [:]
    var documents = 1
    var isSmall = false

    func adding(_ other: Stem) -> Stem {
      var sum = self
      sum.forms.merge(other.forms, uniquingKeysWith: +)
      sum.documents += other.documents
      sum.isSmall = isSmall || other.isSmall
      return sum
    }
  }

  /// The stems of the words that the lexicon has.
  private var known = Trilingual<Set<[UInt8]>>(repeating: [])
  private let kazakh: KazakhStemmer
  private var acronyms = Trilingual<Set<[UInt8]>>(repeating: [])
  private let identifier: LanguageIdentifier
  private var stopWords = Trilingual<Set<[UInt8]>>(repeating: [])
  private let normalizer = Normalizer()

  /// A measure over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when the concepts, acronyms, stop words or Kazakh endings cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    kazakh = try KazakhStemmer(lexicons: lexicons)
    let builder = try ConceptBuilder(lexicons)
    var stemmers = Stemmers(kazakh: kazakh)
    for language in Language.allCases {
      for word in builder.words[language] {
        known[language].insert(Self.stem(builder.letters[word.range], language, &stemmers))
      }
    }
    identifier = try LanguageIdentifier(lexicons: lexicons)
    for concept in try AcronymLexicon(lexicons: lexicons).concepts {
      for language in Language.allCases {
        for acronym in concept.acronyms[language] { acronyms[language].insert(LetterCode.codes(acronym)) }
      }
    }
    for row in try lexicons.file("stopwords.tsv", columns: ["language", "word"]).rows {
      guard let language = Language(rawValue: row[0]) else { continue }
      stopWords[language].insert(LetterCode.codes(row[1]))
    }
  }

  private static func stem(
    _ codes: ArraySlice<UInt8>, _ language: Language, _ stemmers: inout Stemmers
  ) -> [UInt8] {
    var stem: [UInt8] = []
    codes.withUnsafeBufferPointer { stemmers.append(stemOfCodes: $0, language, to: &stem) }
    return stem
  }

  /// Counts the words of one document. Each line counts in its own language.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func tally(of text: String) throws(ICUError) -> Tally {
    var tally = Tally()
    var stemmers = Stemmers(kazakh: kazakh)
    let text = try normalizer.normalize(text).text
    var previous: LanguageGuess?
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = Substring(line)
      var guess = identifier.identify(line)
      // A line that is too short to tell goes with the one before it.
      if guess.language.language == nil, let last = previous, last.script == guess.script { guess = last }
      previous = line.isEmpty ? nil : guess
      for chunk in line.utf8.split(separator: 0x20) where !Self.isAddress(chunk) {
        count(Substring(chunk), guess.language.language, &stemmers, into: &tally)
      }
    }
    return tally
  }

  /// Whether a stretch without blanks is the address of a page or person, which has no words.
  private static func isAddress(_ chunk: Substring.UTF8View) -> Bool {
    chunk.contains(UInt8(ascii: "@")) || Substring(chunk).contains("://") || chunk.starts(with: "www.".utf8)
      || chunk.starts(with: "doi:".utf8) || chunk.starts(with: "doi.org/".utf8)
  }

  /// Counts the words of a stretch without blanks.
  private func count(
    _ chunk: Substring, _ language: Language?, _ stemmers: inout Stemmers, into tally: inout Tally
  ) {
    var codes: [UInt8] = []
    var word = String.UnicodeScalarView()
    var hasDigit = false
    var isSmall = false
    func close() {
      if codes.count > 1 && !hasDigit {
        if let language {
          count(codes, String(word), isSmall: isSmall, language, &stemmers, into: &tally)
        } else {
          tally.otherWords += 1
        }
      }
      codes.removeAll(keepingCapacity: true)
      word = String.UnicodeScalarView()
      hasDigit = false
    }
    for scalar in chunk.unicodeScalars {
      let isFirst = codes.isEmpty
      if LetterCode.append(scalar, to: &codes) {
        let folded = scalar.simpleFold
        if isFirst { isSmall = folded == scalar }
        word.append(folded)
      } else if scalar.isDecimalDigit {
        hasDigit = true
      } else if scalar.value != 0xAD && scalar.value != 0x301 {
        close()
      }
    }
    close()
  }

  private func count(
    _ codes: [UInt8], _ word: String, isSmall: Bool, _ language: Language, _ stemmers: inout Stemmers,
    into tally: inout Tally
  ) {
    if stopWords[language].contains(codes) {
      tally.counts[language].stopWords += 1
      return
    }
    tally.counts[language].words += 1
    let stem = Self.stem(codes[...], language, &stemmers)
    if known[language].contains(stem) || acronyms[language].contains(codes) {
      tally.counts[language].known += 1
      return
    }
    var missing = tally.missing[language][stem] ?? Stem()
    missing.forms[word, default: 0] += 1
    missing.isSmall = missing.isSmall || isSmall
    tally.missing[language][stem] = missing
  }
}
