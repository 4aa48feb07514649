/// How often each word stands in a document, letter case aside; a compound with its hyphens is a word of its own.
struct DocumentWords {
  private var counts: [UInt64: Int32] = [:]

  /// Counts the words of a text, but for the halves of those that a line end cuts.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let cases = LetterCase.shared
    var position = 0
    var afterBreak = false
    while position < text.count {
      guard text.isWordCharacter(at: position, cases) else {
        position += text.scalar(at: position).count
        continue
      }
      let start = position
      position = text.wordEnd(from: position, limit: text.count, cases)
      while let next = Self.afterHyphen(position, in: text), text.isWordCharacter(at: next, cases) {
        position = text.wordEnd(from: next, limit: text.count, cases)
      }
      let isCut = Self.isCut(at: position, in: text)
      if !isCut, !afterBreak {
        counts[Self.key(text.lowered(start..<position, cases)), default: 0] += 1
      }
      afterBreak = isCut
    }
  }

  /// How often a word in lower case stands there, its parts joined by "-".
  func count(_ word: [UInt8]) -> Int { Int(counts[Self.key(word)] ?? 0) }

  /// The position behind a hyphen at `position`, inside the text.
  private static func afterHyphen(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard position < text.count, text[position] == 0x2D || text[position] == 0xE2 else {
      return nil
    }
    let (value, count) = text.scalar(at: position)
    guard value == 0x2D || value == 0x2010 || value == 0x2011, position + count < text.count else {
      return nil
    }
    return position + count
  }

  /// Whether a hyphen and a line end stand at `position`.
  private static func isCut(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard position < text.count else { return false }
    let (value, count) = text.scalar(at: position)
    guard value == 0x2D || value == 0x2010 || value == 0x2011 || value == 0xAC else { return false }
    var next = position + count
    while next < text.count, text[next] == 0x20 { next += 1 }
    return next < text.count && text[next] == 0x0A
  }

  // FNV-1a; every kind of hyphen counts as "-".
  private static func key(_ word: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var i = 0
    while i < word.count {
      var byte = word[i]
      if byte == 0xE2, i + 2 < word.count, word[i + 1] == 0x80,
        word[i + 2] == 0x90 || word[i + 2] == 0x91
      {
        byte = 0x2D
        i += 2
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      i += 1
    }
    return hash
  }
}
