internal import Lingua

/// The lines of Markdown: headings, quotations, lists, fences, rules, tables. What stands inside a paragraph goes to
/// `MarkdownInlines`, paragraph by paragraph, because emphasis and links may span lines.
struct MarkdownBlocks {
  let bytes: [UInt8]
  private(set) var edits: [Edit] = []

  private struct Fence {
    var mark: UInt8
    var length: Int
  }

  private var fence: Fence?
  private var isInComment = false
  // The parts of lines that make the paragraph under way.
  private var paragraph: [Range<Int>] = []
  private var labels: Set<String> = []
  // Where the text begins, behind the front matter.
  private var start = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    start = frontMatterEnd()
    delete(0..<start)
    labels = definitionLabels()
    forEachLine { $0.line($1) }
    endParagraph()
  }

  private mutating func forEachLine(_ body: (inout MarkdownBlocks, Range<Int>) -> Void) {
    var start = self.start
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let content = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      body(&self, start..<content)
      start = end + 1
    }
  }

  /// Where the text behind the YAML that tools put before it begins: lines of "key: value" between lines of dashes.
  /// A rule between paragraphs has no keys behind it.
  private func frontMatterEnd() -> Int {
    func line(at start: Int) -> (content: Range<Int>, next: Int) {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var last = end
      while last > start, bytes[last - 1] <= 0x20 { last -= 1 }
      return (start..<last, min(end + 1, bytes.count))
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var (content, next) = line(at: mark)
    guard bytes[content].elementsEqual("---".utf8) else { return 0 }
    var hasKey = false
    while next < bytes.count, next < Self.longestFrontMatter {
      (content, next) = line(at: next)
      if bytes[content].elementsEqual("---".utf8) || bytes[content].elementsEqual("...".utf8) {
        return hasKey ? next : 0
      }
      guard let first = bytes[content].first, first > 0x20, first != UInt8(ascii: "#"), first != UInt8(ascii: "-")
      else {
        continue
      }
      let key = bytes[content].prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 }
      guard key.endIndex < content.upperBound, bytes[key.endIndex] == UInt8(ascii: ":") else { return 0 }
      hasKey = true
    }
    return 0
  }

  private static let longestFrontMatter = 20_000

  private mutating func delete(_ range: Range<Int>) {
    if !range.isEmpty { edits.append(Edit(rule: Markdown.rule, range: range, replacement: "")) }
  }

  private mutating func endParagraph() {
    if paragraph.isEmpty { return }
    var inlines = MarkdownInlines(bytes: bytes, parts: paragraph, labels: labels)
    inlines.read()
    edits += inlines.edits
    paragraph.removeAll(keepingCapacity: true)
  }

  private mutating func line(_ line: Range<Int>) {
    if isInComment { return comment(line) }
    var start = line.lowerBound
    if fence == nil { start = quotation(line) }
    let content = skipBlanks(from: start, to: line.upperBound)
    let indent = content - start
    if let open = fence {
      if indent < 4, let close = fenceLine(content..<line.upperBound), close.mark == open.mark,
        close.length >= open.length, isBlank(content + close.length..<line.upperBound)
      {
        fence = nil
        delete(start..<line.upperBound)
      }
      return
    }
    if content == line.upperBound { return endParagraph() }
    if indent < 4, let open = fenceLine(content..<line.upperBound) {
      endParagraph()
      fence = open
      return delete(start..<line.upperBound)
    }
    if starts(with: "<!--", at: content) {
      endParagraph()
      isInComment = true
      return comment(content..<line.upperBound)
    }
    if indent < 4, isRule(content..<line.upperBound) {
      endParagraph()
      return delete(start..<line.upperBound)
    }
    if indent < 4, !paragraph.isEmpty, isUnderline(content..<line.upperBound) {
      endParagraph()
      return delete(start..<line.upperBound)
    }
    if isTableRule(content..<line.upperBound) {
      endParagraph()
      return delete(start..<line.upperBound)
    }
    if indent < 4, label(of: content..<line.upperBound) != nil, paragraph.isEmpty {
      return delete(start..<line.upperBound)
    }
    if indent < 4, let text = heading(content..<line.upperBound) {
      endParagraph()
      paragraph.append(text)
      return endParagraph()
    }
    let text = listItem(content..<line.upperBound)
    if text.lowerBound > content { endParagraph() }
    paragraph.append(text)
  }

  // MARK: - Kinds of lines

  /// Deletes the marks of a quotation and returns where the text behind them begins.
  private mutating func quotation(_ line: Range<Int>) -> Int {
    var start = line.lowerBound
    while true {
      let mark = skipBlanks(from: start, to: line.upperBound)
      guard mark - start < 4, mark < line.upperBound, bytes[mark] == UInt8(ascii: ">") else { return start }
      var end = mark + 1
      if end < line.upperBound, bytes[end] == 0x20 { end += 1 }
      delete(start..<end)
      start = end
    }
  }

  private mutating func comment(_ line: Range<Int>) {
    var i = line.lowerBound
    while i < line.upperBound {
      if starts(with: "-->", at: i) {
        isInComment = false
        delete(line.lowerBound..<i + 3)
        if !isBlank(i + 3..<line.upperBound) { paragraph.append(i + 3..<line.upperBound) }
        return
      }
      i += 1
    }
    delete(line)
  }

  private func fenceLine(_ line: Range<Int>) -> Fence? {
    guard let mark = bytes[line].first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = bytes[line].prefix { $0 == mark }.count
    if length < 3 { return nil }
    // Behind backquotes no other may stand: that is a span of code.
    if mark == UInt8(ascii: "`"), bytes[line].dropFirst(length).contains(mark) { return nil }
    return Fence(mark: mark, length: length)
  }

  private func isRule(_ line: Range<Int>) -> Bool {
    guard let mark = bytes[line].first, "*-_".utf8.contains(mark) else { return false }
    if mark == UInt8(ascii: "-"), !paragraph.isEmpty { return false }
    var count = 0
    for byte in bytes[line] {
      if byte == mark { count += 1 } else if byte != 0x20 && byte != 0x09 { return false }
    }
    return count >= 3
  }

  private func isUnderline(_ line: Range<Int>) -> Bool {
    guard let mark = bytes[line].first, "=-".utf8.contains(mark) else { return false }
    let length = bytes[line].prefix { $0 == mark }.count
    return (length >= 2 || mark == UInt8(ascii: "=")) && isBlank(line.lowerBound + length..<line.upperBound)
  }

  /// Whether the line parts a table's head from its rows: `|---|:--:|`.
  private func isTableRule(_ line: Range<Int>) -> Bool {
    var dashes = 0
    var bars = 0
    for byte in bytes[line] {
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return dashes > 0 && bars > 0
  }

  /// Deletes a heading's marks and returns its text.
  private mutating func heading(_ line: Range<Int>) -> Range<Int>? {
    let level = bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    let mark = line.lowerBound + level
    guard mark == line.upperBound || bytes[mark] == 0x20 || bytes[mark] == 0x09 else { return nil }
    let start = skipBlanks(from: mark, to: line.upperBound)
    delete(line.lowerBound..<start)
    var end = line.upperBound
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let closing = bytes[start..<end].reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let before = end - closing
    if closing > 0, before == start || bytes[before - 1] == 0x20 {
      end = before
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      delete(end..<line.upperBound)
    }
    return start..<end
  }

  /// The line without a list marker, which stays in the text but is no emphasis.
  private func listItem(_ line: Range<Int>) -> Range<Int> {
    guard let first = bytes[line].first, "*+-".utf8.contains(first), line.count > 1,
      bytes[line.lowerBound + 1] == 0x20 || bytes[line.lowerBound + 1] == 0x09
    else { return line }
    return skipBlanks(from: line.lowerBound + 1, to: line.upperBound)..<line.upperBound
  }

  /// The label of a definition, `[label]: address`; a footnote is none.
  private func label(of line: Range<Int>) -> String? {
    guard let first = bytes[line].first, first == UInt8(ascii: "["), line.count > 4,
      bytes[line.lowerBound + 1] != UInt8(ascii: "^"),
      let close = bytes[line].prefix(1000).firstIndex(of: UInt8(ascii: "]")), close > line.lowerBound + 1,
      close + 2 < line.upperBound, bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let target = skipBlanks(from: close + 2, to: line.upperBound)
    let address = bytes[target..<line.upperBound].prefix { $0 != 0x20 && $0 != 0x09 }
    // An address, not a sentence behind a bracket: "[1]: first of all".
    let isAddress =
      address.contains(UInt8(ascii: "/")) || address.first == UInt8(ascii: "<")
      || address.first == UInt8(ascii: "#")
    return isAddress ? MarkdownInlines.label(bytes[line.lowerBound + 1..<close]) : nil
  }

  private func definitionLabels() -> Set<String> {
    var labels: Set<String> = []
    var copy = self
    copy.forEachLine { blocks, line in
      let content = blocks.skipBlanks(from: line.lowerBound, to: line.upperBound)
      if content - line.lowerBound < 4, let label = blocks.label(of: content..<line.upperBound) { labels.insert(label) }
    }
    return labels
  }

  // MARK: - Bytes

  private func skipBlanks(from start: Int, to end: Int) -> Int {
    var i = start
    while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
    return i
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    skipBlanks(from: range.lowerBound, to: range.upperBound) == range.upperBound
  }

  private func starts(with text: StaticString, at position: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
  }
}
