/// How much a stretch of characters looks like Kazakh, Russian or English text: a sum of logarithms of probabilities.
///
/// Words are judged by the pairs of their letters in the language that fits better. A capital behind a small letter, letters
/// of two scripts in one word, letters of other languages and odd signs lower the sum.
struct Plausibility {
  /// The sum so far, without the word that is not at its end yet.
  private(set) var sum: Float = 0
  /// How many letters beyond ASCII there were.
  private(set) var letters = 0
  /// How many characters no text of the three languages has, and capitals behind small letters.
  private(set) var oddities = 0
  private var word = SIMD2<Float>()
  private var previous: UInt8 = 0
  private var last: UInt32 = 0

  /// Takes the next character.
  @inline(__always)
  mutating func add(_ scalar: UInt32, _ pairs: LetterPairs) {
    let kind = pairs.kind(of: scalar)
    let isCyrillic = kind != 0 && kind < 128
    if isCyrillic {
      if previous >= 128, previous <= CharacterKind.foreign { sum -= 8 }
      let first = previous < 128 ? previous : 0
      word += pairs.logarithm(first, kind)
      if kind > CharacterKind.capital, first != 0 {
        if first > CharacterKind.capital {
          sum -= 0.7
        } else {
          sum -= 6
          oddities += 1
        }
      }
      letters += 1
    } else {
      endWord(pairs)
      addOther(scalar, kind)
    }
    previous = kind
    last = scalar
  }

  @inline(__always)
  private mutating func endWord(_ pairs: LetterPairs) {
    guard previous != 0, previous < 128 else { return }
    word += pairs.logarithm(previous, 0)
    sum += word.max()
    word = SIMD2()
  }

  private mutating func addOther(_ scalar: UInt32, _ kind: UInt8) {
    let isBehindCyrillic = previous != 0 && previous < 128
    // A line of equal signs is drawn, not read.
    let isRepeated = scalar == last
    switch kind {
    case CharacterKind.edge: return
    case CharacterKind.latin:
      if isBehindCyrillic || previous == CharacterKind.foreign { sum -= 8 }
      if !isRepeated { sum -= 2.6 }
      return
    case CharacterKind.western:
      if isBehindCyrillic { sum -= 8 }
      if previous == CharacterKind.western { sum -= 1 }
      if !isRepeated { sum -= 5.5 }
      letters += 1
    case CharacterKind.foreign:
      if isBehindCyrillic || previous == CharacterKind.latin { sum -= 8 }
      if !isRepeated { sum -= 9 }
      letters += 1
    case CharacterKind.punctuation:
      if !isRepeated { sum -= 3 }
      return
    case CharacterKind.control: sum -= isRepeated ? 0 : 12
    case CharacterKind.line: sum -= isRepeated ? 0 : 8
    default: sum -= isRepeated ? 0 : 7
    }
    oddities += 1
  }

  /// Ends the stretch.
  @inline(__always)
  mutating func finish(_ pairs: LetterPairs) {
    endWord(pairs)
    previous = 0
    last = 0
  }
}
