/// A stretch of a text in one language.
public struct LanguageSpan: Hashable, Sendable {
  /// From the first letter to behind the last one, in UTF-8 offsets.
  public var range: Range<Int>
  /// The language, `und` where it is none that is known.
  public var language: LanguageTag
  /// How sure that is, from 0 to 1.
  public var confidence: Double

  /// A stretch in one language.
  public init(range: Range<Int>, language: LanguageTag, confidence: Double) {
    self.range = range
    self.language = language
    self.confidence = confidence
  }
}

extension LanguageIdentifier {
  /// The stretches of `text` in one language each, in their order.
  ///
  /// A change of language has its price, so that a name or a term in another script stays in the sentence around it, and a
  /// word that many languages have goes with its neighbours. Blanks, digits and punctuation between two stretches are in
  /// neither; letters of scripts that the model does not know are in none.
  ///
  /// - Parameters:
  ///   - text: in any letter case and normalisation form.
  ///   - languages: where given, only these are answered.
  /// - Returns: stretches that do not touch or overlap, neighbours in different languages.
  public func spans(of text: some StringProtocol, among languages: Set<Language>? = nil) -> [LanguageSpan] {
    if let spans = text.utf8.withContiguousStorageIfAvailable({ spans(of: $0, among: languages) }) { return spans }
    var copy = String(text)
    return copy.withUTF8 { spans(of: $0, among: languages) }
  }

  /// The stretches of UTF-8 bytes in one language each, in their order.
  ///
  /// - Parameters:
  ///   - bytes: in any letter case and normalisation form; malformed ones are no letters.
  ///   - languages: where given, only these are answered.
  /// - Returns: as for a string.
  public func spans(of bytes: UnsafeBufferPointer<UInt8>, among languages: Set<Language>? = nil) -> [LanguageSpan] {
    guard let model else { return [] }
    return model.withFile { file in
      var search = SpanSearch(model: model, languages: languages)
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * WordScan.longest + 8) { scratch in
        guard let room = scratch.baseAddress else { return }
        var scan = WordScan(bytes, letters: LanguageModel.letters(of: file), scratch: room)
        while scan.next() { search.read(scan, file: file) }
      }
      return search.finish()
    } ?? []
  }
}
