internal import Lingua

/// Looks for expansions away from their acronym.
struct AcronymExpansionSearch {
  /// An expansion as printed.
  struct Found {
    var text: String
    /// Where it stands in its text.
    var range: Range<Int>
    /// Where it stands in the document.
    var place: Range<Int>
    /// Words that count: not the small ones, and hyphenated ones as one.
    var words: Int
    /// Parts of words behind a hyphen, which another language may write as words.
    var parts: Int
    var evidence: AcronymEntry.Evidence
    /// Whether the letters do not fit.
    var isMisfit = false
    /// Whether the letters alone are too few to be sure.
    var isChance = false
  }

  private struct IndexedWord {
    var key: UInt64
    var source: Int32
    var token: Int32
  }

  let sources: [AcronymSource]
  let forms: AcronymForms
  private let readers: [WordReader]
  /// For each language the words of its texts in the order of their first letters, then in that of reading.
  private var index = Trilingual<[IndexedWord]>(repeating: [])
  private let kazakh: KazakhStemmer
  private let keywords: KeywordIndex
  private let runs: InitialRuns

  /// How many first letters words are looked up by; of a longer word that many stay whatever its ending.
  static let indexed = 3
  /// Texts longer than this are no abstracts; only their beginning is looked through.
  static let longest = 200_000
  /// So many words with the same first letters are looked at.
  static let rivals = 2000

  /// - Parameters:
  ///   - sources: the texts that are looked through.
  ///   - forms: which words are small ones.
  ///   - kazakh: the stemmer of Kazakh words; those of the other languages come with the system.
  ///   - acronyms: the acronyms that `initials` will be asked for.
  init(
    sources: [AcronymSource], forms: AcronymForms, kazakh: KazakhStemmer,
    acronyms: Trilingual<Set<String>> = Trilingual(repeating: [])
  ) {
    self.sources = sources
    self.kazakh = kazakh
    self.forms = forms
    readers = sources.map { WordReader(text: $0.text, language: $0.language, forms: forms) }
    // Keywords print the dictionary form, titles may be in capitals: in this order.
    let order = sources.indices.sorted { (Self.rank(sources[$0]), $0) < (Self.rank(sources[$1]), $1) }
    for s in order {
      for (t, token) in sources[s].text.tokens.prefix(Self.longest).enumerated() where token.kind == .word {
        index[sources[s].language].append(
          IndexedWord(key: Self.key(sources[s].text.folded(token)), source: Int32(s), token: Int32(t)))
      }
    }
    // Sorting is stable: words with the same letters stay in the order of reading.
    for language in Language.allCases { index[language].sort { $0.key < $1.key } }
    var stems = WordStems(kazakh)
    keywords = KeywordIndex(sources, &stems)
    runs = InitialRuns(of: acronyms, in: sources, order: order, readers: readers)
  }

  private static func rank(_ source: AcronymSource) -> Int {
    if source.isInCapitals { return 3 }
    switch source.kind {
    case .keyword: return 0
    case .abstract: return 1
    case .title: return 2
    }
  }

  /// What words are looked up by: their first letters, of which three fit into one number.
  private static func key(_ letters: ArraySlice<Unicode.Scalar>) -> UInt64 {
    letters.prefix(indexed).reduce(0) { $0 << 21 | UInt64($1.value) }
  }

  /// What a definition says.
  func found(_ definition: AcronymNode.Definition) -> Found? {
    guard let tokens = definition.value.expansion else { return nil }
    return found(definition.source, tokens, definition.value.evidence)
  }

  func found(_ s: Int, _ tokens: Range<Int>, _ evidence: AcronymEntry.Evidence) -> Found? {
    let range = readers[s].range(tokens)
    guard !range.isEmpty else { return nil }
    let all = readers[s].words(in: tokens)
    let words = all.filter { readers[s].counts($0) }.count
    let parts = all.filter { readers[s].isPart($0) }.count
    return Found(
      text: sources[s].text.string(range), range: range, place: sources[s].place(range), words: words,
      parts: parts, evidence: evidence)
  }

  /// A whole keyword, if it holds no acronym.
  func keyword(_ row: Int, _ language: Language) -> Found? {
    guard let s = keywords.source(of: row, language), sources[s].candidates.isEmpty else { return nil }
    let tokens = sources[s].text.tokens
    let end = tokens.firstIndex { $0.kind == .mark && ($0.mark == "(" || $0.mark == "[") } ?? tokens.count
    let words = readers[s].words(in: 0..<end)
    guard let first = words.first, let last = words.last else { return nil }
    return found(s, first..<last + 1, .keywords)
  }

  /// The keyword row whose term in a language is an expansion, whatever its endings.
  func keywordRow(of expansion: String, _ language: Language) -> Int? {
    var stems = WordStems(kazakh)
    return keywords.row(of: stems.stems(of: GlossaryText(expansion), language), language)
  }

  /// Where the words of a dictionary form stand in a row, whatever their endings.
  func phrase(_ form: String, _ language: Language) -> Found? {
    let text = GlossaryText(form)
    let words = text.tokens.filter { $0.kind == .word }.map { text.folded($0) }
    guard words.count >= 2 || (words.first?.count ?? 0) >= 7, let first = words.first else { return nil }
    var stems = WordStems(kazakh)
    let wanted = stems.stems(of: text, language)
    for word in indexed(first, language) {
      let s = Int(word.source), t = Int(word.token)
      var k = t
      var n = 0
      let tokens = sources[s].text.tokens
      while k < tokens.count, n < words.count {
        if tokens[k].kind == .word {
          // No suffix changes the first letter, and comparing it is cheaper.
          let letters = sources[s].text.folded(tokens[k])
          guard letters.first == words[n].first, stems.stem(letters, language) == wanted[n] else {
            break
          }
          n += 1
        } else if !readers[s].isHyphen(k), !readers[s].isMark(k, "\"'«»“”") {
          break
        }
        k += 1
      }
      if n == words.count {
        let row: AcronymEntry.Evidence
        if case .keyword = sources[s].kind { row = .keywords } else { row = .distant }
        return found(s, t..<k, row)
      }
    }
    return nil
  }

  /// The words with the first letters of a word.
  private func indexed(_ letters: ArraySlice<Unicode.Scalar>, _ language: Language) -> ArraySlice<IndexedWord> {
    let key = Self.key(letters)
    let words = index[language]
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return words[low...].prefix(Self.rivals).prefix { $0.key == key }
  }

  /// A row of words that gives the letters of one of the acronyms by its initials.
  func initials(of acronym: String, _ language: Language) -> Found? {
    guard let run = runs.run(of: acronym, language) else { return nil }
    var result = found(run.source, run.tokens, run.isKeyword ? .keywords : .distant)
    result?.isChance = run.isChance
    return result
  }

  /// The possible expansions of a definition whose letters do not fit: the last one, two, three words before it …
  func endings(_ definition: AcronymNode.Definition) -> [Found] {
    let window = definition.value.window
    let reader = readers[definition.source]
    guard let last = window.last else { return [] }
    return window.reversed().filter { !reader.isFunction($0) }.compactMap { first in
      var result = found(definition.source, first..<last + 1, definition.value.evidence)
      result?.isMisfit = true
      return result
    }
  }
}

extension AcronymExpansionSearch {
  /// What share of the words of two expansions agree, whatever their endings and order.
  static func overlap(_ form: String, _ printed: String, _ language: Language, _ stems: inout WordStems) -> Double {
    let left = stems.stems(of: GlossaryText(form), language, letters: 3)
    var right = stems.stems(of: GlossaryText(printed), language, letters: 3)
    let total = left.count + right.count
    guard total > 0 else { return 0 }
    var common = 0
    for word in left {
      if let k = right.firstIndex(of: word) {
        right.remove(at: k)
        common += 1
      }
    }
    return Double(2 * common) / Double(total)
  }
}
