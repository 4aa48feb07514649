internal import Lingua

/// A change with the text around it, before and after.
public struct ChangeExample: Hashable, Sendable {
  /// A text with a stretch in its middle.
  public struct Side: Hashable, Sendable {
    /// What stands before the stretch, on its line.
    public var prefix: String
    /// The stretch.
    public var stretch: String
    /// What stands behind it, on its line.
    public var suffix: String

    /// The whole.
    public var text: String { prefix + stretch + suffix }
  }

  /// Where the changed stretch begins, in UTF-8 offsets of the input, decoded.
  public var offset: Int
  /// The text as it was.
  public var before: Side
  /// The text as it became, with all changes that lie in it.
  public var after: Side

  /// How far the text around a change goes, in bytes.
  private static let reach = 72

  /// A change of a text.
  ///
  /// - Parameters:
  ///   - edits: changes of the text, in their order.
  ///   - index: which of them.
  ///   - text: a part of the text.
  ///   - start: where that part begins in the text.
  /// - Returns: nil where the part does not hold the change.
  init?(_ edits: [Edit], at index: Int, in text: [UInt8], startingAt start: Int) {
    let edit = edits[index]
    let range = edit.range.lowerBound - start..<edit.range.upperBound - start
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return nil }
    var low = range.lowerBound
    while low > 0, range.lowerBound - low < Self.reach, !Self.endsLine(text[low - 1]) { low -= 1 }
    var high = range.upperBound
    while high < text.count, high - range.upperBound < Self.reach, !Self.endsLine(text[high]) { high += 1 }
    // Changes that reach out of the window bound it, and no character is cut.
    var first = index
    while first > 0, edits[first - 1].range.upperBound - start > low {
      first -= 1
      if edits[first].range.lowerBound - start < low {
        low = edits[first].range.upperBound - start
        first += 1
        break
      }
    }
    var last = index
    while last + 1 < edits.count, edits[last + 1].range.lowerBound - start < high {
      last += 1
      if edits[last].range.upperBound - start > high {
        high = edits[last].range.lowerBound - start
        last -= 1
        break
      }
    }
    while low < range.lowerBound, text[low] & 0xC0 == 0x80 { low += 1 }
    while high > range.upperBound, high < text.count, text[high] & 0xC0 == 0x80 { high -= 1 }
    func changed(_ part: Range<Int>, by edits: ArraySlice<Edit>) -> String {
      var result: [UInt8] = []
      var position = part.lowerBound
      for edit in edits {
        result += text[position..<max(position, edit.range.lowerBound - start)]
        result += edit.replacement.utf8
        position = max(position, edit.range.upperBound - start)
      }
      return String(decoding: result + text[position..<max(position, part.upperBound)], as: UTF8.self)
    }
    func plain(_ part: Range<Int>) -> String { String(decoding: text[part], as: UTF8.self) }
    offset = edit.range.lowerBound
    before = Side(
      prefix: plain(low..<range.lowerBound), stretch: plain(range), suffix: plain(range.upperBound..<high))
    after = Side(
      prefix: changed(low..<range.lowerBound, by: edits[first..<index]), stretch: edit.replacement,
      suffix: changed(range.upperBound..<high, by: edits[index + 1..<last + 1]))
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x0C }
}
