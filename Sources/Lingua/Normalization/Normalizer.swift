/// A text after its repairs, with the list of what was done.
public struct NormalizedText: Hashable, Sendable {
  /// The repaired text.
  public var text: String
  /// The edits in UTF-8 offsets of the input; replaying them on it gives `text`.
  public var edits: [Edit]

  /// A text and the edits that made it.
  public init(text: String, edits: [Edit]) {
    self.text = text
    self.edits = edits
  }
}

/// Makes the repairs that are safe on any text. Repairing the result once more changes nothing.
public struct Normalizer: Sendable {
  /// A normaliser.
  public init() {}

  /// A stream that repairs blocks of bytes as they come.
  ///
  /// - Parameter recordingEdits: whether it keeps the list of edits. The default is no.
  public func stream(recordingEdits: Bool = false) -> NormalizationStream {
    NormalizationStream(scan: .text, recordingEdits: recordingEdits)
  }

  /// Returns the repaired text and its edits.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func normalize(_ text: String) throws(ICUError) -> NormalizedText {
    var stream = stream(recordingEdits: true)
    var output: [UInt8] = []
    let input = Array(text.utf8)
    output.reserveCapacity(input.count)
    try input.withUnsafeBufferPointer { (block) throws(ICUError) in try stream.append(block, into: &output) }
    try stream.finish(into: &output)
    return NormalizedText(
      text: stream.edits.isEmpty ? text : String(decoding: output, as: UTF8.self), edits: stream.edits)
  }
}
