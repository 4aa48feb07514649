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
    // The first block decides the encoding; only a page without Unicode's marks needs a longer sample. Where it is
    // ASCII, which means the same in any encoding, the first block that is not decides.
    var sample = [UInt8](repeating: 0, count: min(EncodingDetector.sampleSize, max(Self.blockSize, file.expectedSize)))
    sample.removeSubrange(try file.fill(&sample)...)
    let choice = try reader.choice(for: sample, path: input.path)
    var repair = try FileRepair(input.path, choice, batch: self, target: target.path(for: input))
    try repair.pass(sample, by: Self.blockSize)
    var isOpen =
      choice.evidence == .wellFormed && sample.withUnsafeBufferPointer(EncodingDetector.firstBeyondASCII) == nil
    sample = []
    while true {
      let n = try file.read(into: &block)
      if n == 0 { break }
      let tells =
        isOpen
        && block.withUnsafeBufferPointer {
          EncodingDetector.firstBeyondASCII(UnsafeBufferPointer(rebasing: $0[..<n])) != nil
        }
      guard tells else {
        try block.withUnsafeBufferPointer { try repair.pass(UnsafeBufferPointer(rebasing: $0[..<n])) }
        continue
      }
      isOpen = false
      var rest = [UInt8](repeating: 0, count: EncodingDetector.sampleSize)
      rest.removeSubrange(try file.fill(&rest)...)
      let stretch = Array(block[..<n]) + rest
      let later = try stretch.withUnsafeBufferPointer { try reader.later($0, after: choice) }
      try repair.goOn(as: later, reader: reader)
      try repair.pass(stretch, by: Self.blockSize)
    }
    return try repair.finish()
  }
}

/// The repair of one file under way.
private struct FileRepair: ~Copyable {
  private let path: String
  private var choice: EncodingDetector.Choice
  private let strict: Bool
  private var decoder: Decoder
  private var stream: NormalizationStream
  private var text: ResultFile
  private var edits: ResultFile
  private let writesText: Bool
  private let writesEdits: Bool
  private var decoded: [UInt8] = []
  private var output: [UInt8] = []
  private var lines: [UInt8] = []

  init(_ path: String, _ choice: EncodingDetector.Choice, batch: NormalizeBatch, target: String?) throws {
    // All that can fail comes first: a noncopyable value cannot be left half made.
    // A mark stays in the text, so that the repair that removes it is in the list of edits.
    let decoder = try batch.reader.decoder(for: choice, keepsMark: true)
    let text = try ResultFile(path: target)
    let edits = try ResultFile(path: batch.explain ? target.map { $0 + ".edits.jsonl" } : nil)
    self.path = path
    self.choice = choice
    strict = batch.reader.strict
    self.decoder = decoder
    stream = batch.normalizer.stream(recordingEdits: batch.explain)
    self.text = text
    self.edits = edits
    writesEdits = batch.explain
    writesText = target != nil || !batch.explain
  }

  /// Decodes what follows by another choice; all text so far was ASCII.
  mutating func goOn(as choice: EncodingDetector.Choice, reader: DocumentReader) throws {
    decoder.goOn(as: try reader.decoder(for: choice, keepsMark: true))
    self.choice = choice
  }

  /// As `pass`, block by block.
  mutating func pass(_ bytes: [UInt8], by size: Int) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = min(start + size, bytes.count)
        try pass(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }

  /// Repairs the next bytes of the file and writes what is ready.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) throws {
    decoded.removeAll(keepingCapacity: true)
    output.removeAll(keepingCapacity: true)
    decoder.decode(bytes, isLast: isLast, into: &decoded)
    if strict, decoder.errors.count > 0 {
      throw ReadError.malformed(path: path, encoding: choice.encoding, errors: decoder.errors)
    }
    try decoded.withUnsafeBufferPointer { try stream.append($0, into: &output) }
    if isLast { try stream.finish(into: &output) }
    if writesText { try text.write(output) }
    guard writesEdits else { return }
    lines.removeAll(keepingCapacity: true)
    for edit in stream.edits {
      edit.json.write(to: &lines)
      lines.append(0x0A)
    }
    stream.edits.removeAll(keepingCapacity: true)
    try edits.write(lines)
  }

  /// Ends the text and puts the files in their places.
  consuming func finish() throws -> Document.Decoding {
    try pass(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    let decoding = Document.Decoding(encoding: choice.encoding, evidence: choice.evidence, errors: decoder.errors)
    try text.finish()
    try edits.finish()
    return decoding
  }
}
