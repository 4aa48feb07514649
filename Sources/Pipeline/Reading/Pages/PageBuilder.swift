/// Gathers the pages of a document from the events of its source.
struct PageBuilder: Sendable {
  private var pages: [PrintedPage] = []
  private var page = PrintedPage()
  private var hasPage = false
  private var paragraph = 0
  private var lineStart = 0
  private var lineBox: PageBox?
  // Whether text that follows belongs to the last word; a blank or a new element ends it.
  private var isWordOpen = false

  /// Whether a page was begun and not ended.
  var isInPage: Bool { hasPage }

  /// Begins a page, and ends the one before.
  mutating func beginPage() {
    endPage()
    hasPage = true
  }

  /// Ends the page.
  mutating func endPage() {
    endLine()
    if hasPage { pages.append(page) }
    page = PrintedPage()
    hasPage = false
    paragraph = 0
  }

  /// The pages of a document that has ended.
  mutating func finished() -> [PrintedPage] {
    endPage()
    return pages
  }

  /// Begins a paragraph; what follows is not in the same as what went before.
  mutating func beginParagraph() {
    endLine()
    paragraph += 1
  }

  /// Begins a line; `box` is its place, where it is known.
  mutating func beginLine(_ box: PageBox?) {
    endLine()
    lineBox = box
  }

  /// Ends the line.
  mutating func endLine() {
    isWordOpen = false
    if let last = page.words.last, last.text.isEmpty { page.words.removeLast() }
    if page.words.count > lineStart {
      page.lines.append(PrintedPage.Line(words: lineStart..<page.words.count, box: lineBox, paragraph: paragraph))
    }
    lineStart = page.words.count
    lineBox = nil
  }

  /// Begins a word whose letters `text` will bring.
  mutating func beginWord(_ box: PageBox?) {
    hasPage = true
    if page.words.count > lineStart, let last = page.words.last, last.text.isEmpty { page.words.removeLast() }
    page.words.append(PrintedPage.Word(text: page.bytes.count..<page.bytes.count, box: box))
    isWordOpen = true
  }

  /// Appends the text of a word's element: blanks inside it stay as one, those at its ends go.
  mutating func addToWord(_ text: UnsafeBufferPointer<UInt8>) {
    var k = 0
    while k < text.count {
      let blank = Self.blankLength(text, at: k)
      if blank > 0 {
        isWordOpen = false
        k += blank
      } else {
        if !isWordOpen, let last = page.words.last, !last.text.isEmpty { page.bytes.append(0x20) }
        isWordOpen = true
        append(text[k])
        k += 1
      }
    }
  }

  /// Appends text that has no element for its words: blanks part them.
  mutating func addText(_ text: UnsafeBufferPointer<UInt8>) {
    var k = 0
    while k < text.count {
      let blank = Self.blankLength(text, at: k)
      if blank > 0 {
        isWordOpen = false
        k += blank
      } else {
        if !isWordOpen || page.words.count == lineStart { beginWord(nil) }
        append(text[k])
        k += 1
      }
    }
  }

  /// What the last word of the line ends with; nil where the line has none.
  var lastByte: UInt8? { page.words.count > lineStart ? page.bytes.last : nil }

  private mutating func append(_ byte: UInt8) {
    page.bytes.append(byte)
    let k = page.words.count - 1
    page.words[k].text = page.words[k].text.lowerBound..<page.bytes.count
  }

  /// How many bytes of white space stand at a place: a control character, a blank, or U+00A0.
  private static func blankLength(_ text: UnsafeBufferPointer<UInt8>, at k: Int) -> Int {
    if text[k] <= 0x20 { return 1 }
    return text[k] == 0xC2 && k + 1 < text.count && text[k + 1] == 0xA0 ? 2 : 0
  }
}
