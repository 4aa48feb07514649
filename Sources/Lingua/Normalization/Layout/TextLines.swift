/// The lines of a text and the pages that they stand on.
struct TextLines {
  /// A line.
  struct Line {
    /// From its first byte to its end, without what ends it.
    var range: Range<Int>
    /// The same without the blanks at both ends.
    var text: Range<Int>
    /// How many characters `text` has.
    var count: Int
    /// The page, counted from 0: form feeds before the line.
    var page: Int
    var isEmpty: Bool { text.isEmpty }
  }

  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Its lines; a line feed or a form feed ends one.
  let lines: [Line]
  /// The lines of each page, as a range of `lines`.
  let pages: [Range<Int>]
  let cases = LetterCase.shared

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var lines: [Line] = []
    var pages: [Range<Int>] = []
    var start = 0
    var first = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0C { end += 1 }
      let text = bytes.withoutBlanks(start..<end)
      lines.append(
        Line(range: start..<end, text: text, count: bytes.characterCount(text), page: pages.count))
      if end < bytes.count, bytes[end] == 0x0C {
        pages.append(first..<lines.count)
        first = lines.count
      }
      start = end + 1
    }
    pages.append(first..<lines.count)
    self.lines = lines
    self.pages = pages
  }

  /// Whether the line before is empty or on another page.
  func opensBlock(_ index: Int) -> Bool {
    index == 0 || lines[index - 1].isEmpty || lines[index - 1].page != lines[index].page
  }

  /// Whether the line behind is empty or on another page.
  func endsBlock(_ index: Int) -> Bool {
    index + 1 >= lines.count || lines[index + 1].isEmpty
      || lines[index + 1].page != lines[index].page
  }

  /// The first character of a line's text; 0 for an empty line.
  func first(_ index: Int) -> UInt32 {
    lines[index].isEmpty ? 0 : bytes.scalar(at: lines[index].text.lowerBound).value
  }

  /// Whether a line ends a sentence or a clause.
  func endsSentence(_ index: Int) -> Bool { bytes.endsSentence(lines[index].text) }

  /// The words of a part, as ranges of letters and digits.
  func words(_ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let end = bytes.wordEnd(from: position, limit: range.upperBound, cases)
      if end > position {
        result.append(position..<end)
        position = end
      } else {
        position += bytes.scalar(at: position).count
      }
    }
    return result
  }
}
