internal import Lingua

/// Tells which sentences of a document stand behind a blank line, or first in their language.
struct ParagraphStarts {
  private let bytes: [UInt8]

  init(text: String) { bytes = Array(text.utf8) }

  /// The indices of the first sentences of paragraphs, by language.
  func starts(of sentences: Trilingual<[Sentence]>) -> Trilingual<[Int]> {
    sentences.map { sentences in
      sentences.indices.filter { k in
        k == 0 || hasBlankLine(between: sentences[k - 1].range.upperBound, and: sentences[k].range.lowerBound)
      }
    }
  }

  private func hasBlankLine(between start: Int, and end: Int) -> Bool {
    guard start >= 0, start < end, end <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { Self.hasBlankLine(in: UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  private static func hasBlankLine(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var scan = LineScan(bytes)
    // The first line goes on where the sentence before ended, and the last one leads up to the next sentence.
    guard scan.next() != nil else { return false }
    var lines: [Range<Int>] = []
    while let line = scan.next() { lines.append(line) }
    let isLastWhole = bytes.last == 0x0A || bytes.last == 0x0D
    return lines.dropLast(isLastWhole ? 0 : 1).contains { LineScan.isBlank($0, in: bytes) }
  }
}
