internal import Lingua

/// A document as the search for glosses reads it: scalars with their places, without what layout put between them.
struct GlossText {
  let scalars: [Unicode.Scalar]
  /// The UTF-8 offset of each scalar in the document, and one more for the end.
  let offsets: [Int]

  /// Line ends inside a paragraph become blanks; page markers ("←11 | 12→"), asterisks and underscores of emphasis, and
  /// tags are left out.
  ///
  /// - Parameters:
  ///   - text: the document or a part of it.
  ///   - offset: where the part begins, in UTF-8 offsets of the document.
  init(_ text: Substring, offset: Int) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    let all = Array(text.unicodeScalars)
    var offset = offset
    var k = 0
    while k < all.count {
      let scalar = all[k]
      let skip = Self.skipped(all, at: k)
      if skip > 0 {
        for j in k..<k + skip { offset += UTF8.width(all[j]) }
        k += skip
        continue
      }
      switch scalar {
      case "\n", "\r", "\u{B}", "\u{C}", "\u{2028}", "\u{2029}":
        // Two line ends in a row are the end of a paragraph.
        if scalars.last == " " {
          scalars[scalars.count - 1] = "\n"
        } else if scalars.last != "\n" {
          scalars.append(" ")
          offsets.append(offset)
        }
      case " ", "\t", "\u{A0}", "\u{2009}", "\u{202F}":
        if scalars.last != " " && scalars.last != "\n" {
          scalars.append(" ")
          offsets.append(offset)
        }
      case "\u{AD}", "\u{200B}", "\u{FEFF}": break
      default:
        scalars.append(scalar)
        offsets.append(offset)
      }
      offset += UTF8.width(scalar)
      k += 1
    }
    self.scalars = scalars
    self.offsets = offsets + [offset]
  }

  /// How many scalars of markup begin at a place.
  private static func skipped(_ all: [Unicode.Scalar], at k: Int) -> Int {
    func end(_ close: Unicode.Scalar, _ isInner: (Unicode.Scalar) -> Bool) -> Int {
      var j = k + 1
      while j < all.count, j - k < 24, isInner(all[j]) { j += 1 }
      return j < all.count && j > k + 1 && all[j] == close ? j - k + 1 : 0
    }
    switch all[k] {
    case "*", "_": return 1
    case "←": return end("→") { $0.isDecimalDigit || $0 == " " || $0 == "|" || $0 == "\u{A0}" }
    case "<": return end(">") { $0.isASCII && ($0.isLetter || $0 == "/" || $0.isDecimalDigit) }
    default: return 0
    }
  }

  /// The text of a range of scalars.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Where a range of scalars stands, in UTF-8 offsets of the document.
  func place(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return offsets[range.lowerBound]..<offsets[range.lowerBound] }
    return offsets[range.lowerBound]..<offsets[last] + UTF8.width(scalars[last])
  }

  /// The range without blanks and marks that end or begin a phrase.
  func trimmed(_ range: Range<Int>, keepsStops: Bool = false) -> Range<Int> {
    var range = range
    while let first = range.first, isEdge(scalars[first]) { range = range.dropFirst() }
    while let last = range.last, isEdge(scalars[last]), !(keepsStops && scalars[last] == ".") {
      range = range.dropLast()
    }
    return range
  }

  /// Whether a range has a Cyrillic letter.
  func hasCyrillic(_ range: Range<Int>) -> Bool { range.contains { GlossaryLetters.isCyrillicLetter(scalars[$0]) } }

  /// The paragraph around a range, as far as some hundred characters.
  func surroundings(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 400, scalars[start - 1] != "\n" { start -= 1 }
    var end = range.upperBound
    while end < scalars.count, end - range.upperBound < 400, scalars[end] != "\n" { end += 1 }
    return start..<end
  }

  private func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", ",", ".", ";", ":", "“", "”", "\"", "«", "»", "„", "–", "—", "-": true
    default: false
    }
  }
}
