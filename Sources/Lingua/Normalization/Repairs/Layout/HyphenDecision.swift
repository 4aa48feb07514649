/// Decides what a hyphen at a line end is: a word's, which stays, or the line's, which goes.
///
/// The first witness is the document itself, the second the known words, then the letter case of what follows. Where
/// nobody knows either spelling it goes: of the hyphens at line ends far more are the line's.
struct HyphenDecision {
  enum Outcome: Equatable {
    /// The parts are one word without a hyphen.
    case join
    /// So they are, and the second part's first letter was misread as a capital.
    case joinInSmallLetters
    /// The hyphen is the word's.
    case keep
    /// No decision: nothing is changed.
    case leave
  }

  let evidence: WordEvidence
  let document: DocumentWords

  /// The decision for the parts before and behind a hyphen, as they are written.
  func outcome(_ left: Part, _ right: Part) -> Outcome {
    if left.endsInDigit || right.beginsWithDigit {
      return left.endsInDigit || left.isCapitals ? .keep : .leave
    }
    let joined = left.word + right.word
    let compound = left.word + [0x2D] + right.word
    let isMisread = right.beginsWithCapital && left.endsInSmall
    let witnesses = (document.count(joined), document.count(compound))
    if witnesses.0 != witnesses.1 {
      return witnesses.1 > witnesses.0 ? .keep : isMisread ? .joinInSmallLetters : .join
    }
    let frequencies = (joined: evidence.frequency(joined), compound: evidence.frequency(compound))
    // An acronym and its ending.
    if left.isCapitals, !right.isCapitals, !right.beginsWithCapital, left.length > 1 {
      return .keep
    }
    if right.beginsWithCapital, !(left.isCapitals && right.isCapitals) {
      if frequencies.joined > 0, frequencies.joined >= frequencies.compound {
        return .joinInSmallLetters
      }
      return .keep
    }
    if frequencies.compound > frequencies.joined { return .keep }
    if frequencies.joined > 0 { return .join }
    let lexicon = evidence.lexicon
    if left.length > 1, lexicon.contains(right.word, .last), evidence.frequency(left.word) > 0 {
      return .keep
    }
    if lexicon.contains(right.word, .joint) { return .leave }
    let known = (left: evidence.frequency(left.word), right: evidence.frequency(right.word))
    if lexicon.contains(left.word, .first), right.length >= 3, known.right > 0 { return .keep }
    guard evidence.hasVowel(left.word), evidence.hasVowel(right.word) else { return .join }
    // Compounds of two whole words are rare in Russian but for first parts that are listed.
    if left.length >= 3, right.length >= 4, known.left >= 2, known.right >= 2,
      !evidence.isRussian(right.word),
      !evidence.isEnding(right.word, of: left.word)
    {
      return .keep
    }
    return .join
  }

  /// A part of a word beside a hyphen.
  struct Part {
    /// In lower case.
    let word: [UInt8]
    /// In characters.
    let length: Int
    let isCapitals: Bool
    let beginsWithCapital: Bool
    let beginsWithDigit: Bool
    let endsInSmall: Bool
    let endsInDigit: Bool

    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ cases: LetterCase) {
      word = text.lowered(range, cases)
      length = text.characterCount(range)
      let (letters, capitals) = text.letters(range, cases)
      isCapitals = letters > 0 && letters == capitals
      beginsWithCapital = text.isCapital(at: range.lowerBound, cases)
      beginsWithDigit = text[range.lowerBound] &- 0x30 < 10
      endsInDigit = text[range.upperBound - 1] &- 0x30 < 10
      endsInSmall = text.last(of: range).map { text.isSmall(at: $0.start, cases) } ?? false
    }
  }
}
