/// Puts a phrase of running text into the form that a dictionary or a glossary prints.
///
/// - Russian goes into the nominative of its own number: the head and what agrees with it; what depends on the head stays.
///   The paradigms of `russian-endings.tsv` say which forms a word can be, the list of known words which of them exist,
///   and the agreement of adjectives and nouns which of them is meant. A form that is a nominative already stays.
/// - Kazakh loses the case ending of its last word; plural and possessive stay, but for the possessive of a lone word that
///   is printed without it as well.
/// - English loses a possessive at its end, and its plural where the singular is printed as often.
///
/// A value can be used by several tasks at once.
public struct DictionaryForm: Sendable {
  private let russian: RussianReader
  private let kazakh: KazakhForm
  private let english: EnglishForm

  /// Opens the tables of endings and the lists of known words.
  ///
  /// - Throws: `LexiconError` when one is missing or broken.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    try self.init(
      lexicons: lexicons, words: try KnownWords(lexicons: lexicons), kazakh: try KazakhStemmer(lexicons: lexicons))
  }

  /// With word lists and a stemmer that are there already; their tables are shared.
  ///
  /// - Parameters:
  ///   - lexicons: where the tables of endings come from.
  ///   - words: the known words.
  ///   - stemmer: the Kazakh stemmer.
  /// - Throws: `LexiconError` when a table of endings is missing or broken.
  public init(lexicons: Lexicons, words: KnownWords, kazakh stemmer: KazakhStemmer) throws(LexiconError) {
    russian = try RussianReader(lexicons: lexicons, words: words.lists.ru)
    kazakh = try KazakhForm(lexicons: lexicons, stemmer: stemmer, words: words.lists.kk)
    english = try EnglishForm(lexicons: lexicons)
  }

  /// More scalars than this are no phrase.
  private static let longest = 400

  /// The dictionary form of a phrase, composed (NFC), in its own letter case.
  ///
  /// - Parameters:
  ///   - phrase: words and what stands between them, without the marks of the sentence around it.
  ///   - language: the language of the phrase.
  ///   - attested: how many times a phrase is printed elsewhere; where several forms are possible, one that is printed
  ///     goes before one that is made. The default knows of none.
  /// - Returns: the form, which may be the phrase as it was; nil where it cannot be told, so that the printed form is the
  ///   best there is.
  public func form(
    _ phrase: String, _ language: Language, attested: (String) -> Int = { _ in 0 }
  ) -> String? {
    guard let composed = try? normalize(phrase) else { return nil }
    var cache: [[UInt8]: [RussianReading]] = [:]
    guard let texts = forms(of: composed, language, &cache)?.map(\.text), var best = texts.first else { return nil }
    guard texts.count > 1 else { return best }
    if language == .en {
      let most = attested(best)
      return texts.dropFirst().first { attested($0) >= max(1, most) } ?? best
    }
    // The phrase itself is always printed somewhere, which says nothing.
    var most = best == composed ? 0 : attested(best)
    for text in texts.dropFirst() where text != composed {
      let count = attested(text)
      if count > most { (best, most) = (text, count) }
    }
    return best
  }

  /// What a term is called in a dictionary.
  public struct Headword: Hashable, Sendable {
    /// The term, composed (NFC).
    public var text: String
    /// Whether it names several; nil where that cannot be told.
    public var isPlural: Bool?

    /// A headword whose number is not known unless it is given.
    public init(text: String, isPlural: Bool? = nil) {
      self.text = text
      self.isPlural = isPlural
    }
  }

  /// How many printed forms of a term are looked at.
  private static let most = 12

  /// The dictionary form of a term that is printed in several forms: the one that explains most of them.
  ///
  /// - Parameters:
  ///   - printed: the forms and how many times each is printed, in any order.
  ///   - language: the language of the term.
  ///   - isPlural: the number to prefer where the printed forms leave a choice, as other languages have it; nil where that
  ///     is not known.
  /// - Returns: the form; nil where nothing is printed.
  public func headword(
    ofPrinted printed: [(text: String, count: Int)], _ language: Language, isPlural: Bool? = nil
  ) -> Headword? {
    var counts: [String: (text: String, count: Int)] = [:]
    for form in printed {
      guard let composed = try? normalize(form.text) else { continue }
      let key = composed.lowercased()
      let known = counts[key]
      // The fewest capitals say most.
      let isPlainer = known.map { Self.precedes(composed, $0.text) } ?? true
      counts[key] = (isPlainer ? composed : known?.text ?? composed, form.count + (known?.count ?? 0))
    }
    let forms = counts.values.sorted { $0.count == $1.count ? Self.precedes($0.text, $1.text) : $0.count > $1.count }
    switch language {
    case .en: return english(forms, isPlural)
    case .ru: return elected(forms, .ru, isPlural)
    case .kk:
      guard let usual = elected(forms, .kk, nil) else { return nil }
      guard let isPlural, let number = usual.isPlural, number != isPlural else { return usual }
      // Endings tell the number of every form of the same noun.
      let roots = roots(ofKazakh: usual.text)
      let agreeing = forms.filter { form in
        guard let made = self.form(form.text, .kk) else { return false }
        return self.isPlural(made, .kk) == isPlural && !self.roots(ofKazakh: made).isDisjoint(with: roots)
      }
      return elected(agreeing, .kk, nil) ?? usual
    }
  }

  /// English prints its dictionary forms: of the number that is asked for, else the usual one.
  private func english(_ forms: [(text: String, count: Int)], _ isPlural: Bool?) -> Headword? {
    guard let first = forms.first else { return nil }
    let counts = Dictionary(forms.map { ($0.text.lowercased(), $0.count) }, uniquingKeysWith: +)
    let usual = form(first.text, .en) { counts[$0.lowercased()] ?? 0 } ?? first.text
    let number = self.isPlural(usual, .en)
    guard let isPlural, let number, number != isPlural else { return Headword(text: usual, isPlural: number) }
    let other =
      isPlural
      ? forms.first { self.isPlural($0.text, .en) == true }?.text
      : forms.first { self.isPlural($0.text, .en) == false }?.text
    return other.map { Headword(text: $0, isPlural: isPlural) } ?? Headword(text: usual, isPlural: number)
  }

  /// Every printed form votes for the dictionary forms that it may be a form of.
  private func elected(_ forms: [(text: String, count: Int)], _ language: Language, _ isPlural: Bool?) -> Headword? {
    var cache: [[UInt8]: [RussianReading]] = [:]
    var votes: [String: Votes] = [:]
    for (number, form) in forms.prefix(Self.most).enumerated() {
      let made = self.forms(of: form.text, language, &cache) ?? [Made(text: form.text)]
      for (rank, made) in made.enumerated() {
        let text = made.text
        let key = text.lowercased()
        var vote = votes[key] ?? Votes(text: text)
        vote.isPlural = vote.isPlural || made.isPlural
        if vote.voters.contains(number) { continue }
        vote.voters.insert(number)
        vote.all += form.count
        if rank == 0 { vote.first += form.count }
        if Self.precedes(text, vote.text) { vote.text = text }
        votes[key] = vote
      }
    }
    let counts = Dictionary(forms.map { ($0.text.lowercased(), $0.count) }, uniquingKeysWith: +)
    let best = votes.max { a, b in
      if a.value.all != b.value.all { return a.value.all < b.value.all }
      if a.value.first != b.value.first { return a.value.first < b.value.first }
      let (left, right) = (counts[a.key] ?? 0, counts[b.key] ?? 0)
      return left == right ? Self.precedes(b.value.text, a.value.text) : left < right
    }?.value
    guard let best else { return nil }
    if language == .kk { return Headword(text: best.text, isPlural: self.isPlural(best.text, .kk)) }
    if let isPlural, best.isPlural != isPlural {
      // A plural of which every form is one of the singular as well is no plural: моркови.
      let others = votes.values.filter {
        $0.isPlural == isPlural && 2 * $0.all >= best.all && !(isPlural && $0.voters.isSubset(of: best.voters))
      }
      if let other = others.max(by: { ($0.all, $0.first, $1.text) < ($1.all, $1.first, $0.text) }) {
        return Headword(text: other.text, isPlural: isPlural)
      }
    }
    guard best.isPlural else { return Headword(text: best.text, isPlural: false) }
    // The plural is the name of a thing that is hardly met alone.
    let singular = votes.values.filter { !$0.isPlural && $0.first > 0 }.max {
      $0.first == $1.first ? Self.precedes($1.text, $0.text) : $0.first < $1.first
    }
    guard let singular, isPlural != true, Self.singularShare * singular.first >= best.first else {
      return Headword(text: best.text, isPlural: true)
    }
    return Headword(text: singular.text, isPlural: false)
  }

  /// A plural that is printed more than so many times as often as the singular is the term itself. Authors of keyword
  /// lists choose so.
  private static let singularShare = 4

  /// What printed forms say of a dictionary form: how many may be forms of it, and of how many it is the likeliest.
  private struct Votes {
    var text: String
    var isPlural = false
    var all = 0
    var first = 0
    /// The printed forms that may be forms of it, by their numbers.
    var voters: Set<Int> = []
  }

  /// What the last word of a Kazakh phrase in dictionary form may be in the singular and without a possessive.
  private func roots(ofKazakh phrase: String) -> Set<[UInt8]> {
    Set(PrintedWord.words(of: Array(phrase.unicodeScalars)).last?.codes.map(kazakh.roots) ?? [])
  }

  /// Whether an English or Kazakh phrase in dictionary form names several; nil where that cannot be told.
  private func isPlural(_ phrase: String, _ language: Language) -> Bool? {
    let words = PrintedWord.words(of: Array(phrase.unicodeScalars))
    return language == .en ? english.isPlural(words) : words.last?.codes.map(kazakh.isPlural)
  }

  /// An order that does not depend on chance: fewer capitals, fewer letters, the alphabet.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    func capitals(_ text: String) -> Int { text.unicodeScalars.count { $0.isUppercaseLetter } }
    let (left, right) = ((capitals(a), a.utf8.count), (capitals(b), b.utf8.count))
    return left == right ? a.utf8.lexicographicallyPrecedes(b.utf8) : left < right
  }

  /// A dictionary form that a phrase may have.
  private struct Made {
    var text: String
    var isPlural = false
  }

  /// What a phrase may be in dictionary form, the likeliest first; nil where it cannot be told.
  private func forms(
    of composed: String, _ language: Language, _ cache: inout [[UInt8]: [RussianReading]]
  ) -> [Made]? {
    let letters = Array(composed.unicodeScalars.filter { $0.value != 0xAD })
    guard !letters.isEmpty, letters.count <= Self.longest else { return nil }
    let words = PrintedWord.words(of: letters)
    guard !words.isEmpty else { return nil }
    let forms: [PhraseForm]?
    switch language {
    case .ru: forms = RussianPhrase(words, reader: russian, cache: &cache).forms()
    case .kk: return kazakhForms(letters, words)
    case .en:
      let letters = Self.withoutPossessive(letters)
      let words = PrintedWord.words(of: letters)
      let forms = [PhraseForm(changed: [:])] + english.singulars(words)
      return forms.map { Made(text: Self.text(letters, words, $0)) }
    }
    return forms?.map { Made(text: Self.text(letters, words, $0), isPlural: $0.isPlural) }
  }

  private func kazakhForms(_ letters: [Unicode.Scalar], _ words: [PrintedWord]) -> [Made]? {
    guard let last = words.last, let codes = last.codes else { return nil }
    let kept = kazakh.kept(codes)
    guard let first = kept.first else { return nil }
    func made(_ scalars: [Unicode.Scalar]) -> Made {
      Made(text: Self.text(letters, words, PhraseForm(changed: [words.count - 1: scalars])))
    }
    let forms = kept.map { made(Array(last.scalars.prefix($0))) }
    guard words.count == 1 else { return forms }
    return forms
      + kazakh.bare(codes[..<first]).map { made(last.with(kept: $0.kept, ending: $0.ending)) }
  }

  /// A Kazakh phrase in dictionary form without the possessive of its last word, composed (NFC).
  ///
  /// Behind a noun the possessive makes one term of the two (қауіпсіздік жүйесі); behind an adjective it belongs to what
  /// stood before them (металдың жылулық тиімділігі), and the term is without.
  ///
  /// - Parameter phrase: the phrase.
  /// - Returns: nil where the word has no possessive, or nothing is known of the word without it.
  package func withoutPossessive(ofKazakh phrase: String) -> String? {
    guard let composed = try? normalize(phrase) else { return nil }
    let letters = Array(composed.unicodeScalars.filter { $0.value != 0xAD })
    let words = PrintedWord.words(of: letters)
    guard let last = words.last, let codes = last.codes, let bare = kazakh.plain(codes) else { return nil }
    let form = PhraseForm(changed: [words.count - 1: last.with(kept: bare.kept, ending: bare.ending)])
    return Self.text(letters, words, form)
  }

  private static func text(_ phrase: [Unicode.Scalar], _ words: [PrintedWord], _ form: PhraseForm) -> String {
    var result = String.UnicodeScalarView()
    var position = 0
    for (number, word) in words.enumerated() {
      guard let changed = form.changed[number] else { continue }
      result.append(contentsOf: phrase[position..<word.range.lowerBound])
      result.append(contentsOf: changed)
      position = word.range.upperBound
    }
    result.append(contentsOf: phrase[position...])
    return String(result)
  }

  /// Without a possessive at the end.
  private static func withoutPossessive(_ phrase: [Unicode.Scalar]) -> [Unicode.Scalar] {
    func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { [0x27, 0x2019, 0x2BC].contains(scalar.value) }
    guard phrase.count > 2, let last = phrase.last else { return phrase }
    let before = phrase[phrase.count - 2]
    if last.simpleLowercase == "s", isApostrophe(before) { return phrase.dropLast(2) }
    if isApostrophe(last), before.simpleLowercase == "s" { return phrase.dropLast() }
    return phrase
  }
}
