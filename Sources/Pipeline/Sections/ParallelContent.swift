internal import Lingua

/// What recurs when a text is translated: numbers, and the skeletons of names and of loanwords.
///
/// A skeleton is the first four consonants of a word, each as a class that both scripts share: "корреляция",
/// "корреляциясы" and "correlation" are one. Between abstracts that translate each other about an eighth of the
/// skeletons are shared, between others one in forty.
struct ParallelContent {
  /// Runs of digits.
  private(set) var numbers: Set<UInt64> = []
  /// Skeletons of words with four consonants or more.
  private(set) var skeletons: Set<UInt32> = []
  /// Skeletons of capitalised words with three consonants or more: names.
  private(set) var names: Set<UInt32> = []

  /// Takes in a stretch of the document.
  mutating func read(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var offset = range.lowerBound
    var skeleton: UInt32 = 0
    var consonants = 0
    var letters = 0
    var isName = false
    var last: UInt32 = 0
    var number: UInt64 = 0
    var digits = 0
    while offset <= range.upperBound {
      let atEnd = offset == range.upperBound
      let (value, width) = atEnd ? (0x20, 1) : scalar(in: bytes, at: offset, end: range.upperBound)
      offset += width
      if value >= 0x30 && value <= 0x39 {
        number = number &* 10 &+ UInt64(value - 0x30)
        digits += 1
      } else if digits > 0 {
        // A single digit counts sheep and footnotes.
        if digits > 1 { numbers.insert(number) }
        (number, digits) = (0, 0)
      }
      let folded = LabelFold.fold(value)
      if folded == LabelFold.ignored && !atEnd { continue }
      guard folded > LabelFold.ignored, folded != LabelFold.lost else {
        if letters >= 5 && consonants >= 4 { skeletons.insert(skeleton) }
        if letters >= 4 && consonants >= 3 && isName { names.insert(skeleton) }
        (skeleton, consonants, letters, last) = (0, 0, 0, 0)
        continue
      }
      let small = Self.lowercase(value)
      if letters == 0 { isName = isUppercase(value) }
      letters += 1
      if small == 0x68, let joined = Self.digraph(last) {  // "sh", "ch", "kh"…
        if consonants <= 4 { skeleton = skeleton & ~31 | joined }
        last = 0
        continue
      }
      let consonant = Self.consonant(small)
      last = small
      guard consonant > 0 else { continue }
      consonants += 1
      if consonants <= 4 { skeleton = skeleton << 5 | consonant }
    }
  }

  private static func lowercase(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0x410...0x42F: value + 0x20
    case 0x492, 0x49A, 0x4A2, 0x4BA: value + 1
    default: value
    }
  }

  private static func digraph(_ first: UInt32) -> UInt32? {
    switch first {
    case 0x73, 0x63: 13  // sh, ch
    case 0x6B: 14  // kh
    case 0x7A: 3  // zh
    case 0x70: 12  // ph
    case 0x74: 11  // th
    default: nil
    }
  }

  /// The class of a consonant; 0 for vowels and signs.
  private static func consonant(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x62, 0x431: 1
    case 0x76, 0x77, 0x432: 2
    case 0x6A, 0x436: 3
    case 0x67, 0x433, 0x493: 4
    case 0x64, 0x434: 5
    case 0x6B, 0x63, 0x71, 0x43A, 0x49B: 6
    case 0x6C, 0x43B: 7
    case 0x6D, 0x43C: 8
    case 0x6E, 0x43D, 0x4A3: 9
    case 0x72, 0x440: 10
    case 0x74, 0x442: 11
    case 0x66, 0x444: 12
    case 0x447, 0x448, 0x449: 13
    case 0x68, 0x445, 0x4BB: 14
    case 0x70, 0x43F: 15
    case 0x73, 0x7A, 0x78, 0x437, 0x441, 0x446: 16
    default: 0
    }
  }
}

extension ParallelContent {
  /// The share of skeletons that one text in a hundred has in common with a stranger in another language; Russian shares
  /// more with English than Kazakh does. Counted on abstracts of unlike articles.
  private static func chance(_ a: Language, _ b: Language) -> Double { a == .kk || b == .kk ? 0.06 : 0.1 }

  /// How far two texts speak of the same: 0 for strangers, from 2 on for translations, at most 6.
  static func evidence(_ a: ParallelContent, _ b: ParallelContent, _ first: Language, _ second: Language) -> Double {
    var score = 0.0
    let smaller = min(a.skeletons.count, b.skeletons.count)
    let shared = a.skeletons.intersection(b.skeletons).count
    if smaller > 0 && shared >= 2 {
      let ratio = Double(shared) / Double(smaller) / chance(first, second)
      score += ratio >= 2 && shared >= 4 ? 3 : ratio >= 1.4 && shared >= 3 ? 2 : ratio >= 1 ? 1 : 0
    }
    let fewer = min(a.numbers.count, b.numbers.count)
    let same = a.numbers.intersection(b.numbers).count
    if fewer > 0 {
      let ratio = Double(same) / Double(fewer)
      if same >= 3 && ratio >= 0.6 {
        score += 3
      } else if same >= 2 && ratio >= 0.5 {
        score += 2
      } else if same >= 1 && ratio >= 0.5 {
        score += 0.5
      } else if fewer >= 4 && ratio < 0.25 {
        score -= 2
      }
    }
    return score
  }

  /// How far two lists of authors and addresses name the same people and places: 0 to 3.
  static func names(_ a: ParallelContent, _ b: ParallelContent) -> Double {
    switch a.names.intersection(b.names).count {
    case 0: 0
    case 1...2: 0.5
    case 3: 2
    default: 3
    }
  }
}
