extension WordList {
  /// How frequent a word is that is given without the dots of ё: the count of its most frequent spelling.
  ///
  /// - Parameter codes: the word's letters as `LetterCode` has them, 0x2D for a hyphen.
  func frequency(ofCodes codes: some Collection<UInt8>) -> Int {
    withView { view in
      FoldedSearch(list: self, view: view).frequency(ofRest: Array(codes), at: 0, state: view.root, hash: 0x811C_9DC5)
    }
  }
}

/// Follows the spellings of a word through the automaton of a list; only е has two.
private struct FoldedSearch {
  let list: WordList
  let view: WordListView

  func frequency(ofRest codes: [UInt8], at first: Int, state: UInt32, hash: UInt32) -> Int {
    var (state, hash) = (state, hash)
    var other = 0
    var isEnd = false
    for place in first..<codes.count {
      let value = codes[place] == 0x2D ? 0x2D : LetterCode.letters[Int(codes[place])]
      if value == 0x435, let edge = step(state, 0x451) {
        let hash = Self.append(0x451, to: hash)
        other = max(
          other,
          place + 1 < codes.count
            ? frequency(ofRest: codes, at: place + 1, state: edge >> 8, hash: hash)
            : edge & 0x80 != 0 ? count(hash) : 0)
      }
      guard let edge = step(state, value) else { return other }
      hash = Self.append(value, to: hash)
      state = edge >> 8
      isEnd = edge & 0x80 != 0
    }
    return isEnd ? max(other, count(hash)) : other
  }

  private func step(_ state: UInt32, _ value: UInt16) -> UInt32? {
    let code = value < 0x600 ? list.codes[Int(value)] : 0
    return code == 0 ? nil : view.edge(from: state, code)
  }

  private func count(_ hash: UInt32) -> Int {
    let byte = view.count(ofHash: hash)
    return byte == 0 ? 1 : 1 + (Int(byte) - 2) / 4
  }

  private static func append(_ value: UInt16, to hash: UInt32) -> UInt32 {
    func step(_ hash: UInt32, _ byte: UInt16) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }
    if value < 0x80 { return step(hash, value) }
    return step(step(hash, 0xC0 | value >> 6), 0x80 | value & 0x3F)
  }
}
