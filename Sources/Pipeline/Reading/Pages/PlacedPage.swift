/// A word on a page that has been set straight.
struct PlacedWord: Sendable {
  var box: PageBox
  /// The source's line that it is in.
  var line: Int
  /// Whether it has a letter or a digit: specks that a scanner saw have none, and must not close a gutter.
  var isInk: Bool
  /// How many characters it has.
  var length: Int
}

/// The words of a page, straight, with the measures of its type.
struct PlacedPage: Sendable {
  var words: [PlacedWord]
  /// The height of a line of the body.
  let height: Double
  /// From one line of the body to the next.
  let pitch: Double

  /// The words of a page whose words all have places.
  init(_ page: PrintedPage) {
    words = []
    words.reserveCapacity(page.words.count)
    for (k, line) in page.lines.enumerated() {
      for word in page.words[line.words] {
        let text = page.bytes[word.text]
        words.append(
          PlacedWord(
            box: word.box ?? PageBox(left: 0, top: 0, right: 0, bottom: 0), line: k, isInk: Self.isInk(text),
            length: text.count { $0 & 0xC0 != 0x80 }))
      }
    }
    let slope = PageSkew.slope(of: words)
    if slope != 0 {
      for k in words.indices {
        let (x, y) = (words[k].box.center, words[k].box.middle)
        words[k].box.left += slope * y
        words[k].box.right += slope * y
        words[k].box.top -= slope * x
        words[k].box.bottom -= slope * x
      }
    }
    var lines: [Int: PageBox] = [:]
    for word in words where word.isInk && word.length > 1 {
      lines[word.line] = lines[word.line]?.joined(word.box) ?? word.box
    }
    let boxes = lines.values.sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
    height = Self.median(boxes.map(\.height)) ?? 1
    pitch = Self.pitch(of: boxes) ?? height * 1.3
  }

  /// The usual distance of a line to the next below it.
  private static func pitch(of boxes: [PageBox]) -> Double? {
    var steps: [Double] = []
    for (k, box) in boxes.enumerated() {
      // Lines of other columns stand between a line and the next of its own.
      for next in boxes[(k + 1)...].prefix(8) {
        let shared = min(box.right, next.right) - max(box.left, next.left)
        let step = next.middle - box.middle
        if shared > 0.5 * min(box.width, next.width), step > 0.5 * box.height {
          steps.append(step)
          break
        }
      }
    }
    return median(steps)
  }

  static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  /// Whether a word has a letter or a digit, by its bytes: what a scanner makes of specks is ASCII's marks, and those of
  /// Latin-1 (C2) and General Punctuation (E2).
  static func isInk(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: byte >= 0xC3 && byte != 0xE2
      }
    }
  }
}
