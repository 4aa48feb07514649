/// The words of one page as its source gives them: in lines, and with their places where it knows these.
struct PrintedPage: Sendable {
  struct Word: Sendable {
    /// Where its letters are in `bytes`.
    var text: Range<Int>
    var box: PageBox?
  }
  struct Line: Sendable {
    /// Where its words are in `words`.
    var words: Range<Int>
    var box: PageBox?
    /// Which paragraph or block of the source it is in; lines of one follow each other.
    var paragraph: Int
  }

  /// The letters of all words, in UTF-8.
  var bytes: [UInt8] = []
  var words: [Word] = []
  var lines: [Line] = []

  /// Gives a word without a box its share of its line's box, as long as its letters are many.
  ///
  /// - Returns: whether now all words have places, so that columns and lines can be told from them.
  mutating func placeWords() -> Bool {
    for line in lines where !words[line.words].allSatisfy({ $0.box?.isPlaced == true }) {
      guard let box = line.box, box.isPlaced else { return false }
      let lengths = words[line.words].map { letterCount(of: $0) }
      let step = box.width / Double(lengths.reduce(0, +) + max(0, lengths.count - 1))
      var left = box.left
      for (k, length) in zip(line.words, lengths) {
        let right = left + Double(length) * step
        words[k].box = PageBox(left: left, top: box.top, right: right, bottom: box.bottom)
        left = right + step
      }
    }
    return !words.isEmpty
  }

  /// How many characters a word has, at least one.
  private func letterCount(of word: Word) -> Int {
    max(1, bytes[word.text].count { $0 & 0xC0 != 0x80 })
  }
}
