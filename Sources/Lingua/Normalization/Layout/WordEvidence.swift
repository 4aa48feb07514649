/// What is known of words when their parts stand apart or together wrongly.
struct WordEvidence: Sendable {
  let words: KnownWords
  let stemmer: KazakhStemmer
  let lexicon: LayoutLexicon

  /// How frequent a word in lower case is in the language that knows it best, on the scale of `KnownWords`.
  func frequency(_ word: [UInt8]) -> Int {
    guard let first = word.first else { return 0 }
    return word.withUnsafeBufferPointer { word in
      if first < 0x80 { return words.frequency(of: word, in: .en) }
      return max(words.frequency(of: word, in: .kk), words.frequency(of: word, in: .ru))
    }
  }

  /// Whether a word in lower case is known better in Russian than in Kazakh.
  func isRussian(_ word: [UInt8]) -> Bool {
    word.withUnsafeBufferPointer {
      words.frequency(of: $0, in: .ru) > words.frequency(of: $0, in: .kk)
    }
  }

  /// Whether `ending` is nothing but Kazakh suffixes behind `stem`; both in lower case.
  func isEnding(_ ending: [UInt8], of stem: [UInt8]) -> Bool {
    guard let first = ending.first, first >= 0xD0, first <= 0xD3 else { return false }
    var result: [UInt8] = []
    (stem + ending).withUnsafeBufferPointer { stemmer.append(stemOf: $0, to: &result) }
    return result.count <= stem.count
  }

  /// Whether a word in lower case is a known Kazakh one with suffixes.
  func isInflected(_ word: [UInt8]) -> Bool {
    guard let first = word.first, first >= 0xD0, first <= 0xD3 else { return false }
    var stem: [UInt8] = []
    word.withUnsafeBufferPointer { stemmer.append(stemOf: $0, to: &stem) }
    return stem.count < word.count && frequency(stem) > 0
  }

  /// Whether a word in lower case has a vowel.
  func hasVowel(_ word: [UInt8]) -> Bool {
    word.withUnsafeBufferPointer { word in
      var position = 0
      while position < word.count {
        let (value, count) = word.scalar(at: position)
        if Self.vowels.contains(value) { return true }
        position += count
      }
      return false
    }
  }

  private static let vowels = Set("aeiouyаәэеёоөиіїыуұүюяáéíóúäöü".unicodeScalars.map(\.value))
}
