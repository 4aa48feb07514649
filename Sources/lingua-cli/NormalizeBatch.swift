import Lingua
import Pipeline

/// Repairs files block by block, so that memory does not grow with them.
struct NormalizeBatch: Sendable {
  let normalizer: Normalizer
  let reader: DocumentReader
  let explain: Bool
  let target: NormalizeTarget

  /// Runs the batch.
  ///
  /// - Returns: how many inputs failed; each was named with its reason.
  /// - Throws: `FileError` when standard output fails.
  func run(_ inputs: InputFiles, shared: SharedOptions) async throws -> Int {
    // Texts on standard output follow each other; files may be made at once.
    var isStandardOutput = false
    if case .standardOutput = target { isStandardOutput = true }
    return try await InputBatch(inputs, shared: shared).run(
      workers: isStandardOutput ? 1 : nil, makeWorker: { [UInt8](repeating: 0, count: Self.blockSize) },
      work: { block, input in
        let decoding = try repair(input, block: &block)
        return InputBatch.Result(output: (), warnings: Prose.warning(decoding).map { [$0] } ?? [])
      },
      endsBatch: { isStandardOutput && ($0 as? FileError)?.operation == .write }, deliver: { _ in })
  }

  // Larger blocks fall out of the second-level cache between decoding, repairing and writing.
  private static let blockSize = 131_072

  private func repair(_ input: InputFile, block: inout [UInt8]) throws -> Document.Decoding {
    let file = try FileReader(path: input.path)
    // The first block decides the encoding; only a page without Unicode's marks needs a longer sample.
    var sample = [UInt8](repeating: 0, count: min(EncodingDetector.sampleSize, max(Self.blockSize, file.expectedSize)))
    sample.removeSubrange(try file.fill(&sample)...)
    let choice = try reader.choice(for: sample, path: input.path)
    // A mark stays in the text, so that the repair that removes it is in the list of edits.
    var decoder = try reader.decoder(for: choice, keepsMark: true)
    var stream = normalizer.stream(recordingEdits: explain)
    let path = target.path(for: input)
    var text = path == nil && explain ? nil : try ResultFile(path: path)
    var edits = explain ? try ResultFile(path: path.map { $0 + ".edits.jsonl" }) : nil

    var decoded: [UInt8] = []
    var output: [UInt8] = []
    var lines: [UInt8] = []
    func pass(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws {
      decoded.removeAll(keepingCapacity: true)
      output.removeAll(keepingCapacity: true)
      decoder.decode(bytes, isLast: isLast, into: &decoded)
      if reader.strict, decoder.errors.count > 0 {
        throw ReadError.malformed(path: input.path, encoding: choice.encoding, errors: decoder.errors)
      }
      try decoded.withUnsafeBufferPointer { try stream.append($0, into: &output) }
      if isLast { try stream.finish(into: &output) }
      try text?.write(output)
      if explain {
        lines.removeAll(keepingCapacity: true)
        for edit in stream.edits {
          edit.json.write(to: &lines)
          lines.append(0x0A)
        }
        stream.edits.removeAll(keepingCapacity: true)
        try edits?.write(lines)
      }
    }
    var start = 0
    while start < sample.count {
      let end = min(start + Self.blockSize, sample.count)
      try sample.withUnsafeBufferPointer { try pass(UnsafeBufferPointer(rebasing: $0[start..<end]), isLast: false) }
      start = end
    }
    sample = []
    while true {
      let n = try file.read(into: &block)
      try block.withUnsafeBufferPointer { try pass(UnsafeBufferPointer(rebasing: $0[..<n]), isLast: n == 0) }
      if n == 0 { break }
    }
    try text?.finish()
    try edits?.finish()
    return Document.Decoding(encoding: choice.encoding, evidence: choice.evidence, errors: decoder.errors)
  }
}
