/// Reads ALTO of versions 1 to 4 (loc.gov/standards/alto): words are attributes, places in whatever unit the file measures.
struct ALTO: MarkupEvents, Sendable {
  private enum Part: Sendable { case page, block, line, other }

  /// What was read.
  var builder = PageBuilder()
  private var open: [Part] = []
  // Whether the last word is the first half of a divided one, whose hyphen was not yet told.
  private var lacksHyphen = false

  mutating func start(_ element: MarkupElement) {
    let part = Self.part(of: element)
    open.append(part)
    switch part {
    case .page: builder.beginPage()
    case .block: builder.beginParagraph()
    case .line: builder.beginLine(Self.box(of: element))
    case .other where element.isNamed("String"):
      lacksHyphen = false
      guard let content = element.value("CONTENT"), !content.isEmpty else { return }
      builder.beginWord(Self.box(of: element))
      builder.addToWord(content)
      lacksHyphen = element.value("SUBS_TYPE")?.elementsEqual("HypPart1".utf8) == true
    case .other where element.isNamed("HYP"):
      lacksHyphen = true
      addHyphen(element.value("CONTENT"))
    case .other: break
    }
  }

  mutating func end() {
    switch open.popLast() {
    case .page: builder.endPage()
    case .block: builder.beginParagraph()
    case .line:
      addHyphen(nil)
      builder.endLine()
    case .other, nil: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Ends a divided word with its hyphen, where it does not end so already: as it was printed.
  private mutating func addHyphen(_ hyphen: UnsafeBufferPointer<UInt8>?) {
    guard lacksHyphen, let last = builder.lastByte else { return }
    lacksHyphen = false
    // The last bytes of -, ‐ and ‑, ¬ and U+00AD; no letter of a word of Cyrillic or Latin letters ends so by mistake
    // that matters: one hyphen is not printed twice.
    if let hyphen, !hyphen.isEmpty {
      if hyphen.last != last { builder.addToWord(hyphen) }
    } else if last != UInt8(ascii: "-"), last != 0xAD, last != 0x90, last != 0xAC {
      [UInt8(ascii: "-")].withUnsafeBufferPointer { builder.addToWord($0) }
    }
  }

  private static func part(of element: MarkupElement) -> Part {
    if element.isNamed("Page") { return .page }
    if element.isNamed("TextBlock") { return .block }
    return element.isNamed("TextLine") ? .line : .other
  }

  private static func box(of element: MarkupElement) -> PageBox? {
    guard let left = element.number("HPOS"), let top = element.number("VPOS"), let width = element.number("WIDTH"),
      let height = element.number("HEIGHT")
    else { return nil }
    return PageBox(left: left, top: top, right: left + width, bottom: top + height)
  }
}
