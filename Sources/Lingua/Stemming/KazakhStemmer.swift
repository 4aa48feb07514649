/// Takes the suffixes of a Kazakh word off by the language's rules.
///
/// All readings of the word's end are followed at once, from its last letter towards its beginning: which suffix can
/// stand there, whether its vowels agree with the last vowel before it and its first consonant with the last letter,
/// and what may stand before it. Of the words that can be left, the longest known root is the stem; if none is known,
/// the shortest word that the table lets stand alone. A final б, ғ or г is п, қ or к in every stem, as at the end of a
/// word.
///
/// The tables are shared by copies; a stemmer can be used by several tasks at once.
public struct KazakhStemmer: Stemmer, Sendable {
  private let alphabet = KazakhAlphabet.standard
  private let suffixes: KazakhSuffixes
  private let roots: KazakhRoots

  /// Reads `kazakh-suffixes.tsv` and `kazakh-roots.tsv`.
  ///
  /// - Throws: `LexiconError` when one is missing or a row is broken.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    suffixes = try KazakhSuffixes(lexicons: lexicons)
    roots = try KazakhRoots(lexicons: lexicons)
  }

  /// More letters than this are no Kazakh word; they come back folded and whole.
  private static let longest = 64

  /// The stem of one word in any letter case.
  public func stem(_ word: String) -> String {
    var word = word
    var output: [UInt8] = []
    word.withUTF8 { append(stemOf: $0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the stem of one word; see `Stemmer`.
  ///
  /// - Parameters:
  ///   - word: one word in UTF-8, in any letter case, composed or not.
  ///   - output: takes the stem in UTF-8.
  public func append(stemOf word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let first = output.count
    WordFold.append(word, to: &output)
    // What suffixes are taken off begins behind the last hyphen, digit or letter of another alphabet.
    var start = output.count
    var count = 0
    while start - first >= 2, count <= Self.longest, code(output[start - 2], output[start - 1]) != 0 {
      start -= 2
      count += 1
    }
    guard count > 0, count <= Self.longest else { return }
    let end = output.count
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { word in
      for k in 0..<count { word[k] = code(output[start + 2 * k], output[start + 2 * k + 1]) }
      withStem(of: word, count) { _ = LetterCode.appendText(of: $0, to: &output) }
    }
    output.removeSubrange(start..<end)
  }

  /// Appends the stem of a word that is given as letter codes, as letter codes.
  package func append(stemOfCodes codes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var first = codes.count
    while first > 0, !alphabet.letter(codes[first - 1]).isEmpty { first -= 1 }
    guard first < codes.count, codes.count - first <= Self.longest else {
      output.append(contentsOf: codes)
      return
    }
    output.append(contentsOf: codes[..<first])
    let count = codes.count - first
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { word in
      for k in 0..<count { word[k] = codes[first + k] }
      withStem(of: word, count) { output.append(contentsOf: $0) }
    }
  }

  /// The letter code of a two-byte character in lower case; 0 for what is no Kazakh letter.
  @inline(__always)
  private func code(_ lead: UInt8, _ tail: UInt8) -> UInt8 {
    guard lead & 0xFC == 0xD0, tail & 0xC0 == 0x80 else { return 0 }
    return alphabet.code(UInt32(lead & 0x1F) << 6 | UInt32(tail & 0x3F))
  }

  /// What is left of a word.
  private enum Stem {
    /// As many of its letters, of which the last is to be unvoiced.
    case root(Int)
    /// The letters of a root that is not the word's beginning, in the table of roots.
    case entry(Range<Int>)
    /// As many of its letters as no known root begins, and a letter that the suffix had swallowed, or 0.
    case unknown(Int, added: UInt8)
  }

  /// Calls `body` with the letters of the stem; `word` has room for one letter more and is written over.
  private func withStem(
    of word: UnsafeMutableBufferPointer<UInt8>, _ count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var count = count
    while true {
      switch stem(of: UnsafeBufferPointer(rebasing: word[..<count])) {
      case .root(let kept):
        word[kept - 1] = KazakhLetter.unvoiced(word[kept - 1])
        return body(UnsafeBufferPointer(rebasing: word[..<kept]))
      case .entry(let letters):
        return roots.letters.withUnsafeBufferPointer {
          body(UnsafeBufferPointer(rebasing: $0[letters]))
        }
      case .unknown(let kept, let added):
        word[kept - 1] = added == 0 ? KazakhLetter.unvoiced(word[kept - 1]) : word[kept - 1]
        word[kept] = added == 0 ? word[kept] : added
        let left = kept + (added == 0 ? 0 : 1)
        // What is left goes through the rules again, so that a bare form and its inflected ones meet.
        guard left < count else { return body(UnsafeBufferPointer(rebasing: word[..<left])) }
        count = left
      }
    }
  }

  /// What is known of the beginnings of a word, by their length.
  private struct Beginning {
    /// What the last letter lets follow, and the harmony that it asks for; both harmonies where it is open.
    var letter: KazakhLetter = []
    var harmony: KazakhLetter = [.back, .front]
    /// Whether it has a vowel.
    var isSyllable = false
    /// The hash of all letters, the last one unvoiced.
    var hash = KazakhRoots.start
    /// What it can be, reached by any suffixes, without those that come last, and by those that unknown words may lose.
    var states: KazakhState = []
    var likelyStates: KazakhState = []
    var statesOfUnknown: KazakhState = []
  }

  private func stem(of word: UnsafeBufferPointer<UInt8>) -> Stem {
    withUnsafeTemporaryAllocation(of: Beginning.self, capacity: word.count + 1) { beginnings in
      read(word, beginnings)
      strip(word, beginnings)
      return known(word, beginnings, isLikely: true) ?? known(word, beginnings, isLikely: false)
        ?? unknown(word, beginnings)
    }
  }

  /// What the rules ask of each beginning of the word, from the first letter on.
  private func read(_ word: UnsafeBufferPointer<UInt8>, _ beginnings: UnsafeMutableBufferPointer<Beginning>) {
    beginnings.initialize(repeating: Beginning())
    var hash = KazakhRoots.start
    for k in 0..<word.count {
      var letter = alphabet.letter(word[k])
      var beginning = beginnings[k]
      beginning.states = []
      if KazakhLetter.isSign(word[k]) {
        letter.formUnion(beginning.letter)
        beginning.harmony = [.back, .front]
      } else if letter.contains(.vowel) {
        beginning.isSyllable = true
        let harmony = letter.intersection([.back, .front])
        beginning.harmony = harmony.isEmpty ? [.back, .front] : harmony
      } else if Self.isOpen(k > 0 ? word[k - 1] : 0, word[k]) {
        beginning.harmony = [.back, .front]
      }
      beginning.letter = letter
      beginning.hash = KazakhRoots.hash(hash, KazakhLetter.unvoiced(word[k]))
      hash = KazakhRoots.hash(hash, word[k])
      beginnings[k + 1] = beginning
    }
  }

  /// Loans that end in к, г or кт take front vowels after any, and names in -ев back ones: банкі, факті, Тоқаевтың.
  @inline(__always)
  private static func isOpen(_ previous: UInt8, _ last: UInt8) -> Bool {
    last == 0xBA || last == 0xB3 || last == 0xB2 || last == 0xC2 && previous == 0xBA
  }

  /// Follows all readings of the word's end.
  private func strip(_ word: UnsafeBufferPointer<UInt8>, _ beginnings: UnsafeMutableBufferPointer<Beginning>) {
    beginnings[word.count].states = .whole
    beginnings[word.count].likelyStates = .whole
    beginnings[word.count].statesOfUnknown = .whole
    for end in stride(from: word.count, to: 1, by: -1) {
      let states = beginnings[end].states
      let likelyStates = beginnings[end].likelyStates
      let statesOfUnknown = beginnings[end].statesOfUnknown
      guard !states.isEmpty else { continue }
      // The қ or к of a suffix is voiced before the next one as a root's is: мүмкіндік, мүмкіндігі.
      var node = suffixes.child(0, end < word.count ? KazakhLetter.unvoiced(word[end - 1]) : word[end - 1])
      for left in stride(from: end - 1, to: 0, by: -1) {
        if left < end - 1 { node = suffixes.child(node, word[left]) }
        guard node != 0 else { break }
        let beginning = beginnings[left]
        guard beginning.isSyllable else { break }
        for place in suffixes.readings(node) {
          let reading = suffixes.readings[Int(place)]
          guard !reading.from.isDisjoint(with: states), !reading.after.isDisjoint(with: beginning.letter),
            reading.harmony.isEmpty || !reading.harmony.isDisjoint(with: beginning.harmony)
          else { continue }
          beginnings[left].states.formUnion(reading.to)
          if !reading.isLast, !reading.from.isDisjoint(with: likelyStates) {
            beginnings[left].likelyStates.formUnion(reading.to)
          }
          if left >= Int(reading.least), !reading.fromOfUnknown.isDisjoint(with: statesOfUnknown) {
            beginnings[left].statesOfUnknown.formUnion(reading.to)
          }
        }
      }
    }
  }

  /// The longest known root.
  private func known(
    _ word: UnsafeBufferPointer<UInt8>, _ beginnings: UnsafeMutableBufferPointer<Beginning>,
    isLikely: Bool
  ) -> Stem? {
    for left in stride(from: word.count, to: 0, by: -1) {
      let states = isLikely ? beginnings[left].likelyStates : beginnings[left].states
      guard !states.isEmpty else { continue }
      var kinds: KazakhRoots.Kind = left == word.count ? .form : []
      if !states.isDisjoint(with: .nominal) { kinds.formUnion(left == word.count ? .noun : [.noun, .contracted]) }
      if !states.isDisjoint(with: .verbal) { kinds.insert(.verb) }
      if states.contains(.verbOfI) { kinds.insert(.verbOfI) }
      if states.contains(.verbOfY) { kinds.insert(.verbOfY) }
      guard !kinds.isEmpty, let root = roots.root(beginnings[left].hash, kinds) else { continue }
      return root.stem.isEmpty ? .root(left) : .entry(root.stem)
    }
    return nil
  }

  /// The shortest word that unknown words may be cut to.
  private func unknown(
    _ word: UnsafeBufferPointer<UInt8>, _ beginnings: UnsafeMutableBufferPointer<Beginning>
  ) -> Stem {
    for left in 1..<max(1, word.count) {
      let states = beginnings[left].statesOfUnknown
      if !states.isDisjoint(with: [.nominal, .verbal]) { return .unknown(left, added: 0) }
      if states.contains(.verbOfI) {
        return .unknown(left, added: beginnings[left].harmony == .front ? 0xD6 : 0xCB)
      }
      if states.contains(.verbOfY) { return .unknown(left, added: 0xB9) }
    }
    return .unknown(word.count, added: 0)
  }
}
