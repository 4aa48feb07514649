/// What the lines of a text show: whether they are lines of printed pages, and how wide those are.
public struct LayoutFigures: Hashable, Sendable {
  /// The lines that are not empty.
  public private(set) var lineCount = 0
  /// The pages: the stretches between form feeds that hold any text.
  public private(set) var pageCount = 0
  /// The lines that end in a hyphen behind a letter.
  public private(set) var hyphenCount = 0
  /// The lines that have another one directly below them.
  public private(set) var innerCount = 0
  /// Those of them whose sentence goes on below: the next line begins with a small letter, or they end in a hyphen.
  public private(set) var continuedCount = 0
  /// The width of a column in characters: more lines have .8 to 1 of it than of any other; 0 where there is no such width.
  public private(set) var width = 0
  /// The lines with another one below them that have about that width.
  public private(set) var fullCount = 0
  /// The length in characters so that half of the text stands in lines that are no longer.
  public private(set) var middleLength = 0

  // Lines of more characters are counted as one of so many.
  private static let longest = 1024
  private static let innerMark: UInt16 = 0x8000
  // With fewer lines nothing can be told.
  private static let leastInner = 4
  private static let widths = 20...120

  /// Whether the text is prose in lines of one width, as paper and extraction from PDF have it: many lines are about as
  /// long as the widest of them, sentences run over their ends, and most of the text stands in them.
  public var isWrapped: Bool {
    innerCount >= Self.leastInner && fullCount * 10 >= innerCount * 3
      && continuedCount * 10 >= innerCount * 3
      && middleLength * 2 <= width * 5
  }

  /// Looks at the lines of a text once.
  init(of text: UnsafeBufferPointer<UInt8>) {
    // The length of each line; the lines with another one below them are marked.
    var lengths: [UInt16] = []
    let cases = LetterCase.shared
    var before = 0
    var endsInHyphen = false
    var pageHasText = false
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0C { end += 1 }
      let line = text.withoutBlanks(start..<end)
      if line.isEmpty {
        before = 0
      } else {
        let count = min(Self.longest, text.characterCount(line))
        lineCount += 1
        if before > 0 {
          innerCount += 1
          lengths[lengths.count - 1] |= Self.innerMark
          let first = cases.flags(text.scalar(at: line.lowerBound).value)
          if endsInHyphen || first & LetterCase.isLower != 0 { continuedCount += 1 }
        }
        lengths.append(UInt16(count))
        endsInHyphen = text.hyphen(endingAt: line.upperBound, cases) != nil
        if endsInHyphen { hyphenCount += 1 }
        before = count
        pageHasText = true
      }
      if end < text.count, text[end] == 0x0C {
        if pageHasText { pageCount += 1 }
        pageHasText = false
        before = 0
      }
      start = end + 1
    }
    if pageHasText { pageCount += 1 }
    if innerCount >= Self.leastInner { measure(lengths) }
  }

  /// Finds the width and the middle length from the lengths of all lines.
  private mutating func measure(_ lengths: [UInt16]) {
    var all = [Int](repeating: 0, count: Self.longest + 1)
    var inner = all
    for length in lengths {
      all[Int(length & ~Self.innerMark)] += 1
      if length & Self.innerMark != 0 { inner[Int(length & ~Self.innerMark)] += 1 }
    }
    for length in 1...Self.longest { inner[length] += inner[length - 1] }
    for width in Self.widths {
      let count = inner[width] - inner[(width * 4 + 4) / 5 - 1]
      if count > 0, count >= fullCount { (fullCount, self.width) = (count, width) }
    }
    let total = all.indices.reduce(0) { $0 + $1 * all[$1] }
    var sum = 0
    for length in all.indices {
      sum += length * all[length]
      if sum * 2 >= total {
        middleLength = length
        break
      }
    }
  }

  var figures: [Diagnosis.Figure] {
    [
      .init(name: "lines", value: Double(lineCount)),
      .init(name: "pages", value: Double(pageCount)),
      .init(name: "line-end-hyphens", value: Double(hyphenCount)),
      .init(
        name: "share-of-line-end-hyphens",
        value: lineCount == 0 ? 0 : Double(hyphenCount) / Double(lineCount)),
      .init(name: "column-width", value: Double(width)),
      .init(name: "wrapped", value: isWrapped ? 1 : 0),
    ]
  }
}
