/// Finds the sentences of a text in one language: ICU's sentence boundaries (UAX #29) and, over them, rules for
/// abbreviations, initials, numbers, quotations, addresses, line breaks and sentences that ran together.
///
/// It holds ICU's break iterator, so it serves one task at a time; `clone()` makes another for the next task.
public struct SentenceSegmenter: ~Copyable, Sendable {
  /// The language whose abbreviations it knows.
  public let language: Language
  private let rules: StopRules
  private var iterator: ICU.BreakIterator

  /// A segmenter for one language.
  ///
  /// - Throws: `LexiconError` when the abbreviations cannot be read, `ICUError` when ICU cannot load its data.
  public init(language: Language, lexicons: Lexicons = .embedded) throws {
    let abbreviations = try Abbreviations(language: language, lexicons: lexicons)
    self.init(
      rules: StopRules(abbreviations: abbreviations, language: language),
      iterator: try ICU.BreakIterator(.sentence, locale: language.tag))
  }

  private init(rules: StopRules, iterator: consuming ICU.BreakIterator) {
    language = rules.language
    self.rules = rules
    self.iterator = iterator
  }

  /// Another segmenter of the same kind, for another task; about 0.1 µs.
  ///
  /// - Throws: `ICUError` when memory runs out.
  public borrowing func clone() throws(ICUError) -> SentenceSegmenter {
    SentenceSegmenter(rules: rules, iterator: try iterator.clone())
  }

  /// The sentences of `text` as UTF-8 ranges, without the blanks between them, in order. Every character that is not
  /// blank belongs to exactly one. The cost is linear in the text.
  ///
  /// - Throws: `ICUError` when ICU refuses the text.
  public mutating func sentences(of text: String) throws(ICUError) -> [Range<Int>] {
    // `withUTF8` does not pass typed errors on, so the error is carried out by hand.
    var text = text
    let result: Result<[Range<Int>], ICUError> = text.withUTF8 { buffer in
      do throws(ICUError) { return .success(try sentences(ofUTF8: buffer)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The sentences of valid UTF-8, as above.
  mutating func sentences(ofUTF8 buffer: UnsafeBufferPointer<UInt8>) throws(ICUError) -> [Range<Int>] {
    var boundaries: [ICU.BreakIterator.Boundary] = []
    try iterator.append(boundariesOfLong: buffer, to: &boundaries)
    var scan = SentenceScan(text: UTF8Text(bytes: buffer), rules: rules)
    return scan.sentences(boundaries)
  }
}
