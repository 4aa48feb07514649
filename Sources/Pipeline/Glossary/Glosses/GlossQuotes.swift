/// Finds quotations by their marks.
struct GlossQuotes {
  let text: GlossText
  /// The longest title, in characters.
  static let longest = 400

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = ["”": "“", "»": "«", "\"": "\"", "“": "„"]

  /// The inside of the quotation that ends at `close`; nil where there is no mark or its opening is far.
  func ending(at close: Int) -> Range<Int>? {
    guard close > 0, let open = Self.pairs[text.scalars[close]] else { return nil }
    var depth = 0
    var k = close - 1
    while k >= 0, close - k < Self.longest, text.scalars[k] != "\n" {
      let scalar = text.scalars[k]
      if scalar == open {
        if depth == 0 { return k + 1 == close ? nil : k + 1..<close }
        depth -= 1
      } else if scalar == text.scalars[close] {
        depth += 1
      }
      k -= 1
    }
    return nil
  }

  /// The inside of the quotation that begins at `open`, and what follows it.
  func beginning(at open: Int) -> (inside: Range<Int>, next: Int)? {
    guard open < text.scalars.count else { return nil }
    let closes: [Unicode.Scalar]
    switch text.scalars[open] {
    case "“": closes = ["”"]
    case "„": closes = ["”", "“"]
    case "«": closes = ["»"]
    case "\"": closes = ["\""]
    default: return nil
    }
    var depth = 0
    var k = open + 1
    while k < text.scalars.count, k - open < Self.longest, text.scalars[k] != "\n" {
      if closes.contains(text.scalars[k]) {
        if depth == 0 { return k == open + 1 ? nil : (open + 1..<k, k + 1) }
        depth -= 1
      } else if text.scalars[k] == text.scalars[open] {
        depth += 1
      }
      k += 1
    }
    return nil
  }
}
