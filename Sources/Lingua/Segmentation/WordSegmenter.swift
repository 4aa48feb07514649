/// Finds the words of a text by ICU's word boundaries (UAX #29).
///
/// A hyphen ends a word: a compound such as "әлеуметтік-экономикалық" gives its two parts, and a suffixed acronym such as
/// "ЕАЭО-ны" gives the acronym and the ending; the hyphen between touches both, so who wants the whole joins words whose
/// gap is one hyphen. An apostrophe inside a word and a point or comma inside a number do not end it.
///
/// It holds ICU's break iterator, so it serves one task at a time; `clone()` makes another for the next task.
public struct WordSegmenter: ~Copyable, Sendable {
  /// What a word is made of.
  public enum Kind: Hashable, Sendable {
    /// At least one letter, kana or ideograph.
    case letters
    /// Digits, with the points and commas among them.
    case number
    /// Punctuation, symbols and blanks.
    case other
  }

  /// A stretch between two word boundaries.
  public struct Word: Hashable, Sendable {
    /// Where it stands, in UTF-8 offsets.
    public var range: Range<Int>
    /// What it is made of.
    public var kind: Kind

    /// A stretch of one kind.
    public init(range: Range<Int>, kind: Kind) {
      self.range = range
      self.kind = kind
    }
  }

  private var iterator: ICU.BreakIterator

  /// A segmenter for the words of one language.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public init(language: Language) throws(ICUError) {
    self.init(iterator: try ICU.BreakIterator(.word, locale: language.tag))
  }

  private init(iterator: consuming ICU.BreakIterator) { self.iterator = iterator }

  /// Another segmenter of the same kind, for another task.
  ///
  /// - Throws: `ICUError` when memory runs out.
  public borrowing func clone() throws(ICUError) -> WordSegmenter { WordSegmenter(iterator: try iterator.clone()) }

  /// All stretches of `text` in order, blanks and punctuation among them: they tile it.
  ///
  /// - Throws: `ICUError` when ICU refuses the text.
  public mutating func segments(of text: String) throws(ICUError) -> [Word] {
    var text = text
    let result: Result<[Word], ICUError> = text.withUTF8 { buffer in
      do throws(ICUError) {
        var boundaries: [ICU.BreakIterator.Boundary] = []
        try iterator.append(boundariesOfLong: buffer, to: &boundaries)
        var words: [Word] = []
        words.reserveCapacity(boundaries.count)
        var start = 0
        for boundary in boundaries {
          words.append(Word(range: start..<boundary.end, kind: Kind(ruleStatus: boundary.status)))
          start = boundary.end
        }
        return .success(words)
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The words of `text`: the stretches with a letter or digit, in order.
  ///
  /// - Throws: `ICUError` when ICU refuses the text.
  public mutating func words(of text: String) throws(ICUError) -> [Word] {
    try segments(of: text).filter { $0.kind != .other }
  }
}

extension WordSegmenter.Kind {
  /// From ICU's `UWordBreak`: below 100 no word, below 200 a number, above it letters.
  fileprivate init(ruleStatus: Int32) {
    self = ruleStatus < 100 ? .other : ruleStatus < 200 ? .number : .letters
  }
}
