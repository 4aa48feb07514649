/// Takes the marks of Markdown out of text that was converted from it halfway: # headings, **bold**, *slanted*, links,
/// escapes, <sup>. It needs several kinds of them as evidence.
struct MarkdownResidue: DocumentRepair {
  static let rule = EditRule(rawValue: "markdown")

  var rules: [EditRule] { [Self.rule] }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    var scan = MarkdownScan(text: text)
    scan.run()
    return scan.isEvident ? scan.edits.inOrder() : []
  }
}

/// One pass over a text that gathers the marks of Markdown.
struct MarkdownScan {
  let text: UnsafeBufferPointer<UInt8>
  private(set) var edits: [Edit] = []
  private var headings = 0
  private var stars = 0
  private var links = 0
  private var escapes = 0
  private var tags = 0
  // Where stars close what others opened.
  private var closings: Set<Int> = []

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Whether the text is Markdown beyond doubt: marks of two kinds, five in all.
  var isEvident: Bool {
    let kinds = [headings, stars, links, escapes, tags]
    return kinds.count { $0 > 0 } >= 2 && kinds.reduce(0, +) >= 5
  }

  mutating func run() {
    var position = 0
    while position < text.count {
      switch text[position] {
      case 0x23: position = heading(at: position)
      case 0x2A: position = emphasis(at: position)
      case 0x5B: position = link(at: position)
      case 0x5C: position = escape(at: position)
      case 0x3C: position = tag(at: position)
      default: position += 1
      }
    }
  }

  private mutating func replace(_ range: Range<Int>, with replacement: String = "") {
    edits.append(
      Edit(rule: MarkdownResidue.rule, range: range, replacement: replacement, confidence: 0.9))
  }

  private func isLineStart(_ position: Int) -> Bool { position == 0 || text[position - 1] == 0x0A }

  private mutating func heading(at start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == 0x23 { end += 1 }
    guard isLineStart(start), end - start <= 6, end < text.count, text[end] == 0x20 else {
      return end
    }
    headings += 1
    replace(start..<end + 1)
    return end + 1
  }

  /// A pair of one to three stars about words of one line.
  private mutating func emphasis(at start: Int) -> Int {
    var open = start
    while open < text.count, text[open] == 0x2A { open += 1 }
    let count = open - start
    guard !closings.contains(start), count <= 3, open < text.count, text[open] > 0x20 else {
      return open
    }
    var close = open
    while close < text.count, text[close] != 0x0A, close - open < 400 {
      guard text[close] == 0x2A else {
        close += 1
        continue
      }
      var end = close
      while end < text.count, text[end] == 0x2A { end += 1 }
      if end - close == count, text[close - 1] > 0x20 {
        stars += 1
        replace(start..<open)
        replace(close..<end)
        closings.insert(close)
        // What stands between may hold links and escapes.
        return open
      }
      close = end
    }
    return open
  }

  /// [text](address) and ![text](address): the text stays.
  private mutating func link(at start: Int) -> Int {
    var close = start + 1
    while close < text.count, text[close] != 0x5D, text[close] != 0x0A, close - start < 600 {
      close += 1
    }
    guard close + 1 < text.count, text[close] == 0x5D, text[close + 1] == 0x28 else {
      return start + 1
    }
    var end = close + 2
    while end < text.count, text[end] > 0x20, text[end] != 0x29 { end += 1 }
    guard end < text.count, text[end] == 0x29, end > close + 2 else { return start + 1 }
    links += 1
    let opens = start > 0 && text[start - 1] == 0x21 ? start - 1 : start
    replace(opens..<start + 1)
    replace(close..<end + 1)
    return start + 1
  }

  /// One or two backslashes before a mark of punctuation.
  private mutating func escape(at start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == 0x5C { end += 1 }
    guard end - start <= 2, end < text.count, "_*#[]()<>~`.!+-|{}&".utf8.contains(text[end]) else {
      return end
    }
    escapes += 1
    replace(start..<end)
    // The mark behind it is only itself.
    return end + 1
  }

  /// <sup>1</sup>, <sub>2</sub> and <http://…>.
  private mutating func tag(at start: Int) -> Int {
    for name in ["sup", "sub"] {
      let open = Array("<\(name)>".utf8)
      let close = Array("</\(name)>".utf8)
      guard matches(open, at: start) else { continue }
      let inner = start + open.count
      var end = inner
      while end < text.count, end - inner < 24, text[end] != 0x3C, text[end] != 0x0A { end += 1 }
      guard matches(close, at: end) else { return inner }
      tags += 1
      let digits = name == "sup" ? superscript(inner..<end) : nil
      replace(
        start..<end + close.count,
        with: digits ?? String(decoding: text[inner..<end], as: UTF8.self))
      return end + close.count
    }
    if matches(Array("<http".utf8), at: start) || matches(Array("<www.".utf8), at: start) {
      var end = start + 1
      while end < text.count, text[end] > 0x20, text[end] != 0x3E { end += 1 }
      guard end < text.count, text[end] == 0x3E else { return end }
      links += 1
      replace(start..<start + 1)
      replace(end..<end + 1)
    }
    return start + 1
  }

  private func matches(_ word: [UInt8], at start: Int) -> Bool {
    start + word.count <= text.count && text[start..<start + word.count].elementsEqual(word)
  }

  /// Digits printed high; nil where a part is not all digits.
  private func superscript(_ range: Range<Int>) -> String? {
    let high: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var result = ""
    for i in range {
      guard text[i] &- 0x30 < 10 else { return nil }
      result.append(high[Int(text[i] - 0x30)])
    }
    return range.isEmpty ? nil : result
  }
}
