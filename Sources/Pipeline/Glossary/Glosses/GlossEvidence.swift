internal import Lingua

/// Says how much two phrases of running text look like translations of each other: words are asked of the concepts, of the
/// table of translations, and of their letters, and a phrase counts as a phrase.
struct GlossEvidence: Sendable {
  let concepts: ConceptLexicon
  let translations: TranslationTable
  let romanization: Romanization
  let words: KnownWords
  let forms: AcronymForms
  /// Words that hold phrases together and name nothing: frequent ones of those that no term is made of.
  private let grammar: Trilingual<Set<String>>

  init(
    lexicons: Lexicons, concepts: ConceptLexicon, translations: TranslationTable, romanization: Romanization,
    words: KnownWords
  ) throws(LexiconError) {
    self.concepts = concepts
    self.translations = translations
    self.romanization = romanization
    self.words = words
    forms = try AcronymForms(lexicons: lexicons)
    var frequent = Trilingual<Set<String>>(repeating: [])
    for row in try lexicons.file("stopwords.tsv", columns: ["language", "word"]).rows {
      if let language = Language(rawValue: row[0]) { frequent[language].insert(row[1]) }
    }
    var grammar = Trilingual<Set<String>>(repeating: [])
    for row in try lexicons.file("term-words.tsv", columns: ["language", "role", "word"]).rows {
      if let language = Language(rawValue: row[0]), row[1] == "form", frequent[language].contains(row[2]) {
        grammar[language].insert(row[2])
      }
    }
    self.grammar = grammar
  }

  /// A word of a phrase, looked up once to be compared many times.
  struct Word {
    var folded: String
    var isNumber: Bool
    /// The rows of the concepts, ascending, with how well the word fits: 1 for a row's whole name.
    var rows: [(row: Int32, weight: Float)] = []
    /// Its number in the table of translations.
    var stem: Int?
    var skeleton: [UInt8] = []
    var isUsual: Bool
    /// Whether any list has it, so that its translation should be found.
    var isKnown: Bool { isNumber || stem != nil || !rows.isEmpty }
  }

  /// The words of a phrase that say something: no grammar.
  func words(of text: String, _ language: Language) -> [Word] {
    let glossary = GlossaryText(text)
    var result: [Word] = []
    var cutter = translations.cutter
    for token in glossary.tokens where token.kind != .mark {
      let folded = glossary.foldedString(token)
      if token.kind == .number {
        result.append(Word(folded: glossary.string(token), isNumber: true, isUsual: true))
        continue
      }
      if isGrammar(folded, language) { continue }
      let codes = LetterCode.codes(folded)
      var word = Word(folded: folded, isNumber: false, isUsual: words.frequency(of: folded, in: language) > 1)
      word.rows = rows(of: codes, language)
      var stem: [UInt8] = []
      if cutter.append(stemOf: codes, language, to: &stem) {
        word.stem = translations.withView { $0.number(of: stem, language) }
      }
      word.skeleton = Array(romanization.skeleton(folded).utf8)
      result.append(word)
    }
    return result
  }

  /// A word of fewer letters is not cut.
  private static let shortest = 5

  /// The rows that a word may belong to, ascending.
  private func rows(of codes: [UInt8], _ language: Language) -> [(row: Int32, weight: Float)] {
    var found: [ConceptMatch] = []
    concepts.append(matchesOf: codes, language, to: &found)
    // How many rows claim the word is told by how many they share.
    var claims = Float(found.count).squareRoot()
    var rows = found.map { ($0.row, $0.weight * claims) }
    // A phrase that has the word in just this form hides those that have its dictionary form.
    for cut in 1...2 where codes.count >= Self.shortest + cut {
      found.removeAll(keepingCapacity: true)
      concepts.append(matchesOf: Array(codes.dropLast(cut)), language, to: &found)
      claims = Float(found.count).squareRoot()
      rows += found.filter { match in !rows.contains { $0.0 == match.row } }.map { ($0.row, $0.weight * claims) }
    }
    return rows.sorted { $0.0 < $1.0 }
  }

  /// Whether a word, in lower case, holds phrases together and names nothing.
  func isGrammar(_ word: String, _ language: Language) -> Bool {
    word.unicodeScalars.count <= 2 || grammar[language].contains(word)
      || forms.isFunctionWord(word.unicodeScalars, language)
  }

  /// What two words without known counterparts say for each other when one of them is known to no list, and when not.
  private static let unknownPair = 0.35
  private static let knownPair = 0.1
  /// A pair of words that agree less is none.
  private static let least = 0.2
  /// What a word counts that belongs to a phrase which the other side has whole, and one without a counterpart of its own there.
  private static let phrase = 0.95
  private static let phraseWord = 0.85
  private static let counterpart = 0.35

  /// From 0 to 1: the share of the words of both phrases that have a counterpart.
  func agreement(_ a: [Word], _ b: [Word], _ languages: (Language, Language)) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var left = Array(repeating: 0.0, count: a.count)
    var right = Array(repeating: 0.0, count: b.count)
    // Where a phrase has more words on one side, the other side's may still belong to it.
    var spare = coverPhrases(a, b, &left, &right)
    var pairs: [(weight: Double, a: Int, b: Int)] = []
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() {
        let weight = weight(x, y, languages)
        if weight > Self.least { pairs.append((weight, i, j)) }
      }
    }
    pairs.sort { ($1.weight, $0.a, $0.b) < ($0.weight, $1.a, $1.b) }
    for k in a.indices where left[k] > 0 && !pairs.contains(where: { $0.a == k && $0.weight >= Self.counterpart }) {
      left[k] = Self.phraseWord
    }
    for k in b.indices where right[k] > 0 && !pairs.contains(where: { $0.b == k && $0.weight >= Self.counterpart }) {
      right[k] = Self.phraseWord
    }
    var leftTaken = left.map { $0 > 0 }
    var rightTaken = right.map { $0 > 0 }
    for pair in pairs where !(leftTaken[pair.a] && rightTaken[pair.b]) {
      if leftTaken[pair.a] || rightTaken[pair.b] {
        guard spare != 0, leftTaken[pair.a] == (spare > 0) else { continue }
        spare -= spare.signum()
      }
      left[pair.a] = max(left[pair.a], pair.weight)
      right[pair.b] = max(right[pair.b], pair.weight)
      leftTaken[pair.a] = true
      rightTaken[pair.b] = true
    }
    var sum = left.reduce(0, +) + right.reduce(0, +)
    if sum == 0 { return 0 }
    // What is left over may stand for each other.
    let rest = (a.indices.filter { !leftTaken[$0] }, b.indices.filter { !rightTaken[$0] })
    let isKnown = rest.0.allSatisfy { a[$0].isKnown } && rest.1.allSatisfy { b[$0].isKnown }
    sum += 2 * Double(min(rest.0.count, rest.1.count)) * (isKnown ? Self.knownPair : Self.unknownPair)
    return sum / Double(a.count + b.count)
  }

  /// A row of the concepts that has two words of both sides, or a whole word for them, is what they say.
  ///
  /// - Returns: how many words more `a` has of it than `b`.
  private func coverPhrases(_ a: [Word], _ b: [Word], _ left: inout [Double], _ right: inout [Double]) -> Int {
    guard a.count > 1 || b.count > 1, let first = a.first else { return 0 }
    var rows = Set(first.rows.map(\.row))
    for word in a.dropFirst() { rows.formUnion(word.rows.map(\.row)) }
    var best = 0
    var difference = 0
    for row in rows.sorted() {
      let x = a.indices.filter { Self.fit(a[$0], row) > 0 }
      let y = b.indices.filter { Self.fit(b[$0], row) > 0 }
      let isWhole = (
        x.contains { Self.fit(a[$0], row) > Self.part }, y.contains { Self.fit(b[$0], row) > Self.part }
      )
      guard x.count + y.count > best, x.count > 1 || isWhole.0, y.count > 1 || isWhole.1,
        max(x.count, y.count) > 1
      else { continue }
      best = x.count + y.count
      difference = x.count - y.count
      for k in a.indices { left[k] = x.contains(k) ? Self.phrase : 0 }
      for k in b.indices { right[k] = y.contains(k) ? Self.phrase : 0 }
    }
    return difference
  }

  /// A word of a longer name fits less than this.
  private static let part: Float = 0.5

  private static func fit(_ word: Word, _ row: Int32) -> Float {
    var low = 0
    var high = word.rows.count
    while low < high {
      let middle = (low + high) / 2
      if word.rows[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < word.rows.count && word.rows[low].row == row ? word.rows[low].weight : 0
  }

  private func weight(_ a: Word, _ b: Word, _ languages: (Language, Language)) -> Double {
    if a.folded == b.folded { return 1 }
    if a.isNumber || b.isNumber { return 0 }
    return max(
      Self.shared(a, b), translation(a, b, languages), TermEvidence.cognate(a.skeleton, b.skeleton))
  }

  /// Two words that are the names of one row agree; words of longer names do if they stand in the same ones.
  private static func shared(_ a: Word, _ b: Word) -> Double {
    var common = 0.0
    var best: Float = 0
    var i = 0
    var j = 0
    while i < a.rows.count, j < b.rows.count {
      if a.rows[i].row == b.rows[j].row {
        common += 1
        let (x, y) = (a.rows[i].weight, b.rows[j].weight)
        if x > part && y > part { best = max(best, 0.6 + 0.4 * (x * y).squareRoot()) }
        i += 1
        j += 1
      } else if a.rows[i].row < b.rows[j].row {
        i += 1
      } else {
        j += 1
      }
    }
    guard common > 0 else { return 0 }
    let share = common / Double(a.rows.count * b.rows.count).squareRoot()
    return max(Double(best), 0.9 * share)
  }

  private func translation(_ a: Word, _ b: Word, _ languages: (Language, Language)) -> Double {
    guard let x = a.stem, let y = b.stem else { return 0 }
    let probability = translations.withView { view in
      var row: [TranslationView.Entry] = []
      view.read(x, from: languages.0, to: languages.1, into: &row)
      let forth = row.first { $0.target == y }?.probability ?? 0
      view.read(y, from: languages.1, to: languages.0, into: &row)
      return max(forth, row.first { $0.target == x }?.probability ?? 0)
    }
    return switch probability {
    case 0.25...: 0.95
    case 0.1...: 0.8
    case 0.04...: 0.6
    case 0.015...: 0.4
    default: 0
    }
  }
}
