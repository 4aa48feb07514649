/// A word with its letters decoded: letters, digits and marks that stand together.
struct LetterRun {
  /// Longer ones are no words.
  static let limit = 64

  private(set) var range = 0..<0
  private(set) var letters: [UInt32] = []
  private(set) var traits: [LetterShapes.Traits] = []
  private(set) var offsets: [Int] = []

  var count: Int { letters.count }

  /// Where a letter stands in the text.
  func place(_ index: Int) -> Range<Int> {
    offsets[index]..<(index + 1 < offsets.count ? offsets[index + 1] : range.upperBound)
  }

  /// Reads the word that the character at `position` is part of.
  ///
  /// - Returns: false where it is part of none, or of more letters than a word has; `range` then says what to skip.
  mutating func read(
    around position: Int, floor: Int, in text: UnsafeBufferPointer<UInt8>, _ shapes: LetterShapes
  ) -> Bool {
    var start = position
    var steps = 0
    while start > floor, let previous = text.start(ofScalarBefore: start), previous >= floor,
      !shapes.traits(text.scalar(at: previous).value).isDisjoint(with: .word)
    {
      start = previous
      steps += 1
      if steps > Self.limit { break }
    }
    letters.removeAll(keepingCapacity: true)
    traits.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var end = start
    while end < text.count {
      let (value, count) = text.scalar(at: end)
      let trait = shapes.traits(value)
      if trait.isDisjoint(with: .word) { break }
      if letters.count <= Self.limit {
        letters.append(value)
        traits.append(trait)
        offsets.append(end)
      }
      end += count
    }
    range = start..<max(end, position + 1)
    return !letters.isEmpty && letters.count <= Self.limit && steps <= Self.limit
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The script of the nearest letter before `position` in the same paragraph, not far away; nil where there is none.
  func isCyrillicWord(before position: Int, _ shapes: LetterShapes) -> Bool? {
    var place = position
    while position - place < 24, let start = start(ofScalarBefore: place) {
      let value = scalar(at: start).value
      if value == 0x0A, place < count, self[place] == 0x0A { return nil }
      let trait = shapes.traits(value)
      if !trait.isDisjoint(with: [.latin, .cyrillic]) { return trait.contains(.cyrillic) }
      place = start
    }
    return nil
  }

  /// The script of the nearest letter from `position` on in the same paragraph, not far away; nil where there is none.
  func isCyrillicWord(after position: Int, _ shapes: LetterShapes) -> Bool? {
    var place = position
    while place < count, place - position < 24 {
      let (value, length) = scalar(at: place)
      if value == 0x0A, place + 1 < count, self[place + 1] == 0x0A { return nil }
      let trait = shapes.traits(value)
      if !trait.isDisjoint(with: [.latin, .cyrillic]) { return trait.contains(.cyrillic) }
      place += length
    }
    return nil
  }
}
