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

/// Repairs text by a profile. Repairing the result once more changes nothing.
public struct Normalizer: Sendable {
  /// The profile whose repairs run. The default is `.text`.
  public var profile: NormalizationProfile

  /// A normaliser for one profile.
  public init(profile: NormalizationProfile = .text) { self.profile = profile }

  /// A stream that repairs blocks of bytes as they come.
  ///
  /// - Parameter recordingEdits: whether it keeps the list of edits. The default is no.
  public func stream(recordingEdits: Bool = false) -> NormalizationStream {
    NormalizationStream(scan: profile.scan, recordingEdits: recordingEdits)
  }

  /// Returns the repaired text and its edits.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func normalize(_ text: String) throws(ICUError) -> NormalizedText {
    try normalize(text, documentRepairs: profile.documentRepairs)
  }

  /// As `normalize(_:)`, with document repairs of the caller's choice.
  func normalize(_ text: String, documentRepairs: [any DocumentRepair]) throws(ICUError) -> NormalizedText {
    var stream = stream(recordingEdits: true)
    var output: [UInt8] = []
    let input = Array(text.utf8)
    output.reserveCapacity(input.count)
    try input.withUnsafeBufferPointer { (block) throws(ICUError) in try stream.append(block, into: &output) }
    try stream.finish(into: &output)
    var edits = stream.edits
    if !documentRepairs.isEmpty {
      let diagnosis = output.withUnsafeBufferPointer { Diagnosis(of: $0) }
      for repair in documentRepairs {
        let later = try output.withUnsafeBufferPointer { (text) throws(ICUError) in
          try repair.edits(of: text, diagnosis: diagnosis)
        }
        if later.isEmpty { continue }
        output = later.applied(to: output)
        edits = edits.composed(with: later)
      }
    }
    return NormalizedText(text: edits.isEmpty ? text : String(decoding: output, as: UTF8.self), edits: edits)
  }
}
