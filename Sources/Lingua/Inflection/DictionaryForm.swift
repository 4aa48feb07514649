/// Puts a phrase of running text into the form that a dictionary or a glossary prints.
///
/// - Russian goes into the nominative of its own number: the head and what agrees with it; what depends on the head stays.
///   The paradigms of `russian-endings.tsv` say which forms a word can be, the list of known words which of them exist,
///   and the agreement of adjectives and nouns which of them is meant. A form that is a nominative already stays.
/// - Kazakh loses the case ending of its last word; plural and possessive stay.
/// - English loses a possessive at its end.
///
/// A value can be used by several tasks at once.
public struct DictionaryForm: Sendable {
  private let russian: RussianReader
  private let kazakh: KazakhForm

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
    let scalars = composed.unicodeScalars.filter { $0.value != 0xAD }
    let letters = Array(scalars)
    guard !letters.isEmpty, letters.count <= Self.longest else { return nil }
    let words = PrintedWord.words(of: letters)
    guard !words.isEmpty else { return nil }
    let forms: [PhraseForm]?
    switch language {
    case .ru: forms = RussianPhrase(words, reader: russian).forms()
    case .kk: forms = kazakhForms(words)
    case .en: return Self.english(letters)
    }
    guard let texts = forms?.map({ Self.text(letters, words, $0) }), var best = texts.first else { return nil }
    guard texts.count > 1 else { return best }
    // The phrase itself is always printed somewhere, which says nothing.
    var most = best == composed ? 0 : attested(best)
    for text in texts.dropFirst() {
      let count = attested(text)
      if count > most { (best, most) = (text, count) }
    }
    return best
  }

  private func kazakhForms(_ words: [PrintedWord]) -> [PhraseForm]? {
    guard let last = words.last, let codes = last.codes else { return nil }
    let kept = kazakh.kept(codes)
    return kept.isEmpty
      ? nil : kept.map { PhraseForm(changed: [words.count - 1: Array(last.scalars.prefix($0))]) }
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
  private static func english(_ phrase: [Unicode.Scalar]) -> String? {
    func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { [0x27, 0x2019, 0x2BC].contains(scalar.value) }
    var phrase = phrase[...]
    if phrase.count > 2, let last = phrase.last, last.simpleLowercase == "s", isApostrophe(phrase[phrase.count - 2]) {
      phrase = phrase.dropLast(2)
    } else if phrase.count > 2, let last = phrase.last, isApostrophe(last),
      phrase[phrase.count - 2].simpleLowercase == "s"
    {
      phrase = phrase.dropLast()
    }
    return String(String.UnicodeScalarView(phrase))
  }
}
