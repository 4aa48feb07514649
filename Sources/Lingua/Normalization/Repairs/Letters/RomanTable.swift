/// What tells Roman numerals in Cyrillic letters from words (lexicons/roman-numerals.tsv).
struct RomanTable: Sendable {
  static let fileName = "roman-numerals.tsv"

  /// Letters and signs that stand for digits, beside what is numbered only.
  private(set) var misread: [UInt32: String] = [:]
  /// Words between two numerals.
  private(set) var joins: Set<[UInt32]> = []
  // Beginnings of words that follow; abbreviations that a stop ends; words that stand before.
  private var after: [[UInt32]] = []
  private var stopped: Set<[UInt32]> = []
  private var before: Set<[UInt32]> = []

  init(lexicons: Lexicons) throws(LexiconError) {
    let table = try LexiconRows(
      name: Self.fileName, bytes: lexicons.bytes(of: Self.fileName), columns: ["kind", "text", "value"])
    try table.forEach { (cells, line) throws(LexiconError) in
      for text in table.text(cells[1]).split(separator: "|") {
        let letters = text.unicodeScalars.map(\.value)
        switch table.text(cells[0]) {
        case "misread":
          guard letters.count == 1 else { throw table.error(line, "text", cells[1], expected: "single letters") }
          misread[letters[0]] = table.text(cells[2])
        case "join": joins.insert(letters)
        case "after": after.append(letters)
        case "after-stop": stopped.insert(letters)
        case "before": before.insert(letters)
        default:
          throw table.error(line, "kind", cells[0], expected: "misread, join, after, after-stop, before")
        }
      }
    }
  }

  /// The place behind blanks, one line end and perhaps dashes, a few at most.
  static func passed(_ position: Int, in text: UnsafeBufferPointer<UInt8>, dashes: Bool) -> Int {
    var position = position
    var budget = 4
    while budget > 0, position < text.count {
      let (value, count) = text.scalar(at: position)
      switch value {
      case 0x20, 0x0A, 0xA0: break
      case 0x2D, 0x2010...0x2015: if !dashes { return position }
      default: return position
      }
      position += count
      budget -= 1
    }
    return position
  }

  /// Whether a word that numerals number begins at a place.
  func isAfter(_ position: Int, in text: UnsafeBufferPointer<UInt8>, _ shapes: LetterShapes) -> Bool {
    guard let (word, end) = word(at: position, in: text, shapes) else { return false }
    if end < text.count, text[end] == 0x2E, stopped.contains(word) { return true }
    return after.contains { word.starts(with: $0) }
  }

  private func word(
    at position: Int, in text: UnsafeBufferPointer<UInt8>, _ shapes: LetterShapes
  ) -> (letters: [UInt32], end: Int)? {
    var letters: [UInt32] = []
    var end = position
    while end < text.count, letters.count < 24 {
      let (value, count) = text.scalar(at: end)
      guard shapes.traits(value).contains(.cyrillic) else { break }
      letters.append(shapes.lower(value))
      end += count
    }
    return letters.isEmpty ? nil : (letters, end)
  }

  /// Whether a word that a numeral follows ends before a place.
  func isBefore(_ position: Int, in text: UnsafeBufferPointer<UInt8>, _ shapes: LetterShapes) -> Bool {
    var start = position
    guard start > 0, text[start - 1] == 0x20 else { return false }
    start -= 1
    var letters: [UInt32] = []
    while let previous = text.start(ofScalarBefore: start), letters.count < 24 {
      let value = text.scalar(at: previous).value
      guard shapes.traits(value).contains(.cyrillic) else { break }
      letters.append(shapes.lower(value))
      start = previous
    }
    return !letters.isEmpty && before.contains(letters.reversed())
  }
}
