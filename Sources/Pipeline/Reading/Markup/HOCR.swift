/// Reads hOCR: HTML whose classes name pages, paragraphs, lines and words, and whose titles hold their places.
///
/// The classes and properties are those of the hOCR specification 1.2 (kba.github.io/hocr-spec), and of the programs that
/// write it: Tesseract gives words, OCRopus and Kraken lines of plain text.
struct HOCR: MarkupEvents, Sendable {
  private enum Part: Sendable { case page, paragraph, line, word, hidden, other }

  /// What was read.
  var builder = PageBuilder()
  /// The line on which the document ended within a page; nil where all pages were whole.
  private(set) var cutOff: Int?
  private var open: [Part] = []
  private var words = 0
  private var lines = 0
  private var hiddenParts = 0

  mutating func start(_ element: MarkupElement) {
    var part = part(of: element)
    if part == .word, words > 0 { part = .other }
    open.append(part)
    switch part {
    case .page: builder.beginPage()
    case .paragraph: builder.beginParagraph()
    case .line:
      lines += 1
      builder.beginLine(Self.box(of: element))
    case .word:
      words += 1
      builder.beginWord(Self.box(of: element))
    case .hidden: hiddenParts += 1
    case .other: if element.isNamed("br") { builder.endLine() }
    }
  }

  mutating func end() {
    switch open.popLast() {
    case .page: builder.endPage()
    case .paragraph: builder.beginParagraph()
    case .line:
      lines -= 1
      builder.endLine()
    case .word: words -= 1
    case .hidden: hiddenParts -= 1
    case .other, nil: break
    }
  }

  mutating func finish(line: Int) {
    if open.contains(.page) { cutOff = line }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if words > 0 {
      builder.addToWord(bytes)
    } else if hiddenParts == 0, builder.isInPage || lines > 0 {
      builder.addText(bytes)
    }
  }

  private func part(of element: MarkupElement) -> Part {
    for name in ["head", "script", "style"] as [StaticString] where element.isNamed(name) { return .hidden }
    guard let classes = element.value("class") else { return .other }
    for name in classes.split(whereSeparator: { $0 <= 0x20 }) {
      if Self.equals(name, "ocr_page") { return .page }
      if Self.equals(name, "ocrx_word") || Self.equals(name, "ocr_word") { return .word }
      if Self.lineClasses.contains(where: { Self.equals(name, $0) }) { return .line }
      if Self.paragraphClasses.contains(where: { Self.equals(name, $0) }) { return .paragraph }
    }
    return .other
  }

  /// Tesseract calls a line of a heading, a caption or a box so; where such a part holds lines, those are the lines.
  private static let lineClasses: [StaticString] = [
    "ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "ocr_pageno",
  ]
  private static let paragraphClasses: [StaticString] = [
    "ocr_par", "ocr_carea", "ocr_column", "ocrx_block", "ocr_float", "ocr_title", "ocr_author", "ocr_abstract",
    "ocr_chapter", "ocr_section", "ocr_subsection", "ocr_blockquote", "ocr_table",
  ]

  private static func equals(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { bytes.elementsEqual($0) }
  }

  /// The rectangle of the property `bbox` in a title; nil where there is none.
  private static func box(of element: MarkupElement) -> PageBox? {
    guard let title = element.value("title") else { return nil }
    var quote: UInt8?
    var start = 0
    for k in 0...title.count {
      if k < title.count {
        if quote != nil || title[k] == UInt8(ascii: "\"") {
          if quote == nil { quote = title[k] } else if quote == title[k] { quote = nil }
          continue
        }
        if title[k] != UInt8(ascii: ";") { continue }
      }
      let property = title[start..<k].drop { $0 <= 0x20 }
      start = k + 1
      guard property.prefix(5).elementsEqual("bbox ".utf8) else { continue }
      var numbers = MarkupNumbers(UnsafeBufferPointer(rebasing: property))
      guard let left = numbers.next(), let top = numbers.next(), let right = numbers.next(), let bottom = numbers.next()
      else { return nil }
      return PageBox(left: left, top: top, right: right, bottom: bottom)
    }
    return nil
  }
}
