/// Reads what `pdftotext -bbox-layout` and `-bbox` of poppler write: XHTML whose elements are page, block, line and word.
struct PopplerBoxes: MarkupEvents, Sendable {
  private enum Part: Sendable { case page, block, line, word, other }

  /// What was read.
  var builder = PageBuilder()
  /// The line on which the document ended within a page; nil where all pages were whole.
  private(set) var cutOff: Int?
  private var open: [Part] = []

  mutating func start(_ element: MarkupElement) {
    let part = Self.part(of: element)
    open.append(part)
    switch part {
    case .page: builder.beginPage()
    case .block: builder.beginParagraph()
    case .line: builder.beginLine(Self.box(of: element))
    case .word: builder.beginWord(Self.box(of: element))
    case .other: break
    }
  }

  mutating func end() {
    switch open.popLast() {
    case .page: builder.endPage()
    case .block: builder.beginParagraph()
    case .line: builder.endLine()
    case .word, .other, nil: break
    }
  }

  mutating func finish(line: Int) {
    if open.contains(.page) { cutOff = line }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if open.last == .word { builder.addToWord(bytes) }
  }

  private static func part(of element: MarkupElement) -> Part {
    if element.isNamed("word") { return .word }
    if element.isNamed("line") { return .line }
    if element.isNamed("block") { return .block }
    return element.isNamed("page") ? .page : .other
  }

  // The parser of HTML writes all names in lower case.
  private static func box(of element: MarkupElement) -> PageBox? {
    guard let left = element.number("xmin"), let top = element.number("ymin"), let right = element.number("xmax"),
      let bottom = element.number("ymax")
    else { return nil }
    return PageBox(left: left, top: top, right: right, bottom: bottom)
  }
}
