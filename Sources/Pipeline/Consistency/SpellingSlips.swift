internal import Lingua

/// Finds a name that is spelt with one letter more, less or other than the approved one, or with two exchanged.
struct SpellingSlips {
  let words: KnownWords

  /// Shorter words are others when a letter changes, and so are those that begin otherwise: absorption, adsorption.
  private static let fewestLetters = 6
  private static let sameLetters = 3
  /// The longest ending that may follow the letters of a term.
  private static let longestEnding = 5

  /// The words of a text that stand for those of a name, one of them slipped.
  func slip(of name: ApprovedTerms.Name, in text: CheckedText) -> Range<Int>? {
    guard !name.isAcronym, !name.words.isEmpty, name.words.count <= text.words.count else { return nil }
    return (0...text.words.count - name.words.count).lazy.map { $0..<$0 + name.words.count }.first { range in
      let other = zip(text.words[range], name.words).filter { !WordForms.isForm($0, of: $1, text.language) }
      guard other.count == 1, let (word, term) = other.first else { return false }
      return text.words[range].dropFirst().allSatisfy(\.followsOn) && isSlip(word, of: term, text.language)
    }
  }

  private func isSlip(_ word: CheckedText.Word, of term: CheckedText.Word, _ language: Language) -> Bool {
    // Russian terms have an ending of their own, which another form changes.
    let letters = language == .ru ? term.letters.dropLast(2) : term.letters[...]
    guard letters.count >= Self.fewestLetters,
      word.letters.prefix(Self.sameLetters) == letters.prefix(Self.sameLetters),
      words.frequency(of: String(scalars: word.letters), in: language) == 0
    else { return false }
    return (letters.count - 1...letters.count + 1).contains { count in
      count <= word.letters.count && word.letters.count - count <= Self.longestEnding
        && Self.differsOnce(word.letters[..<count], letters)
    }
  }

  /// Whether one letter was added, left out or replaced, or two neighbours were exchanged.
  private static func differsOnce(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Bool {
    let (a, b) = (Array(a), Array(b))
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (x, y) = (a[start..<a.count - end], b[start..<b.count - end])
    if max(x.count, y.count) == 1 { return true }
    return x.count == 2 && y.count == 2 && x.elementsEqual(y.reversed())
  }
}
