/// The words of one language in a concept lexicon: sorted, each with the rows that it stands in; read where they lie.
struct ConceptTable: Sendable {
  /// A row that a word stands in.
  struct Entry: Sendable {
    var row: Int32
    /// Whether the word is a cell's variant by itself, not a word of a longer one.
    var isWhole: Bool
  }

  /// Where the parts of the table begin in the index, in bytes.
  let layout: ConceptLayout.Table

  /// How many words there are.
  var count: Int { layout.words }

  /// The letters of a word, as a range of bytes of the index.
  func range(_ word: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int> {
    let first = Int(bytes.uint32(at: layout.starts + word * 4))
    return layout.letters + first..<layout.letters + Int(bytes.uint32(at: layout.starts + word * 4 + 4))
  }

  /// The numbers of a word's entries.
  func entries(_ word: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int> {
    Int(bytes.uint32(at: layout.entryStarts + word * 4))..<Int(bytes.uint32(at: layout.entryStarts + word * 4 + 4))
  }

  /// An entry by its number.
  func entry(_ number: Int, _ bytes: UnsafeRawBufferPointer) -> Entry {
    let value = bytes.uint32(at: layout.entries + number * 4)
    return Entry(row: Int32(value >> 1), isWhole: value & 1 == 1)
  }

  /// A word of a longer variant stands for the whole with this weight.
  private static let partWeight: Float = 0.5

  /// Appends the rows of a word, or raises the weight of those that are there after `first`.
  func append(
    _ word: Int, weight: Float, _ bytes: UnsafeRawBufferPointer, to found: inout [ConceptMatch], after first: Int
  ) {
    for number in entries(word, bytes) {
      let entry = entry(number, bytes)
      let weight = entry.isWhole ? weight : weight * Self.partWeight
      if let place = found[first...].firstIndex(where: { $0.row == entry.row }) {
        found[place].weight = max(found[place].weight, weight)
      } else {
        found.append(ConceptMatch(row: entry.row, weight: weight))
      }
    }
  }

  /// How many first letters a word and `other` share.
  func commonPrefix(_ word: Int, _ other: [UInt8], _ bytes: UnsafeRawBufferPointer) -> Int {
    let range = range(word, bytes)
    let limit = min(range.count, other.count)
    var k = 0
    while k < limit && bytes[range.lowerBound + k] == other[k] { k += 1 }
    return k
  }

  /// The first word that is not before the first `length` letters of `codes`.
  func lowerBound(_ codes: [UInt8], length: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle, codes, length, bytes) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isBefore(_ word: Int, _ codes: [UInt8], _ length: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let range = range(word, bytes)
    let limit = min(range.count, length)
    var k = 0
    while k < limit {
      let x = bytes[range.lowerBound + k], y = codes[k]
      if x != y { return x < y }
      k += 1
    }
    return range.count < length
  }
}
