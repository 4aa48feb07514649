/// What may stand before and after a letter for a row to apply, as the column `context` has it: LEFT_RIGHT, where each
/// side is empty or alternatives with "|" between: "#" for the edge of a word, the name of a class, or "[letters]".
/// "@front" asks for a word of front vowels.
struct LetterContext: Hashable, Sendable {
  /// One side: any of the letters, or the edge of a word; nil where anything may stand.
  struct Side: Hashable, Sendable {
    var letters: Set<UInt32> = []
    var isEdge = false
  }

  var left: Side?
  var right: Side?
  var isFront = false

  /// How many conditions there are; rows with more go first.
  var count: Int { (left == nil ? 0 : 1) + (right == nil ? 0 : 1) + (isFront ? 1 : 0) }

  /// No condition.
  init() {}

  /// Reads a cell; nil when it is none of the forms.
  init?(_ cell: String, classes: [String: [UInt32]]) {
    if cell.isEmpty { return }
    if cell == "@front" {
      isFront = true
      return
    }
    let sides = cell.split(separator: "_", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    for (index, text) in sides.enumerated() where !text.isEmpty {
      var side = Side()
      for part in text.split(separator: "|", omittingEmptySubsequences: false) {
        if part == "#" {
          side.isEdge = true
        } else if part.hasPrefix("["), part.hasSuffix("]") {
          side.letters.formUnion(part.dropFirst().dropLast().unicodeScalars.map(\.value))
        } else if let letters = classes[String(part)] {
          side.letters.formUnion(letters)
        } else {
          return nil
        }
      }
      if index == 0 { left = side } else { right = side }
    }
  }
}
