/// Finds the markers of pages that e-books carry inside their text: "←8 | 9→", also cut off.
enum PageMarkers {
  /// The markers, without the blanks about them.
  static func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var position = 0
    while position + 2 < text.count {
      guard text[position] == 0xE2 else {
        position += 1
        continue
      }
      let (value, count) = text.scalar(at: position)
      if value == 0x2190 || value == 0x27F5, let end = end(behind: position + count, in: text) {
        result.append(position..<end)
        position = end
      } else {
        position += count
      }
    }
    return result
  }

  /// Where a marker ends whose arrow ends at `start`: a number, a bar, as a rule another number and arrow.
  private static func end(behind start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = start
    guard skipNumber(&position, in: text) else { return nil }
    skipBlanks(&position, in: text)
    guard position < text.count, text[position] == 0x7C else { return nil }
    position += 1
    let bar = position
    skipBlanks(&position, in: text)
    guard skipNumber(&position, in: text) else { return bar }
    skipBlanks(&position, in: text)
    guard position < text.count else { return position }
    let (value, count) = text.scalar(at: position)
    return value == 0x2192 || value == 0x27F6 ? position + count : bar
  }

  private static func skipBlanks(_ position: inout Int, in text: UnsafeBufferPointer<UInt8>) {
    while position < text.count, text[position] == 0x20 { position += 1 }
  }

  private static func skipNumber(_ position: inout Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    skipBlanks(&position, in: text)
    let start = position
    while position < text.count, position - start < 5, text[position] &- 0x30 < 10 { position += 1 }
    return position > start
  }

  /// Takes a marker out of the middle of a line: one blank stays between the words about it.
  static func edit(of marker: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Edit {
    var range = marker
    while range.upperBound < text.count, text[range.upperBound] == 0x20 {
      range = range.lowerBound..<range.upperBound + 1
    }
    while range.lowerBound > 0, text[range.lowerBound - 1] == 0x20 {
      range = range.lowerBound - 1..<range.upperBound
    }
    let opens = range.lowerBound == 0 || text[range.lowerBound - 1] <= 0x20
    let closes = range.upperBound == text.count || text[range.upperBound] <= 0x20
    return Edit(rule: PageFurniture.marker, range: range, replacement: opens || closes ? "" : " ")
  }
}

/// Finds lines that stand for a picture that is not there: "image", "[сурет]".
enum PictureLines {
  /// Whether there may be any: short lines between empty ones.
  static func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var emptyBefore = true
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0C { end += 1 }
      let line = text.withoutBlanks(start..<end)
      if emptyBefore, (3...30).contains(line.count) { return true }
      emptyBefore = line.isEmpty
      start = end + 1
    }
    return false
  }

  static func lines(of text: TextLines, lexicon: LayoutLexicon) -> [Int] {
    text.lines.indices.filter { index in
      let range = text.lines[index].text
      guard (3...30).contains(range.count), text.opensBlock(index), text.endsBlock(index) else {
        return false
      }
      let words = text.words(range)
      guard words.count == 1, let word = words.first else { return false }
      // In brackets, or in small letters as no heading is.
      return
        (word == range && text.bytes.isSmall(at: word.lowerBound, text.cases)
        || word.lowerBound == range.lowerBound + 1 && word.upperBound + 1 == range.upperBound
          && text.bytes[range.lowerBound] == 0x5B)
        && lexicon.contains(text.bytes.lowered(word, text.cases), .place)
    }
  }
}
