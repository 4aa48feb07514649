import Lingua
import Pipeline

/// Changes a text that arrives in blocks.
protocol TextFilter: SendableMetatype {
  /// Takes the next block of valid UTF-8 and appends what is ready.
  mutating func append(_ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) throws
  /// Appends the rest.
  mutating func finish(into output: inout [UInt8]) throws
  /// The edits since the last call, in UTF-8 offsets of all text so far, where the filter keeps them.
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
  /// Whether changes are counted, which the filter must keep edits for.
  var countsChanges = false
  /// Whether some of them are kept with the text around.
  var keepsExamples = false

  /// What the filter did to an input.
  private struct Changed: Sendable {
    var input: InputFile
    var changes: ChangeRecorder.Changes
    var isKept = false
  }

  /// Runs the batch.
  ///
  /// - Parameters:
  ///   - folder: the folder of the target, where that is one; it is finished at the end.
  ///   - report: takes the changes, if a report was asked for.
  /// - Returns: how many inputs failed; each was named with its reason.
  /// - Throws: `FileError` when standard output or the manifest fails.
  func run(
    _ inputs: InputFiles, shared: SharedOptions, folder: BatchFolder? = nil, report: inout ChangeReport?
  ) async throws -> Int {
    // Texts on standard output follow each other; files may be made at once.
    var isStandardOutput = false
    if case .standardOutput = target { isStandardOutput = true }
    let failures = try await InputBatch(inputs, shared: shared).run(
      workers: isStandardOutput ? 1 : nil, folder: folder,
      makeWorker: { [UInt8](repeating: 0, count: filterBlockSize) },
      keep: { _, input, entry in
        guard entry.outputs.map(\.path) == outputs(of: input) else { return nil }
        var changes = ChangeRecorder.Changes()
        for count in entry.figures.last(where: { $0.name == "edits" })?.value.members ?? [] {
          changes.counts[count.name] = count.value.integer
        }
        return Changed(input: input, changes: changes, isKept: true)
      },
      work: { block, input in try filter(input, block: &block) },
      endsBatch: { isStandardOutput && ($0 as? FileError)?.operation == .write },
      deliver: { result in
        var changes = result.changes
        if result.isKept, report?.needsExamples(changes.counts) == true {
          // The manifest does not hold texts; the few that the report shows are looked for again.
          var block = [UInt8](repeating: 0, count: filterBlockSize)
          changes.examples = (try? filter(result.input, block: &block, isWritten: false).output.changes.examples) ?? [:]
        }
        report?.add(changes, document: result.input.relativePath)
        return []
      })
    try folder?.finish()
    return failures
  }

  /// The files that an input becomes, below the folder.
  private func outputs(of input: InputFile) -> [String] {
    explain ? [input.textPlace, input.textPlace + editsEnding] : [input.textPlace]
  }

  /// Filters one input.
  ///
  /// - Parameter isWritten: whether the results are written.
  private func filter(
    _ input: InputFile, block: inout [UInt8], isWritten: Bool = true
  ) throws -> InputBatch.Result<Changed> {
    let place = target.path(for: input)
    if let place, input.path != "-", isSameFile(input.path, place) { throw BatchError.overInput(path: input.path) }
    let source = try FileReader(path: input.path)
    // The first block decides the encoding; only a page without Unicode's marks needs a longer sample. Where it is
    // ASCII, which means the same in any encoding, the first block that is not decides.
    var sample = Array(block[..<(try source.fill(&block))])
    let wanted = min(EncodingDetector.sampleSize, source.expectedSize)
    if sample.count == block.count, wanted > sample.count {
      var more = [UInt8](repeating: 0, count: wanted - sample.count)
      more.removeSubrange(try source.fill(&more)...)
      sample += more
    }
    let filterPlace: FilterPlace = isWritten ? place.map { .path($0) } ?? .standardOutput : .nowhere
    if reader.format(ofHead: sample, path: input.path).isExtracted {
      return result(
        of: input, try filter(input, try document(input, head: sample, rest: source), to: filterPlace))
    }
    let choice = try reader.choice(for: sample, path: input.path)
    var file = try FilteredFile(input.path, choice, batch: self, target: filterPlace)
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
    return result(of: input, try file.finish())
  }

  private func result(
    of input: InputFile, _ result: FilteredFile<Filter>.Finished
  ) -> InputBatch.Result<Changed> {
    var files: [ManifestEntry.Output] = []
    if let digest = result.text { files.append(.init(path: input.textPlace, digest: digest)) }
    if let digest = result.edits { files.append(.init(path: input.textPlace + editsEnding, digest: digest)) }
    return InputBatch.Result(
      output: Changed(input: input, changes: result.changes), warnings: result.warnings, files: files,
      figures: countsChanges ? [.init("edits", result.changes.json)] : [])
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
  private func filter(
    _ input: InputFile, _ document: Document, to target: FilterPlace
  ) throws -> FilteredFile<Filter>.Finished {
    var reader = reader
    reader.encoding = .utf8
    let choice = try reader.choice(for: [], path: input.path)
    var file = try FilteredFile(input.path, choice, batch: self, target: target)
    try file.pass(Array(document.text.utf8), by: filterBlockSize)
    var result = try file.finish()
    result.warnings = Prose.warnings(document) + result.warnings
    return result
  }
}
private let editsEnding = ".edits.jsonl"

// Larger blocks fall out of the second-level cache between decoding, filtering and writing.
private let filterBlockSize = 131_072

/// Where one text goes.
private enum FilterPlace {
  case nowhere
  case standardOutput
  case path(String)
}

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
  private var recorder: ChangeRecorder
  private var decoded: [UInt8] = []
  private var output: [UInt8] = []
  private var lines: [UInt8] = []

  init(_ path: String, _ choice: EncodingDetector.Choice, batch: FilterBatch<Filter>, target: FilterPlace) throws {
    // All that can fail comes first: a noncopyable value cannot be left half made.
    // A mark stays in the text: what a filter does with it is for the filter to say.
    let decoder = try batch.reader.decoder(for: choice, keepsMark: true)
    var place: String?
    if case .path(let path) = target { place = path }
    let text = try ResultFile(path: place)
    let edits = try ResultFile(path: batch.explain ? place.map { $0 + editsEnding } : nil)
    self.path = path
    self.choice = choice
    strict = batch.reader.strict
    self.decoder = decoder
    filter = batch.makeFilter()
    self.text = text
    self.edits = edits
    if case .nowhere = target {
      (writesText, writesEdits) = (false, false)
    } else {
      writesEdits = batch.explain
      writesText = place != nil || !batch.explain
    }
    recorder = ChangeRecorder(keepsExamples: batch.keepsExamples)
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
      let next = UnsafeBufferPointer(rebasing: rest[..<plain])
      recorder.append(next)
      try filter.append(next, into: &output)
      rest = UnsafeBufferPointer(rebasing: rest[plain...])
    }
    try decode(rest, isLast: isLast)
    if isLast { try filter.finish(into: &output) }
    if writesText { try text.write(output) }
    let found = filter.takeEdits()
    recorder.add(found)
    guard writesEdits else { return }
    lines.removeAll(keepingCapacity: true)
    for edit in found {
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
    try decoded.withUnsafeBufferPointer {
      recorder.append($0)
      try filter.append($0, into: &output)
    }
  }

  /// What is left of a file that is done.
  struct Finished {
    /// The text's digest, where it was written to a file.
    var text: FileDigest?
    /// The digest of the list of edits, where it was written to a file.
    var edits: FileDigest?
    var changes: ChangeRecorder.Changes
    var warnings: [String]
  }

  /// Ends the text and puts the files in their places.
  consuming func finish() throws -> Finished {
    try pass(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    let decoding = Document.Decoding(encoding: choice.encoding, evidence: choice.evidence, errors: decoder.errors)
    let warnings = (Prose.warning(decoding).map { [$0] } ?? []) + filter.warnings
    let changes = recorder.changes
    return Finished(text: try text.finish(), edits: try edits.finish(), changes: changes, warnings: warnings)
  }
}
