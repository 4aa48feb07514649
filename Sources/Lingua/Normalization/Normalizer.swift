/// A list of repairs for one kind of text.
public enum NormalizationProfile: String, Hashable, Sendable, CaseIterable {
  /// What is safe on any text: line endings, byte-order marks, stray controls, odd blanks, soft hyphens, zero-width
  /// characters, decomposed letters, presentation ligatures.
  case text
}

/// A text after its repairs, with the list of what was done.
public struct NormalizedText: Hashable, Sendable {
  /// The repaired text.
  public var text: String
  /// The edits in UTF-8 offsets of the input; replaying them on it gives `text`.
  public var edits: [Edit]
}

/// Repairs text by a profile.
public struct Normalizer: Sendable {
  /// The profile whose repairs run. The default is `.text`.
  public var profile: NormalizationProfile

  /// A normaliser for one profile.
  public init(profile: NormalizationProfile = .text) { self.profile = profile }

  /// Returns the repaired text and its edits.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func normalize(_ text: String) throws(ICUError) -> NormalizedText {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    let changes = try bytes.withUnsafeBufferPointer { (buffer) throws(ICUError) in
      try ICU.changes(normalizing: buffer, form: .nfc, into: &output)
    }
    let edits = changes.map {
      Edit(
        rule: EditRule(rawValue: "composition"), range: $0.source,
        replacement: String(decoding: output[$0.result], as: UTF8.self))
    }
    return NormalizedText(text: String(decoding: output, as: UTF8.self), edits: edits)
  }
}
