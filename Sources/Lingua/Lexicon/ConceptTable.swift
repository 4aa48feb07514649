/// The words of one language in a concept lexicon: sorted, each with the rows that it stands in.
struct ConceptTable: Sendable {
  /// A row that a word stands in.
  struct Entry: Sendable {
    var row: Int32
    /// 1 for a word that is a cell's variant by itself, less for a word of a longer variant.
    var weight: Float
  }

  private var letters: [UInt8] = []
  /// Where each word begins in `letters`; one more than there are words.
  private var starts: [Int32] = [0]
  private var entries: [Entry] = []
  /// Where each word's entries begin; one more than there are words.
  private var entryStarts: [Int32] = [0]

  /// How many words there are.
  var count: Int { starts.count - 1 }

  /// A table of words, each given as a range of letter codes and its row.
  init(letters source: [UInt8], words: [(range: Range<Int>, row: Int32, weight: Float)]) {
    // The first eight letters decide nearly every comparison.
    var order: [(key: UInt64, index: Int32)] = []
    order.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      var key: UInt64 = 0
      for k in 0..<8 {
        key = key << 8 | (k < word.range.count ? UInt64(source[word.range.lowerBound + k]) : 0)
      }
      order.append((key, Int32(index)))
    }
    order.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      let left = words[Int(a.index)], right = words[Int(b.index)]
      if left.range.count <= 8 && right.range.count <= 8 { return left.row < right.row }
      switch Self.compare(source, left.range, source, right.range) {
      case 0: return left.row < right.row
      case let sign: return sign < 0
      }
    }
    letters.reserveCapacity(source.count)
    entries.reserveCapacity(words.count)
    var previous: Range<Int>?
    for item in order {
      let word = words[Int(item.index)]
      if let last = previous, Self.compare(source, last, source, word.range) == 0 {
        if let end = entries.indices.last, entries.count > Int(entryStarts[entryStarts.count - 2]),
          entries[end].row == word.row
        {
          entries[end].weight = max(entries[end].weight, word.weight)
          continue
        }
        entries.append(Entry(row: word.row, weight: word.weight))
        entryStarts[entryStarts.count - 1] = Int32(entries.count)
        continue
      }
      previous = word.range
      letters.append(contentsOf: source[word.range])
      starts.append(Int32(letters.count))
      entries.append(Entry(row: word.row, weight: word.weight))
      entryStarts.append(Int32(entries.count))
    }
  }

  /// The letters of a word.
  func range(_ word: Int) -> Range<Int> { Int(starts[word])..<Int(starts[word + 1]) }

  /// The rows of a word.
  func rows(_ word: Int) -> ArraySlice<Entry> { entries[Int(entryStarts[word])..<Int(entryStarts[word + 1])] }

  /// How many first letters a word and `other` share.
  func commonPrefix(_ word: Int, _ other: [UInt8]) -> Int {
    let range = range(word)
    let limit = min(range.count, other.count)
    var k = 0
    while k < limit && letters[range.lowerBound + k] == other[k] { k += 1 }
    return k
  }

  /// The first word that is not before the first `length` letters of `codes`.
  func lowerBound(_ codes: [UInt8], length: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Self.compare(letters, range(middle), codes, 0..<length) < 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private static func compare(_ a: [UInt8], _ aRange: Range<Int>, _ b: [UInt8], _ bRange: Range<Int>) -> Int {
    let limit = min(aRange.count, bRange.count)
    var k = 0
    while k < limit {
      let x = a[aRange.lowerBound + k], y = b[bRange.lowerBound + k]
      if x != y { return x < y ? -1 : 1 }
      k += 1
    }
    return aRange.count - bRange.count
  }
}
