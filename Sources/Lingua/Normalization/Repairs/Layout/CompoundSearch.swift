/// Finds where a hyphen is lost inside a word.
struct CompoundSearch {
  let evidence: WordEvidence
  let document: DocumentWords

  /// The place of the hyphen; nil where there is none or nobody knows.
  func hyphen(in word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ cases: LetterCase) -> Int? {
    let places = boundaries(of: word, bytes)
    if let place = shape(word, places, bytes, cases) { return place }
    let whole = bytes.lowered(word, cases)
    guard whole.count == word.count, places.count >= 5, document.count(whole) < 2 else {
      return nil
    }
    let (letters, capitals) = bytes.letters(word, cases)
    guard letters == places.count + 1 else { return nil }
    let known = evidence.frequency(whole)
    var best: (score: Int, place: Int)?
    for place in places.dropFirst(1).dropLast(1) {
      let cut = place - word.lowerBound
      let (left, right) = (Array(whole[..<cut]), Array(whole[cut...]))
      let compound = left + [0x2D] + right
      if document.count(compound) > 0 { return place }
      var score = 0
      let compoundKnown = evidence.frequency(compound)
      if compoundKnown > known {
        score = 100 + compoundKnown
      } else if known > 0 || letters == capitals || evidence.isInflected(whole) {
        continue
      } else {
        score = self.score(left, right)
      }
      if score > best?.score ?? 0 { best = (score, place) }
    }
    return best?.place
  }

  /// How well two parts make a compound; 0 for not at all.
  private func score(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let (a, b) = (evidence.frequency(left), evidence.frequency(right))
    if evidence.lexicon.contains(left, .first), b >= 2, right.count >= 4 { return 50 }
    let long = left.first.map { $0 < 0x80 ? 4 : 8 } ?? 4
    if left.count >= long, right.count >= long, a >= 2, b >= 2, !evidence.isEnding(right, of: left) {
      return min(a, b)
    }
    // Twins as жекпе-жек, бір-бір.
    let twin = left.first.map { $0 < 0x80 ? 3 : 6 } ?? 3
    if left.count >= twin, right.count >= twin, a > 0, left.prefix(twin) == right.prefix(twin) {
      return 20
    }
    return 0
  }

  /// A place that the word's shape shows: behind a number, behind an acronym, before a capital.
  private func shape(
    _ word: Range<Int>, _ places: [Int], _ bytes: UnsafeBufferPointer<UInt8>, _ cases: LetterCase
  ) -> Int? {
    let lexicon = evidence.lexicon
    if bytes[word.lowerBound] &- 0x30 < 10 {
      guard let place = places.first(where: { bytes[$0] &- 0x30 >= 10 }),
        lexicon.contains(bytes.lowered(place..<word.upperBound, cases), .digit)
      else { return nil }
      return place
    }
    guard
      let change = places.last(where: { place in
        let before = bytes.start(ofScalarBefore: place) ?? place
        return bytes.isCapital(at: place, cases) != bytes.isCapital(at: before, cases)
      }), places.count >= 2
    else { return nil }
    let left = bytes.lowered(word.lowerBound..<change, cases)
    let right = bytes.lowered(change..<word.upperBound, cases)
    if bytes.isSmall(at: change, cases) {
      let (letters, capitals) = bytes.letters(word.lowerBound..<change, cases)
      // АҚШ + ың; in RArizona the last capital belongs to what follows.
      if letters == capitals, letters >= 2, lexicon.contains(right, .ending) { return change }
      guard let capital = bytes.start(ofScalarBefore: change), capital > word.lowerBound,
        letters == capitals, letters == 2,
        evidence.frequency(bytes.lowered(capital..<word.upperBound, cases)) >= 2,
        evidence.frequency(left + right) == 0
      else { return nil }
      return capital
    }
    // НьюЙорк: a capital inside; names as McDonald are known whole or have a short first part.
    guard change < word.upperBound, right.count >= 3, evidence.frequency(left + right) == 0,
      bytes.isSmall(at: bytes.start(ofScalarBefore: word.upperBound) ?? change, cases)
    else { return nil }
    let isPart = lexicon.contains(left, .first) || left.count >= 3 && evidence.frequency(left) > 0
    let isKnown =
      evidence.frequency(right) > 0 || lexicon.contains(left, .first) && right.count >= 5
    return isPart && isKnown && left != Array("mac".utf8) ? change : nil
  }

  /// The places between the characters of a word.
  private func boundaries(of word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var result: [Int] = []
    var position = word.lowerBound + bytes.scalar(at: word.lowerBound).count
    while position < word.upperBound {
      result.append(position)
      position += bytes.scalar(at: position).count
    }
    return result
  }
}
