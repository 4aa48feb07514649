internal import Glibc

/// Decides for each word of a document what it was; words that come again are looked up once.
struct WordRestorer {
  private var search: MisreadingSearch
  private let words: KnownWords
  private var memory: [[UInt32]: [MisreadingSearch.Candidate]] = [:]
  private var russian: [[UInt32]: Bool] = [:]
  // A letter of the stem of a name that is changed costs this more, for names are on no list.
  private static let nameChange: Float = 1.5
  // What it costs that "!" at a word's end is an exclamation mark, where the sentence goes on and where it may end.
  private static let exclamationInside: Float = 11, exclamationAtEnd: Float = 5
  // What it costs that a stop at a word's end is a misread letter.
  private static let stopIsLetter: Float = 3, colonIsLetter: Float = 0.5

  init(search: MisreadingSearch, words: KnownWords) {
    self.search = search
    self.words = words
  }

  /// Whether a word is Russian as it stands.
  mutating func isRussian(_ token: ReadToken) -> Bool {
    if let known = russian[token.read] { return known }
    let isKnown = Self.isKnown(token.read, words.lists.ru)
    russian[token.read] = isKnown
    return isKnown
  }

  /// Whether a word is a Kazakh one that is known, once its letters are back.
  mutating func isKnownOnceRestored(_ token: ReadToken) -> Bool {
    candidates(token.read).first.map(\.isKnown) ?? false
  }

  private static func isKnown(_ word: [UInt32], _ list: WordList) -> Bool {
    var bytes: [UInt8] = []
    for value in word { append(value, to: &bytes) }
    return bytes.withUnsafeBufferPointer { list.frequency(of: $0) > 0 }
  }

  private mutating func candidates(_ read: [UInt32]) -> [MisreadingSearch.Candidate] {
    if let known = memory[read] { return known }
    let found = search.candidates(for: read, count: 5)
    memory[read] = found
    return found
  }

  /// One way to read a token.
  private struct Reading {
    var letters: [UInt8]
    var cost: Float
    /// What stays behind the letters.
    var tail: [UInt32] = []
    /// Whether the character behind the word is one of its letters.
    var takesNext = false
    var isKnown: Bool
  }

  /// The edit that restores a word; nil where it stays.
  mutating func edit(
    of token: ReadToken, after previous: ReadToken?, before next: ReadToken?, in text: UnsafeBufferPointer<UInt8>
  ) -> Edit? {
    guard token.isCyrillic || token.isLatin && token.read.count >= 3 else { return nil }
    if token.isLatin, Self.isKnown(token.read, words.lists.en) { return nil }
    var readings = readings(of: token, before: next)
    if isName(token, after: previous) {
      for k in readings.indices {
        readings[k].cost += Self.nameChange * Float(stemChanges(readings[k].letters, token.read))
      }
    }
    // A Latin word is only given up for a known one that is very near.
    if token.isLatin { readings.removeAll { !$0.isKnown || $0.cost > 3 * Float(token.read.count) } }
    guard let best = readings.min(by: { $0.cost < $1.cost }) else { return nil }
    let restored = recased(best.letters, as: token.word) + best.tail
    var range = token.range
    if best.takesNext { range = range.lowerBound..<range.upperBound + 1 }
    if restored == token.word, !best.takesNext { return nil }
    if best.takesNext, restored == token.word + [token.next ?? 0] { return nil }
    var second = Float.infinity
    for reading in readings where reading.letters != best.letters { second = min(second, reading.cost) }
    var bytes: [UInt8] = []
    for value in restored { Self.append(value, to: &bytes) }
    return Edit(
      rule: LostLetters.rule, range: range, replacement: String(decoding: bytes, as: UTF8.self),
      confidence: min(0.99, Double(1 / (1 + exp(best.cost - second)))))
  }

  private mutating func readings(of token: ReadToken, before next: ReadToken?) -> [Reading] {
    var readings = candidates(token.read).map { Reading(letters: $0.letters, cost: $0.cost, isKnown: $0.isKnown) }
    if token.read.count > 1, token.read.last == 0x21 {
      let cost = next?.beginsSmall ?? false ? Self.exclamationInside : Self.exclamationAtEnd
      readings += candidates(Array(token.read.dropLast())).map {
        Reading(letters: $0.letters, cost: $0.cost + cost, tail: [0x21], isKnown: $0.isKnown)
      }
    }
    if let sign = token.next, sign == 0x3A || sign == 0x3B || sign == 0x2E {
      let cost = sign == 0x2E ? Self.stopIsLetter : Self.colonIsLetter
      readings += candidates(token.read + [sign]).map {
        Reading(letters: $0.letters, cost: $0.cost + cost, takesNext: true, isKnown: $0.isKnown)
      }
    }
    return readings
  }

  /// Whether a word begins with a capital inside a sentence.
  private func isName(_ token: ReadToken, after previous: ReadToken?) -> Bool {
    guard let first = token.word.first, ReadToken.lower(first) != first, let previous, previous.next == nil else {
      return false
    }
    return token.word.count < 2 || ReadToken.lower(token.word[1]) == token.word[1]
  }

  /// How many letters differ before the ending, where the letters that Russian lacks are the rule.
  private func stemChanges(_ letters: [UInt8], _ read: [UInt32]) -> Int {
    let stem = min(letters.count, read.count, max(3, read.count - 3))
    return (0..<stem).count { UInt32(words.lists.kk.letters[Int(letters[$0])]) != read[$0] }
  }

  /// The letters in the case of the word as it was read.
  private func recased(_ letters: [UInt8], as word: [UInt32]) -> [UInt32] {
    var result = letters.map { UInt32(words.lists.kk.letters[Int($0)]) }
    let isLetter = word.map { ReadToken.isCyrillicLetter($0) || (0x41...0x5A).contains($0 & ~0x20) }
    let isCapital = word.indices.map { isLetter[$0] && ReadToken.lower(word[$0]) != word[$0] }
    let capitals = isCapital.count { $0 }
    if capitals >= 2, capitals * 2 > isLetter.count(where: { $0 }) { return result.map(ReadToken.upper) }
    // © and @ are a capital Ө as a rule.
    if let first = result.first, isCapital.first ?? false || word.first == 0x40 || word.first == 0xA9 {
      result[0] = ReadToken.upper(first)
    }
    if result.count == word.count {
      for k in result.indices.dropFirst() where isCapital[k] { result[k] = ReadToken.upper(result[k]) }
      return result
    }
    // Behind each hyphen: the parts of names.
    var read = 0
    var written = 0
    while let a = word[read...].firstIndex(of: 0x2D), let b = result[written...].firstIndex(of: 0x2D) {
      read = a + 1
      written = b + 1
      if read < word.count, written < result.count, isCapital[read] {
        result[written] = ReadToken.upper(result[written])
      }
    }
    return result
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    bytes += Unicode.Scalar(replacingInvalid: value).utf8
  }
}
