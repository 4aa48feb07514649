/// Writes the words of concept files as an index that is read in place; `ConceptLayout` says how it looks.
struct ConceptCompiler {
  private let letters: [UInt8]

  /// An index of the words that a builder collected.
  ///
  /// - Parameters:
  ///   - builder: the words.
  ///   - sourceHash: the hash of what they were read from.
  static func index(_ builder: ConceptBuilder, sourceHash: UInt64) -> [UInt8] {
    let compiler = ConceptCompiler(letters: builder.letters)
    var header = ConceptLayout.magic
    header.append(ConceptLayout.version)
    header.append(UInt32(builder.rowCount))
    header.append(UInt32(truncatingIfNeeded: sourceHash))
    header.append(UInt32(truncatingIfNeeded: sourceHash >> 32))
    var body: [UInt8] = []
    for language in Language.allCases { compiler.append(builder.words[language], header: &header, body: &body) }
    return header + body
  }

  private func append(_ words: [ConceptBuilder.Word], header: inout [UInt8], body: inout [UInt8]) {
    var starts: [UInt8] = []
    var entryStarts: [UInt8] = []
    var entries: [UInt32] = []
    var output: [UInt8] = []
    var count: UInt32 = 0
    var previous: Range<Int>?
    for word in sorted(words) {
      let value = UInt32(bitPattern: word.row) << 1 | (word.isWhole ? 1 : 0)
      if let last = previous, compare(last, word.range) == 0 {
        // Sorted by row: the same row again is next to the first, its variant by itself last.
        if let end = entries.indices.last, entries[end] >> 1 == value >> 1 {
          entries[end] = max(entries[end], value)
        } else {
          entries.append(value)
        }
        continue
      }
      previous = word.range
      starts.append(UInt32(output.count))
      entryStarts.append(UInt32(entries.count))
      output.append(contentsOf: letters[word.range])
      entries.append(value)
      count += 1
    }
    starts.append(UInt32(output.count))
    entryStarts.append(UInt32(entries.count))
    header.append(count)
    header.append(UInt32(entries.count))
    header.append(UInt32(output.count))
    body += starts + entryStarts
    for entry in entries { body.append(entry) }
    body += output
    body += [UInt8](repeating: 0, count: (4 - output.count % 4) % 4)
  }

  private func sorted(_ words: [ConceptBuilder.Word]) -> [ConceptBuilder.Word] {
    // The first eight letters decide nearly every comparison.
    var order: [(key: UInt64, index: Int32)] = []
    order.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      var key: UInt64 = 0
      for k in 0..<8 {
        key = key << 8 | (k < word.range.count ? UInt64(letters[word.range.lowerBound + k]) : 0)
      }
      order.append((key, Int32(index)))
    }
    order.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      let left = words[Int(a.index)], right = words[Int(b.index)]
      if left.range.count > 8 || right.range.count > 8 {
        let sign = compare(left.range, right.range)
        if sign != 0 { return sign < 0 }
      }
      return (left.row, left.isWhole ? 1 : 0) < (right.row, right.isWhole ? 1 : 0)
    }
    return order.map { words[Int($0.index)] }
  }

  private func compare(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    var k = 0
    while k < min(a.count, b.count) {
      let x = letters[a.lowerBound + k], y = letters[b.lowerBound + k]
      if x != y { return x < y ? -1 : 1 }
      k += 1
    }
    return a.count - b.count
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ number: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
  }
}
