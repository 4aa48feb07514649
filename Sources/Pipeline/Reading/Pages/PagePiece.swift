/// The words of one source line that are in one part of a page.
struct PagePiece: Sendable {
  /// Its words in the source's order, as indices of the page.
  var words: [Int]
  /// Around the words that are ink; around all where none is.
  var box: PageBox
  /// Where its words have their middle.
  var middle: Double

  init(_ words: [Int], of page: PlacedPage) {
    self.words = words
    let ink = words.filter { page.words[$0].isInk }
    let told = ink.isEmpty ? words : ink
    let boxes = told.map { page.words[$0].box }
    box = boxes.dropFirst().reduce(boxes.first ?? PageBox(left: 0, top: 0, right: 0, bottom: 0)) { $0.joined($1) }
    middle = PlacedPage.median(boxes.map(\.middle)) ?? 0
  }

  /// The pieces that words make, which stand in the order of the source.
  static func pieces(of words: [Int], on page: PlacedPage) -> [PagePiece] {
    var pieces: [PagePiece] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, page.words[words[end]].line == page.words[words[start]].line { end += 1 }
      pieces.append(PagePiece(Array(words[start..<end]), of: page))
      start = end
    }
    return pieces
  }
}
