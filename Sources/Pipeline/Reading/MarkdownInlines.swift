internal import Lingua

/// What stands inside a paragraph of Markdown: escapes, code, links, emphasis, tags, comments, entities.
struct MarkdownInlines {
  private let bytes: [UInt8]
  private let parts: [Range<Int>]
  private let labels: Set<String>
  private(set) var edits: [Edit] = []

  private struct Delimiter {
    var mark: UInt8
    var range: Range<Int>
  }

  private struct Bracket {
    var start: Int
    var isImage: Bool
  }

  private var delimiters: [Delimiter] = []
  private var open: [UInt8: Int] = [:]
  private var brackets: [Bracket] = []
  // Where the last run of backquotes of each length begins: an opener behind it has no end.
  private var lastCode: [Int: Int] = [:]
  private var end: Int
  // Up to here no comment's end was found, so that it is not sought again.
  private var commentsSearched = 0

  // Nothing that is written by hand nests deeper or is longer.
  private static let longestAddress = 2048
  private static let longestTag = 2048

  /// The parts are lines without their marks, in order, line ends between them.
  init(bytes: [UInt8], parts: [Range<Int>], labels: Set<String>) {
    self.bytes = bytes
    self.parts = parts
    self.labels = labels
    end = parts.last?.upperBound ?? 0
  }

  /// A label in the form in which labels are compared: letter case and blanks do not count.
  static func label(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.joined(separator: " ")
  }

  mutating func read() {
    for part in parts {
      var i = part.lowerBound
      while i < part.upperBound {
        if bytes[i] == UInt8(ascii: "`") {
          let length = run(of: bytes[i], at: i, to: part.upperBound)
          lastCode[length] = i
          i += length
        } else {
          i += 1
        }
      }
    }
    var position = 0
    for part in parts {
      position = max(position, part.lowerBound)
      while position < part.upperBound { position = character(at: position, in: part) }
      if bytes[part].last == UInt8(ascii: "\\"), part.upperBound < end { delete(part.upperBound - 1..<part.upperBound) }
    }
  }

  private mutating func delete(_ range: Range<Int>) {
    if !range.isEmpty { edits.append(Edit(rule: Markdown.rule, range: range, replacement: "")) }
  }

  /// Treats what begins at `i` and returns where the next begins.
  private mutating func character(at i: Int, in part: Range<Int>) -> Int {
    switch bytes[i] {
    case UInt8(ascii: "\\"):
      guard i + 1 < part.upperBound, isPunctuation(bytes[i + 1]) else { return i + 1 }
      delete(i..<i + 1)
      return i + 2
    case UInt8(ascii: "`"): return code(at: i, in: part)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return emphasis(at: i, in: part)
    case UInt8(ascii: "!") where i + 1 < part.upperBound && bytes[i + 1] == UInt8(ascii: "["):
      brackets.append(Bracket(start: i, isImage: true))
      return i + 2
    case UInt8(ascii: "["):
      brackets.append(Bracket(start: i, isImage: false))
      return i + 1
    case UInt8(ascii: "]"): return link(at: i)
    case UInt8(ascii: "<"): return tag(at: i)
    case UInt8(ascii: "&"): return entity(at: i, in: part)
    default: return i + 1
    }
  }

  // MARK: - Code

  private mutating func code(at start: Int, in part: Range<Int>) -> Int {
    let length = run(of: bytes[start], at: start, to: part.upperBound)
    guard let last = lastCode[length], last > start else { return start + length }
    var i = start + length
    while i < end {
      if bytes[i] == UInt8(ascii: "`") {
        let closing = run(of: bytes[i], at: i, to: end)
        if closing == length {
          delete(start..<start + length)
          delete(i..<i + length)
          return i + length
        }
        i += closing
      } else {
        i += 1
      }
    }
    return start + length
  }

  // MARK: - Emphasis

  /// CommonMark's rule of flanking: a run opens before a word and closes behind one; underscores not inside words.
  private mutating func emphasis(at start: Int, in part: Range<Int>) -> Int {
    let mark = bytes[start]
    let length = run(of: mark, at: start, to: part.upperBound)
    let next = start + length
    if mark == UInt8(ascii: "~"), length != 2 { return next }
    let before = scalar(before: start, in: part)
    let after = next < part.upperBound ? scalar(at: next) : nil
    let blankBefore = before.map(isBlank) ?? true
    let blankAfter = after.map(isBlank) ?? true
    let signBefore = before.map(isSign) ?? false
    let signAfter = after.map(isSign) ?? false
    let isLeft = !blankAfter && (!signAfter || blankBefore || signBefore)
    let isRight = !blankBefore && (!signBefore || blankAfter || signAfter)
    let isWord = mark == UInt8(ascii: "_")
    let canOpen = isLeft && (!isWord || !isRight || signBefore)
    let canClose = isRight && (!isWord || !isLeft || signAfter)
    var left = start..<next
    if canClose {
      while !left.isEmpty, open[mark, default: 0] > 0 {
        guard let opener = popOpener(of: mark) else { break }
        let count = min(opener.range.count, left.count)
        delete(opener.range.upperBound - count..<opener.range.upperBound)
        delete(left.lowerBound..<left.lowerBound + count)
        left = left.lowerBound + count..<left.upperBound
        if opener.range.count > count {
          push(Delimiter(mark: mark, range: opener.range.lowerBound..<opener.range.upperBound - count))
        }
      }
    }
    if canOpen, !left.isEmpty { push(Delimiter(mark: mark, range: left)) }
    return next
  }

  private mutating func push(_ delimiter: Delimiter) {
    delimiters.append(delimiter)
    open[delimiter.mark, default: 0] += 1
  }

  /// Takes the nearest opener; those above it stay what they are, plain characters.
  private mutating func popOpener(of mark: UInt8) -> Delimiter? {
    while let top = delimiters.popLast() {
      open[top.mark, default: 1] -= 1
      if top.mark == mark { return top }
    }
    return nil
  }

  // MARK: - Links

  private mutating func link(at close: Int) -> Int {
    guard let bracket = brackets.popLast() else { return close + 1 }
    let textStart = bracket.start + (bracket.isImage ? 2 : 1)
    let next = close + 1
    if next < end, bytes[next] == UInt8(ascii: "("), let stop = addressEnd(after: next + 1) {
      delete(bracket.start..<textStart)
      delete(close..<stop)
      return stop
    }
    if next < end, bytes[next] == UInt8(ascii: "["),
      let stop = bytes[next..<min(end, next + 1000)].firstIndex(of: UInt8(ascii: "]"))
    {
      let name = stop == next + 1 ? bytes[textStart..<close] : bytes[next + 1..<stop]
      if !labels.isEmpty, name.count < 1000, labels.contains(Self.label(name)) {
        delete(bracket.start..<textStart)
        delete(close..<stop + 1)
        return stop + 1
      }
    }
    if !labels.isEmpty, close - textStart < 1000, labels.contains(Self.label(bytes[textStart..<close])) {
      delete(bracket.start..<textStart)
      delete(close..<next)
    }
    return next
  }

  /// Where `address "title")` ends; nil where it is no address.
  private func addressEnd(after start: Int) -> Int? {
    let limit = min(end, start + Self.longestAddress)
    var i = start
    var depth = 0
    var quote: UInt8?
    var inAngles = false
    while i < limit {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\\") {
        i += 2
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if inAngles {
        if byte == UInt8(ascii: ">") { inAngles = false }
      } else {
        switch byte {
        case UInt8(ascii: "<") where i == start: inAngles = true
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          // A title stands behind a blank.
          if i > start, bytes[i - 1] == 0x20 || bytes[i - 1] == 0x0A { quote = byte }
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"):
          if depth == 0 { return i + 1 }
          depth -= 1
        case 0x20, 0x09, 0x0A, 0x0D:
          // Behind the address only a title may follow: "[a](b c)" is text.
          let rest = bytes[i..<limit].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
          guard rest == UInt8(ascii: "\"") || rest == UInt8(ascii: "'") || rest == UInt8(ascii: ")") else { return nil }
        default: break
        }
      }
      i += 1
    }
    return nil
  }

  // MARK: - Tags, comments, addresses in angles

  private mutating func tag(at start: Int) -> Int {
    let limit = min(end, start + Self.longestTag)
    if bytes[start..<limit].starts(with: "<!--".utf8) {
      var i = max(start + 4, commentsSearched)
      while i + 3 <= limit {
        if bytes[i] == UInt8(ascii: "-"), bytes[i + 1] == UInt8(ascii: "-"), bytes[i + 2] == UInt8(ascii: ">") {
          delete(start..<i + 3)
          return i + 3
        }
        i += 1
      }
      commentsSearched = i
      return start + 1
    }
    let rest = bytes[start + 1..<max(start + 1, limit)]
    guard let close = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
      bytes[close] == UInt8(ascii: ">")
    else { return start + 1 }
    let content = bytes[start + 1..<close]
    if isAddress(content) {
      delete(start..<start + 1)
      delete(close..<close + 1)
      return close + 1
    }
    guard let name = MarkdownTag.name(of: content) else { return start + 1 }
    if name == "br" {
      // A line's end that is marked twice is one.
      let endsLine = close + 1 < bytes.count && (bytes[close + 1] == 0x0A || bytes[close + 1] == 0x0D)
      edits.append(Edit(rule: Markdown.rule, range: start..<close + 1, replacement: endsLine ? "" : "\n"))
    } else {
      delete(start..<close + 1)
    }
    return close + 1
  }

  private func isAddress(_ content: ArraySlice<UInt8>) -> Bool {
    if content.contains(where: { $0 <= 0x20 }) { return false }
    if content.contains(UInt8(ascii: "@")) { return content.first != UInt8(ascii: "/") }
    guard let colon = content.firstIndex(of: UInt8(ascii: ":")), colon - content.startIndex >= 2 else { return false }
    return content[..<colon].allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+.-".utf8.contains($0)
    }
  }

  // MARK: - Entities

  private mutating func entity(at start: Int, in part: Range<Int>) -> Int {
    let limit = min(part.upperBound, start + 12)
    guard let close = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")),
      let text = MarkdownTag.entity(bytes[start + 1..<close])
    else { return start + 1 }
    edits.append(Edit(rule: Markdown.rule, range: start..<close + 1, replacement: text))
    return close + 1
  }

  // MARK: - Characters

  private func run(of mark: UInt8, at start: Int, to end: Int) -> Int {
    var i = start
    while i < end, bytes[i] == mark { i += 1 }
    return i - start
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private func scalar(at position: Int) -> Unicode.Scalar {
    var stop = position + 1
    while stop < bytes.count, stop - position < 4, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    return String(decoding: bytes[position..<stop], as: UTF8.self).unicodeScalars.first ?? " "
  }

  private func scalar(before position: Int, in part: Range<Int>) -> Unicode.Scalar? {
    guard position > part.lowerBound else { return nil }
    var start = position - 1
    while start > part.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private func isSign(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isLetter && !scalar.isDecimalDigit && !scalar.isMark && !isBlank(scalar)
  }
}
