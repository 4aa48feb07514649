/// Repairs a document that arrives in blocks.
///
/// A document is held until it is whole and repaired at once. One that is longer than `limit` is repaired in parts, cut
/// at page breaks or between paragraphs, so that memory is bounded; each part is then diagnosed by itself.
public struct ScanStream: Sendable {
  /// How long a part of a long document is, in bytes.
  public static let limit = 1 << 23

  /// The edits so far, in UTF-8 offsets of the whole input; empty unless they were asked for. The caller may empty it.
  public var edits: [Edit] = []

  private let normalizer: ScanNormalizer
  private let records: Bool
  private var work: [UInt8] = []
  private var offset = 0

  init(_ normalizer: ScanNormalizer, recordingEdits: Bool) {
    self.normalizer = normalizer
    records = recordingEdits
  }

  /// Takes the next block of valid UTF-8, which may end inside a character, and appends what is ready to `output`.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public mutating func append(
    _ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) throws(ICUError) {
    work.append(contentsOf: block)
    while work.count >= Self.limit * 2 { try repair(to: Self.cut(work), into: &output) }
  }

  /// Repairs what was held back and ends the text. The stream can then take another.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public mutating func finish(into output: inout [UInt8]) throws(ICUError) {
    try repair(to: work.count, into: &output)
    offset = 0
  }

  private mutating func repair(to end: Int, into output: inout [UInt8]) throws(ICUError) {
    guard end > 0 else { return }
    var part = end == work.count ? work : Array(work[..<end])
    work.removeSubrange(..<end)
    let found = try normalizer.normalize(&part, recordingEdits: records)
    for var edit in found {
      edit.range = edit.range.lowerBound + offset..<edit.range.upperBound + offset
      edits.append(edit)
    }
    output += part
    offset += end
  }

  /// Where to cut a long text: behind the last page break before the limit, else the last empty line, line end, blank,
  /// or else character.
  private static func cut(_ text: [UInt8]) -> Int {
    var lineEnd = 0
    var blank = 0
    var emptyLine = 0
    var position = limit
    let floor = limit / 2
    while position > floor {
      let byte = text[position - 1]
      if byte == 0x0C { return position }
      if byte == 0x0A {
        if emptyLine == 0, text[position - 2] == 0x0A { emptyLine = position }
        if lineEnd == 0 { lineEnd = position }
      } else if byte == 0x20, blank == 0 {
        blank = position
      }
      position -= 1
    }
    if let best = [emptyLine, lineEnd, blank].first(where: { $0 > 0 }) { return best }
    position = limit
    while position > floor, text[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }
}

extension ScanNormalizer {
  /// A stream that repairs a document whose bytes come in blocks.
  ///
  /// - Parameter recordingEdits: whether it keeps the list of edits. The default is no.
  public func stream(recordingEdits: Bool = false) -> ScanStream {
    ScanStream(self, recordingEdits: recordingEdits)
  }
}
