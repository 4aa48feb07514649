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
  let kazakh: KazakhForm
  let english: EnglishForm

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

  /// An order that does not depend on chance: fewer capitals, fewer letters, the alphabet.
  static func precedes(_ a: String, _ b: String) -> Bool {
    func capitals(_ text: String) -> Int { text.unicodeScalars.count { $0.isUppercaseLetter } }
    let (left, right) = ((capitals(a), a.utf8.count), (capitals(b), b.utf8.count))
    return left == right ? a.utf8.lexicographicallyPrecedes(b.utf8) : left < right
  }

  /// A dictionary form that a phrase may have.
  struct Made {
    var text: String
    var isPlural = false
  }

  /// What a phrase may be in dictionary form, the likeliest first; nil where it cannot be told.
  func forms(
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
