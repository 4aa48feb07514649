/// Writes pages as text: lines as they were printed, an empty line between paragraphs, a form feed between pages.
enum PageText {
  /// What was made of pages.
  struct Result {
    /// The text in UTF-8.
    var bytes: [UInt8] = []
    /// Where each page is in it.
    var pages: [Range<Int>] = []
    /// The pages, from 1, whose words had no places, so that they stand in the order of the source.
    var unplaced: [Int] = []
  }

  /// The text of pages.
  ///
  /// - Parameters:
  ///   - pages: the pages; they are used up.
  ///   - ordersByPlace: whether columns and paragraphs are told by the places of words, where these are known.
  static func text(of pages: [PrintedPage], ordersByPlace: Bool = true) -> Result {
    var result = Result()
    for (number, page) in pages.enumerated() {
      if number > 0 { result.bytes.append(0x0C) }
      let start = result.bytes.count
      var page = page
      if page.placeWords(), ordersByPlace {
        let placed = PlacedPage(page)
        let lines = ParagraphBreaks(page: placed, source: page).lines(of: ReadingOrder.columns(of: placed))
        for line in lines { add(line.words, of: page, asParagraph: line.beginsParagraph, to: &result.bytes) }
      } else {
        if ordersByPlace, !page.words.isEmpty { result.unplaced.append(number + 1) }
        var paragraph = page.lines.first?.paragraph
        for line in page.lines {
          add(line.words, of: page, asParagraph: line.paragraph != paragraph, to: &result.bytes)
          paragraph = line.paragraph
        }
      }
      result.pages.append(start..<result.bytes.count)
    }
    return result
  }

  private static func add(
    _ words: some Sequence<Int>, of page: PrintedPage, asParagraph: Bool, to output: inout [UInt8]
  ) {
    if asParagraph { output.append(0x0A) }
    var isFirst = true
    for word in words {
      if !isFirst { output.append(0x20) }
      isFirst = false
      output += page.bytes[page.words[word].text]
    }
    output.append(0x0A)
  }
}
