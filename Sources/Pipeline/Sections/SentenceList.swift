public import Lingua

/// The sentences of a text that is in one language as a whole, and where its paragraphs begin.
///
/// A blank line ends a paragraph and is no sentence. Sentences are repaired as those of documents are
/// (`Normalizer`), each by itself, and are on one line.
public struct SentenceList: Sendable {
  /// The sentences; their ranges are UTF-8 offsets of the document's source.
  public private(set) var sentences: [Sentence] = []
  /// The indices of the first sentences of paragraphs, ascending.
  public private(set) var paragraphs: [Int] = []
  /// What a person calls each sentence by, ascending, from 1: its line in a file of lines, its own number in a text that
  /// was split.
  public private(set) var numbers: [Int] = []

  /// A list without sentences.
  public init() {}

  /// The sentences of a document that has one on each line; lines end in LF, CR or both.
  ///
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public init(lines document: Document) throws(ICUError) {
    try self.init(document) { (list, bytes) throws(ICUError) in try list.append(lines: bytes) }
  }

  /// The sentences of a document of running text, whose lines may be wrapped.
  ///
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public init(splitting document: Document, by segmenter: inout SentenceSegmenter) throws(ICUError) {
    try self.init(document) { (list, bytes) throws(ICUError) in try list.append(paragraphs: bytes, &segmenter) }
  }

  /// The sentences that `fill` finds in the bytes of a document, which may be too large to copy.
  private init(
    _ document: Document,
    fill: (inout SentenceList, UnsafeBufferPointer<UInt8>) throws(ICUError) -> Void
  ) throws(ICUError) {
    var text = document.text
    // `withUTF8` does not pass typed errors on, so the error is carried out by hand.
    let result: Result<SentenceList, ICUError> = text.withUTF8 { bytes in
      var list = SentenceList()
      do throws(ICUError) { try fill(&list, bytes) } catch { return .failure(error) }
      return .success(list)
    }
    self = try result.get()
    guard document.format != .plain else { return }
    for k in sentences.indices { sentences[k].range = document.map.inputRange(of: sentences[k].range) }
  }

  private mutating func append(lines bytes: UnsafeBufferPointer<UInt8>) throws(ICUError) {
    let normalizer = Normalizer()
    var scan = LineScan(bytes)
    var beginsParagraph = true
    while let line = scan.next() {
      guard let sentence = try Self.sentence(line, of: bytes, normalizer) else {
        beginsParagraph = true
        continue
      }
      if beginsParagraph { paragraphs.append(sentences.count) }
      beginsParagraph = false
      sentences.append(sentence)
      numbers.append(scan.number)
    }
  }

  private mutating func append(
    paragraphs bytes: UnsafeBufferPointer<UInt8>, _ segmenter: inout SentenceSegmenter
  ) throws(ICUError) {
    let normalizer = Normalizer()
    var scan = LineScan(bytes)
    var paragraph: Range<Int>?
    while true {
      let line = scan.next()
      if let line, !LineScan.isBlank(line, in: bytes) {
        paragraph = (paragraph?.lowerBound ?? line.lowerBound)..<line.upperBound
        continue
      }
      if let found = paragraph { try append(paragraph: found, of: bytes, normalizer, &segmenter) }
      paragraph = nil
      if line == nil { break }
    }
    numbers = Array(1..<sentences.count + 1)
  }

  /// The index of the sentence that a person calls by a number; nil where there is none.
  public func index(ofNumber number: Int) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  private mutating func append(
    paragraph: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, _ normalizer: Normalizer,
    _ segmenter: inout SentenceSegmenter
  ) throws(ICUError) {
    let normalized = try normalizer.normalize(String(decoding: bytes[paragraph], as: UTF8.self))
    let map = OffsetMap(normalized.edits)
    let ranges = try segmenter.sentences(of: normalized.text)
    if !ranges.isEmpty { paragraphs.append(sentences.count) }
    let text = Array(normalized.text.utf8)
    for range in ranges {
      let source = map.inputRange(of: range)
      sentences.append(
        Sentence(
          text: Self.oneLine(text[range]),
          range: paragraph.lowerBound + source.lowerBound..<paragraph.lowerBound + source.upperBound))
    }
  }

  /// The sentence of a line without the blanks around it; nil where the line is blank.
  private static func sentence(
    _ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, _ normalizer: Normalizer
  ) throws(ICUError) -> Sentence? {
    if line.isEmpty { return nil }
    let normalized = try normalizer.normalize(String(decoding: bytes[line], as: UTF8.self))
    let text = Array(normalized.text.utf8)
    guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }) else {
      return nil
    }
    let source = OffsetMap(normalized.edits).inputRange(of: first..<last + 1)
    return Sentence(
      text: oneLine(text[first...last]),
      range: line.lowerBound + source.lowerBound..<line.lowerBound + source.upperBound)
  }

  /// The text with one blank for each run of blanks that has a line break or a tab.
  private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    if !bytes.contains(where: { $0 == 0x0A || $0 == 0x09 }) { return String(decoding: bytes, as: UTF8.self) }
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var end = start
      var breaks = false
      while end < bytes.endIndex, bytes[end] <= 0x20 {
        breaks = breaks || bytes[end] == 0x0A || bytes[end] == 0x09
        end += 1
      }
      if breaks { line.append(0x20) } else { line += bytes[start..<end] }
      start = end
      while end < bytes.endIndex, bytes[end] > 0x20 { end += 1 }
      line += bytes[start..<end]
      start = end
    }
    return String(decoding: line, as: UTF8.self)
  }
}
