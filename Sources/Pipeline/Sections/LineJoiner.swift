internal import Lingua

/// Joins the lines of a section into one line, as edits on the document.
struct LineJoiner {
  private static let join = EditRule(rawValue: "line-join")
  private static let hyphen = EditRule(rawValue: "line-end-hyphen")
  private static let blanks = EditRule(rawValue: "blanks")
  private static let markup = EditRule(rawValue: "markup")

  /// The document.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether signs of Markdown and tags of HTML are markup and not text.
  let isMarkup: Bool
  /// Whether it is a list, whose items a table's bars part.
  var isList = false
  /// Whether each piece is an item.
  var partsPieces = false

  /// The edits that make the text of `pieces` one line; what stands between two pieces is replaced.
  func edits(joining pieces: [Range<Int>]) -> [Edit] {
    var edits: [Edit] = []
    var window: Range<Int>?
    if let first = pieces.first, let last = pieces.last {
      window = max(0, first.lowerBound - 20_000)..<min(bytes.count, last.upperBound + 20_000)
    }
    var lookups = 0
    for (i, piece) in pieces.enumerated() {
      if i > 0 {
        let before = pieces[i - 1]
        if before.count > 0 && bytes[before.upperBound - 1] == 0x2D { lookups += 1 }
        // Looking up every hyphen of a very long section would cost too much.
        switch seam(before, piece, window: lookups <= 32 ? window : nil) {
        case .blank:
          let separator = partsPieces ? ", " : " "
          edits.append(Edit(rule: Self.join, range: before.upperBound..<piece.lowerBound, replacement: separator))
        case .nothing: edits.append(Edit(rule: Self.join, range: before.upperBound..<piece.lowerBound, replacement: ""))
        case .dropped(let width):
          edits.append(
            Edit(rule: Self.hyphen, range: before.upperBound - width..<piece.lowerBound, replacement: ""))
        }
      }
      inside(piece, &edits)
    }
    return edits
  }

  /// A line without the signs of headings and emphasis at its ends.
  static func trimMarkup(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isMark(bytes[lower]) { lower += 1 }
    while lower < upper, isMark(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "|")
  }

  /// The bytes of a bullet and the blanks behind it, "- ", "+ ", "– " or "• "; 0 where there is none.
  static func bulletWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard range.count >= 2 else { return 0 }
    var end = range.lowerBound
    switch bytes[end] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"): end += 1
    case 0xE2 where range.count >= 4 && bytes[end + 1] == 0x80:
      guard bytes[end + 2] == 0x93 || bytes[end + 2] == 0x94 || bytes[end + 2] == 0xA2 else { return 0 }
      end += 3
    default: return 0
    }
    let mark = end
    while end < range.upperBound, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return end > mark && end < range.upperBound ? end - range.lowerBound : 0
  }

  /// Whether lines are items of a list that has one on each line and nothing else between them.
  ///
  /// - Parameter label: where the label of the list ends.
  static func areItems(_ bytes: UnsafeBufferPointer<UInt8>, _ pieces: [Range<Int>], label: Int?) -> Bool {
    guard pieces.count > 1, let first = pieces.first else { return false }
    // Two lines under one another may be one long item, unless the label has a line for itself.
    let isBelowLabel = label.map { $0 <= first.lowerBound && bytes[$0..<first.lowerBound].contains(0x0A) } == true
    guard pieces.count > 2 || isBelowLabel else { return false }
    for (i, piece) in pieces.enumerated() {
      var blanks = 0
      for offset in piece {
        switch bytes[offset] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "|"): return false
        case UInt8(ascii: ".") where offset + 1 < piece.upperBound ? bytes[offset + 1] <= 0x20 : i + 1 < pieces.count:
          return false
        case 0xA2 where offset >= piece.lowerBound + 2 && bytes[offset - 2] == 0xE2 && bytes[offset - 1] == 0x80:
          return false
        case 0x20: blanks += 1
        default: break
        }
      }
      if blanks > 5 { return false }
    }
    return true
  }

  private enum Seam {
    case blank, nothing
    case dropped(Int)
  }

  private func seam(_ before: Range<Int>, _ after: Range<Int>, window: Range<Int>?) -> Seam {
    let end = before.upperBound
    guard before.count >= 3, !after.isEmpty else { return .blank }
    if bytes[end - 2] == 0xC2 && bytes[end - 1] == 0xAD { return .dropped(2) }
    let width =
      bytes[end - 1] == 0x2D ? 1 : bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x90 ? 3 : 0
    guard width > 0, end - width > before.lowerBound else { return .blank }
    // A dash stands between blanks; "2020-" and "A-" keep their hyphen.
    let left = word(before: end - width, from: before.lowerBound)
    guard !left.isEmpty else { return .blank }
    let first = scalar(in: bytes, at: after.lowerBound, end: after.upperBound).value
    guard isLowercase(first) else { return LabelFold.fold(first) > LabelFold.lost ? .nothing : .blank }
    let right = word(after: after.lowerBound, to: after.upperBound)
    if let window, !right.isEmpty, keepsHyphen(Array(bytes[left]), Array(bytes[right]), window) { return .nothing }
    return .dropped(width)
  }

  /// Whether the hyphen between the halves of a word belongs to it, by the evidence of the document.
  private func keepsHyphen(_ left: [UInt8], _ right: [UInt8], _ window: Range<Int>) -> Bool {
    if occurs(left + right, in: window) { return false }
    if occurs(left + [0x2D] + right, in: window) { return true }
    // Halves that are words by themselves make a compound, "объектно-ориентированный"; syllables are no words.
    guard right.count >= 6, occurs(right, in: window, asWord: true) else { return false }
    let linking: [[UInt8]] = [[0xD0, 0xBE], [0xD0, 0xB5]]  // о, е
    let isFirstPart = left.count >= 8 && linking.contains { left.suffix(2) == $0[...] }
    return isFirstPart || occurs(left, in: window, asWord: true)
  }

  private func word(before end: Int, from start: Int) -> Range<Int> {
    var lower = end
    while lower > start, isWordByte(bytes[lower - 1]) { lower -= 1 }
    return lower..<end
  }

  private func word(after start: Int, to end: Int) -> Range<Int> {
    var upper = start
    while upper < end, isWordByte(bytes[upper]) { upper += 1 }
    return start..<upper
  }

  /// Letters of ASCII and of Cyrillic in UTF-8.
  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 && byte != 0xC2 && byte < 0xE0 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  /// Whether a word or part of one occurs; `asWord` asks for blanks or punctuation at both of its ends.
  private func occurs(_ pattern: [UInt8], in window: Range<Int>, asWord: Bool = false) -> Bool {
    guard let first = pattern.first, pattern.count <= window.count else { return false }
    var offset = window.lowerBound
    let last = window.upperBound - pattern.count
    while offset <= last {
      if bytes[offset] == first {
        var i = 1
        while i < pattern.count, bytes[offset + i] == pattern[i] { i += 1 }
        if i == pattern.count {
          let end = offset + i
          let isWhole =
            (offset == 0 || !isWordByte(bytes[offset - 1]) && bytes[offset - 1] > 0x20 && bytes[offset - 1] != 0x2D
              || bytes[offset - 1] == 0x20)
            && (end >= bytes.count || !isWordByte(bytes[end]) && bytes[end] != 0x2D)
          if !asWord || isWhole { return true }
        }
      }
      offset += 1
    }
    return false
  }

  /// Runs of blanks become one; markup goes.
  private func inside(_ piece: Range<Int>, _ edits: inout [Edit]) {
    var offset = piece.lowerBound
    while offset < piece.upperBound {
      let byte = bytes[offset]
      if isMarkup && isList, let end = barEnd(offset, piece.upperBound) {
        let isParted = offset > 0 && (bytes[offset - 1] == UInt8(ascii: ",") || bytes[offset - 1] == UInt8(ascii: ";"))
        edits.append(Edit(rule: Self.markup, range: offset..<end, replacement: isParted ? " " : ", "))
        offset = end
      } else if byte <= 0x20 {
        var end = offset + 1
        while end < piece.upperBound, bytes[end] <= 0x20 { end += 1 }
        if end - offset > 1 || byte != 0x20 {
          edits.append(Edit(rule: Self.blanks, range: offset..<end, replacement: " "))
        }
        offset = end
      } else if isMarkup, let end = markupEnd(offset, piece.upperBound) {
        edits.append(Edit(rule: Self.markup, range: offset..<end, replacement: ""))
        offset = end
      } else {
        offset += 1
      }
    }
  }

  /// Where the bars of a table that begin at an offset end, with the blanks around them.
  private func barEnd(_ offset: Int, _ end: Int) -> Int? {
    var next = offset
    var found = false
    while next < end, bytes[next] <= 0x20 || bytes[next] == UInt8(ascii: "|") {
      if bytes[next] == UInt8(ascii: "|") { found = true }
      next += 1
    }
    return found ? next : nil
  }

  private func markupEnd(_ offset: Int, _ end: Int) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      // "**bold**" and "*words*" are markup; "2 * 3" and "snake_case" are not.
      var next = offset + 1
      while next < end, bytes[next] == bytes[offset] { next += 1 }
      let opens = offset == 0 || bytes[offset - 1] <= 0x20 || !isWordByte(bytes[offset - 1])
      let closes = next >= end || bytes[next] <= 0x20 || !isWordByte(bytes[next])
      let isAlone = opens && closes && offset > 0 && bytes[offset - 1] <= 0x20 && next < end && bytes[next] <= 0x20
      return (opens || closes) && !isAlone ? next : nil
    case UInt8(ascii: "<"):
      var next = offset + 1
      guard next < end, bytes[next] == UInt8(ascii: "/") || (bytes[next] | 0x20) >= 0x61 && (bytes[next] | 0x20) <= 0x7A
      else { return nil }
      while next < end, next - offset < 40, bytes[next] != UInt8(ascii: ">") { next += 1 }
      return next < end && bytes[next] == UInt8(ascii: ">") ? next + 1 : nil
    case UInt8(ascii: "\\"):
      guard offset + 1 < end, bytes[offset + 1] < 0x80, !isWordByte(bytes[offset + 1]), bytes[offset + 1] > 0x20
      else { return nil }
      return offset + 1
    default: return nil
    }
  }
}
