import Lingua
import Pipeline

extension NormalizationStream: TextFilter {
  mutating func takeEdits() -> [Edit] {
    defer { edits.removeAll(keepingCapacity: true) }
    return edits
  }

  var warnings: [String] { [] }
}

extension ScanStream: TextFilter {
  mutating func takeEdits() -> [Edit] {
    defer { edits.removeAll(keepingCapacity: true) }
    return edits
  }

  var warnings: [String] { [] }
}

/// Gives what a document shows instead of its text.
struct DiagnosisFilter: TextFilter {
  let normalizer: ScanNormalizer
  private var text: [UInt8] = []

  init(_ normalizer: ScanNormalizer) { self.normalizer = normalizer }

  mutating func append(_ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) { text += block }

  mutating func finish(into output: inout [UInt8]) throws {
    let diagnosis = try normalizer.diagnosis(of: String(decoding: text, as: UTF8.self))
    JSONValue.object(diagnosis.json(rules: normalizer.rules(for: diagnosis))).write(to: &output)
    output.append(0x0A)
  }

  mutating func takeEdits() -> [Edit] { [] }

  var warnings: [String] { [] }
}
