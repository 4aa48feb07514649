internal import Lingua

/// Rows of words whose initials are the letters of an acronym, small words skipped.
///
/// All acronyms are looked for in one walk over the texts: at each word the initials from there on are read as far as
/// an acronym may be long, so the work grows with the texts and not with their product with the acronyms.
struct InitialRuns {
  /// Where the letters of an acronym are found.
  struct Run: Equatable {
    var source: Int
    var tokens: Range<Int>
    var isKeyword: Bool
    /// Whether the letters alone are too few to be sure.
    var isChance: Bool
  }

  /// How many letters an acronym may have that is looked for.
  static let lengths = 2...10

  private var runs = Trilingual<[[Unicode.Scalar]: Run]>(repeating: [:])
  /// How many words were looked at, for the test that this stays proportional to the texts.
  private(set) var steps = 0

  /// - Parameters:
  ///   - order: in which order the texts are looked through.
  ///   - readers: one for each text.
  init(of acronyms: Trilingual<Set<String>>, in sources: [AcronymSource], order: [Int], readers: [WordReader]) {
    let wanted = acronyms.map { keys in
      Set(keys.map { AcronymMatcher.letters(of: $0) }.filter { Self.lengths.contains($0.count) })
    }
    for s in order where !wanted[sources[s].language].isEmpty {
      let known = wanted[sources[s].language]
      // Beyond the letters that some acronym begins with there is nothing to be found.
      let beginnings = Set(known.flatMap { letters in (1...letters.count).map { Array(letters.prefix($0)) } })
      read(sources[s], s, readers[s], known, beginnings: beginnings)
    }
  }

  /// The first of the rows of words that give the letters of an acronym.
  func run(of acronym: String, _ language: Language) -> Run? { runs[language][AcronymMatcher.letters(of: acronym)] }

  private mutating func read(
    _ source: AcronymSource, _ s: Int, _ reader: WordReader, _ wanted: Set<[Unicode.Scalar]>,
    beginnings: Set<[Unicode.Scalar]>
  ) {
    let tokens = source.text.tokens
    let isKeyword = if case .keyword = source.kind { true } else { false }
    let starts = Set(beginnings.compactMap(\.first))
    let end = min(tokens.count, AcronymExpansionSearch.longest)
    let isFunction = tokens.indices.map { tokens[$0].kind == .word && reader.isFunction($0) }
    // A keyword must be the expansion as a whole.
    for start in 0..<(isKeyword ? min(1, end) : end) {
      let token = tokens[start]
      guard token.kind == .word, token.letters > 1, !isFunction[start], token.uppers < 2 || source.isInCapitals,
        let initial = source.text.folded(token).first, starts.contains(initial)
      else { continue }
      var letters: [Unicode.Scalar] = []
      var areNames = !source.isInCapitals
      var k = start
      while k < tokens.count, letters.count < Self.lengths.upperBound {
        steps += 1
        if tokens[k].kind == .word {
          areNames = areNames && tokens[k].uppers == 1
          if !isFunction[k] {
            guard let letter = source.text.folded(tokens[k]).first else { break }
            letters.append(letter)
            guard beginnings.contains(letters) else { break }
            if wanted.contains(letters), !isKeyword || k + 1 == end {
              add(letters, Run(source: s, tokens: start..<k + 1, isKeyword: isKeyword, isChance: false), areNames)
            }
          }
        } else if !reader.isHyphen(k) {
          break
        }
        k += 1
      }
    }

    func add(_ letters: [Unicode.Scalar], _ run: Run, _ areNames: Bool) {
      guard runs[source.language][letters] == nil else { return }
      // Any two words give two letters: they need capitals in the words too.
      if letters.count == 2 && !isKeyword && !areNames { return }
      var run = run
      run.isChance = !isKeyword && !areNames && letters.count == 3
      runs[source.language][letters] = run
    }
  }
}
