import Lingua
import Pipeline

/// Changes a text that arrives in blocks.
protocol TextFilter: SendableMetatype {
  /// Takes the next block of valid UTF-8 and appends what is ready.
  mutating func append(_ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) throws
  /// Appends the rest.
  mutating func finish(into output: inout [UInt8]) throws
  /// The edits since the last call, where the filter keeps them.
  mutating func takeEdits() -> [Edit]
  /// What a person should know of the text when it is done.
  var warnings: [String] { get }
}

/// Puts files through a filter block by block, so that memory does not grow with them.
struct FilterBatch<Filter: TextFilter>: Sendable {
  let makeFilter: @Sendable () -> Filter
  let reader: DocumentReader
  /// Whether the edits are written.
  let explain: Bool
  let target: FilterTarget

  /// Runs the batch.
  ///
  /// - Returns: how many inputs failed; each was named with its reason.
  /// - Throws: `FileError` when standard output fails.
  func run(_ inputs: InputFiles, shared: SharedOptions) async throws -> Int {
    // Texts on standard output follow each other; files may be made at once.
    var isStandardOutput = false
    if case .standardOutput = target { isStandardOutput = true }
    return try await InputBatch(inputs, shared: shared).run(
      workers: isStandardOutput ? 1 : nil, makeWorker: { [UInt8](repeating: 0, count: filterBlockSize) },
      work: { block, input in
        InputBatch.Result(output: (), warnings: try filter(input, block: &block))
      },
      endsBatch: { isStandardOutput && ($0 as? FileError)?.operation == .write }, deliver: { _ in })
  }

  private func filter(_ input: InputFile, block: inout [UInt8]) throws -> [String] {
    let source = try FileReader(path: input.path)
    // The first block decides the encoding; only a page without Unicode's marks needs a longer sample. Where it is
    // ASCII, which means the same in any encoding, the first block that is not decides.
    var sample = [UInt8](
      repeating: 0, count: min(EncodingDetector.sampleSize, max(filterBlockSize, source.expectedSize)))
    sample.removeSubrange(try source.fill(&sample)...)
    if reader.format(ofHead: sample, path: input.path).isExtracted {
      return try filter(input, try document(input, head: sample, rest: source))
    }
    let choice = try reader.choice(for: sample, path: input.path)
    var file = try FilteredFile(input.path, choice, batch: self, target: target.path(for: input))
    try file.pass(sample, by: filterBlockSize)
    var isOpen =
      choice.evidence == .wellFormed && sample.withUnsafeBufferPointer(EncodingDetector.firstBeyondASCII) == nil
    sample = []
    while true {
      let n = try source.read(into: &block)
      if n == 0 { break }
      let tells =
        isOpen
        && block.withUnsafeBufferPointer {
          EncodingDetector.firstBeyondASCII(UnsafeBufferPointer(rebasing: $0[..<n])) != nil
        }
      guard tells else {
        try block.withUnsafeBufferPointer { try file.pass(UnsafeBufferPointer(rebasing: $0[..<n])) }
        continue
      }
      isOpen = false
      var rest = [UInt8](repeating: 0, count: EncodingDetector.sampleSize)
      rest.removeSubrange(try source.fill(&rest)...)
      let stretch = Array(block[..<n]) + rest
      let later = try stretch.withUnsafeBufferPointer { try reader.later($0, after: choice) }
      try file.goOn(as: later, reader: reader)
      try file.pass(stretch, by: filterBlockSize)
    }
    return try file.finish()
  }
}

extension FilterBatch {
  /// A document whose text is known only when all of it was read.
  private func document(_ input: InputFile, head: [UInt8], rest: borrowing FileReader) throws -> Document {
    if input.path != "-", !isStream(input.path) { return try reader.read(input.path) }
    var bytes = head
    var block = [UInt8](repeating: 0, count: filterBlockSize)
    while true {
      let n = try rest.read(into: &block)
      if n == 0 { break }
      bytes += block[..<n]
    }
    return try reader.document(name: input.path, path: input.path, bytes: bytes)
  }

  /// Puts the text of a document through a filter.
  private func filter(_ input: InputFile, _ document: Document) throws -> [String] {
    var reader = reader
    reader.encoding = .utf8
    let choice = try reader.choice(for: [], path: input.path)
    var file = try FilteredFile(input.path, choice, batch: self, target: target.path(for: input))
    try file.pass(Array(document.text.utf8), by: filterBlockSize)
    return Prose.warnings(document) + (try file.finish())
  }
}

// Larger blocks fall out of the second-level cache between decoding, filtering and writing.
private let filterBlockSize = 131_072

/// One file under way.
private struct FilteredFile<Filter: TextFilter>: ~Copyable {
  private let path: String
  private var choice: EncodingDetector.Choice
  private let strict: Bool
  private var decoder: Decoder
  private var filter: Filter
  private var text: ResultFile
  private var edits: ResultFile
  private let writesText: Bool
  private let writesEdits: Bool
  private var decoded: [UInt8] = []
  private var output: [UInt8] = []
  private var lines: [UInt8] = []

  init(_ path: String, _ choice: EncodingDetector.Choice, batch: FilterBatch<Filter>, target: String?) throws {
    // All that can fail comes first: a noncopyable value cannot be left half made.
    // A mark stays in the text: what a filter does with it is for the filter to say.
    let decoder = try batch.reader.decoder(for: choice, keepsMark: true)
    let text = try ResultFile(path: target)
    let edits = try ResultFile(path: batch.explain ? target.map { $0 + ".edits.jsonl" } : nil)
    self.path = path
    self.choice = choice
    strict = batch.reader.strict
    self.decoder = decoder
    filter = batch.makeFilter()
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

  /// Filters the next bytes of the file and writes what is ready.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) throws {
    output.removeAll(keepingCapacity: true)
    // The end of a character that the last block cut off comes first, then what is UTF-8 already, then the rest.
    var rest = bytes
    let end = decoder.encoding == .utf8 ? bytes.prefix(3).prefix { $0 & 0xC0 == 0x80 }.count : 0
    if end > 0, end < bytes.count {
      try decode(UnsafeBufferPointer(rebasing: bytes[..<end]))
      rest = UnsafeBufferPointer(rebasing: bytes[end...])
    }
    let plain = decoder.passPlain(rest)
    if plain > 0 {
      try filter.append(UnsafeBufferPointer(rebasing: rest[..<plain]), into: &output)
      rest = UnsafeBufferPointer(rebasing: rest[plain...])
    }
    try decode(rest, isLast: isLast)
    if isLast { try filter.finish(into: &output) }
    if writesText { try text.write(output) }
    guard writesEdits else { return }
    lines.removeAll(keepingCapacity: true)
    for edit in filter.takeEdits() {
      edit.json.write(to: &lines)
      lines.append(0x0A)
    }
    try edits.write(lines)
  }

  /// Decodes what follows and filters it.
  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) throws {
    guard !bytes.isEmpty || isLast else { return }
    decoded.removeAll(keepingCapacity: true)
    decoder.decode(bytes, isLast: isLast, into: &decoded)
    if strict, decoder.errors.count > 0 {
      throw ReadError.malformed(path: path, encoding: choice.encoding, errors: decoder.errors)
    }
    try decoded.withUnsafeBufferPointer { try filter.append($0, into: &output) }
  }

  /// Ends the text and puts the files in their places.
  consuming func finish() throws -> [String] {
    try pass(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    let decoding = Document.Decoding(encoding: choice.encoding, evidence: choice.evidence, errors: decoder.errors)
    try text.finish()
    try edits.finish()
    return (Prose.warning(decoding).map { [$0] } ?? []) + filter.warnings
  }
}
