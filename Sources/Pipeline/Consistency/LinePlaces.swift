internal import Lingua

/// Lines and columns of a text for UTF-8 offsets.
struct LinePlaces {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var starts = [0]
    for (k, byte) in bytes.enumerated() {
      // A carriage return alone ends a line as well.
      if byte == 0x0A || (byte == 0x0D && (k + 1 == bytes.count || bytes[k + 1] != 0x0A)) { starts.append(k + 1) }
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// The line and the column in Unicode scalars, both from 1; an offset beyond the text is its end.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = bytes[starts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return (low + 1, column + 1)
  }

  /// What stands in a range and around it, on one line.
  func excerpt(_ range: Range<Int>) -> ConsistencyFinding.Excerpt {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return .init() }
    let reach = 60
    var low = range.lowerBound
    while low > 0, range.lowerBound - low < reach, bytes[low - 1] != 0x0A, bytes[low - 1] != 0x0D { low -= 1 }
    while low < range.lowerBound, bytes[low] & 0xC0 == 0x80 { low += 1 }
    var high = range.upperBound
    while high < bytes.count, high - range.upperBound < reach, bytes[high] != 0x0A, bytes[high] != 0x0D { high += 1 }
    while high > range.upperBound, high < bytes.count, bytes[high] & 0xC0 == 0x80 { high -= 1 }
    var end = range.upperBound
    if range.count > 6 * reach {
      end = range.lowerBound + 6 * reach
      while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    let isWhole = end == range.upperBound
    return .init(
      left: Self.line(bytes[low..<range.lowerBound]),
      text: Self.line(bytes[range.lowerBound..<end]) + (isWhole ? "" : "…"),
      right: isWhole ? Self.line(bytes[range.upperBound..<high]) : "")
  }

  /// The text with a blank for every control character.
  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Where a form stands first in some ranges, as a word; nil where it stands in none.
  func place(of form: String, in ranges: [Range<Int>]) -> Range<Int>? {
    let form = Array(form.utf8)
    guard let first = form.first else { return nil }
    for range in ranges where range.lowerBound >= 0 && range.upperBound <= bytes.count {
      var start = range.lowerBound
      while start + form.count <= range.upperBound {
        let end = start + form.count
        if bytes[start] == first, bytes[start..<end].elementsEqual(form), !isCapital(before: start), !isCapital(at: end)
        {
          return start..<end
        }
        start += 1
      }
    }
    return nil
  }

  private func isCapital(before offset: Int) -> Bool {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 && isCapital(at: start)
  }

  /// Whether an acronym would go on here.
  private func isCapital(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let next = String(decoding: bytes[offset..<min(bytes.count, offset + 4)], as: UTF8.self).unicodeScalars.first
    return next?.isUppercaseLetter ?? false
  }

  /// What stands in a range; empty where the text has no such range.
  func text(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
