/// Plain text that shows columns side by side, as `pdftotext -layout` writes it: a form feed ends a page, and blanks hold
/// the columns apart.
struct ColumnText {
  /// The text with the columns of each page one below the other.
  ///
  /// - Returns: nil where no page has columns. A page that has none stays as it is, byte for byte.
  static func split(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var isSplit = false
    for page in text.split(separator: 0x0C, omittingEmptySubsequences: false) {
      if page.startIndex > text.startIndex { output.append(0x0C) }
      if let columns = columns(of: UnsafeBufferPointer(rebasing: page)) {
        output += columns
        isSplit = true
      } else {
        output += page
      }
    }
    return isSplit ? output : nil
  }

  /// The columns of a page; nil where it has but one.
  private static func columns(of text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    // A gutter of fewer than two blanks is none, and most pages have no such blanks at all.
    guard hasWideBlank(text) else { return nil }
    let page = page(text)
    let placed = PlacedPage(page)
    let columns = ReadingOrder.columns(of: placed)
    guard columns.contains(where: \.followsNeighbour) else { return nil }
    return PageText.text(of: [page]).bytes
  }

  private static func hasWideBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var blanks = 0
    var isInLine = false
    for byte in text {
      if byte == 0x20 {
        blanks += 1
      } else {
        if byte != 0x0A, blanks > 1, isInLine { return true }
        isInLine = byte != 0x0A
        blanks = 0
      }
    }
    return false
  }

  /// The words of a page, placed by the columns and rows of their characters, two units to a row.
  private static func page(_ text: UnsafeBufferPointer<UInt8>) -> PrintedPage {
    var page = PrintedPage()
    page.bytes = Array(text)
    var row = 0
    var column = 0
    var lineStart = 0
    var start: (offset: Int, column: Int)?
    for k in 0...text.count {
      let byte = k < text.count ? text[k] : 0x0A
      if byte > 0x20 {
        if start == nil { start = (k, column) }
        // A character of two bytes is one column wide, and a soft hyphen (C2 AD) none.
        if byte & 0xC0 != 0x80 { column += 1 }
        continue
      }
      if let word = start {
        let top = Double(row) * 2
        page.words.append(
          PrintedPage.Word(
            text: word.offset..<k,
            box: PageBox(
              left: Double(word.column), top: top, right: Double(max(column, word.column + 1)), bottom: top + 1.6)))
        start = nil
      }
      column += 1
      if byte == 0x0A {
        if page.words.count > lineStart {
          page.lines.append(PrintedPage.Line(words: lineStart..<page.words.count, paragraph: 0))
        }
        lineStart = page.words.count
        column = 0
        row += 1
      }
    }
    return page
  }
}
