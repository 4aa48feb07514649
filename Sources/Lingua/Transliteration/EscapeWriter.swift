/// Transliterates so that the way back gives the very same bytes: what would not come back is escaped.
///
/// Text is written in stretches of letters and of what the scheme reads or writes. Each stretch is read back at once;
/// where that differs, letters are parted or escaped until it does not. What stands between stretches is copied and
/// reads as itself, so that stretches do not influence each other.
struct EscapeWriter: Sendable {
  /// What became of one character or of the letters of one rule.
  private struct Token: Sendable {
    var source: Range<Int>
    var target: Range<Int>
    var isVerbatim: Bool
    /// Whether it must be parted from what follows.
    var isParted = false
  }

  private var forward: TransliterationScan
  private let back: SchemeTable
  private let letters = LetterCase.shared
  /// By code point below 0x800: what belongs to a stretch, and what is not read as itself.
  private var inStretch = [Bool](repeating: false, count: 0x800)
  private var unsafe = [Bool](repeating: false, count: 0x800)
  private let known: Set<UInt32>

  private var tokens: [Token] = []
  private var results: [UInt8] = []
  private var encoded: [UInt8] = []
  private var decoded: [UInt8] = []
  private var scratch: [UInt8] = []

  /// Whether a rule applied, and how many letters of the scheme's script have none.
  private(set) var mapped = false
  private(set) var stayed = 0

  // Longer words are cut; a stretch and what its letters look at must lie within the scan's reach.
  private static let stretchLimit = 240
  // How often a stretch is tried before all of it is escaped.
  private static let tryLimit = 32

  /// Tells the writer that its text now begins `count` bytes later.
  mutating func drop(_ count: Int) { forward.drop(count) }

  /// Tells the writer that another text follows.
  mutating func reset() { forward.reset() }

  /// A writer that goes forward by one table and checks by the other.
  init(forward: SchemeTable, back: SchemeTable) {
    self.forward = TransliterationScan(forward, escaping: true)
    self.back = back
    var known = back.alphabet.union(back.contextLetters)
    known.insert(UInt32(Escape.sign))
    self.known = known.union(forward.alphabet)
    for value in UInt32(0)..<0x800 {
      let isWord = letters.flags(value) & (LetterCase.isLetter | LetterCase.isMark) != 0
      let lower = letters.lower(value, isTurkic: back.isTurkic)
      inStretch[Int(value)] = isWord || self.known.contains(value)
      unsafe[Int(value)] =
        known.contains(value) || known.contains(lower) || value < 0x80 && isWord
        || letters.flags(value) & LetterCase.isMark != 0
    }
  }

  private func isInStretch(_ value: UInt32) -> Bool {
    value < 0x800
      ? inStretch[Int(value)]
      : letters.flags(value) & (LetterCase.isLetter | LetterCase.isMark) != 0 || known.contains(value)
  }

  private func isUnsafe(_ value: UInt32) -> Bool {
    value < 0x800
      ? unsafe[Int(value)] : known.contains(value) || letters.flags(value) & LetterCase.isMark != 0
  }

  /// As `TransliterationScan.run`; ends behind `limit` by the rest of a stretch.
  mutating func run(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, into output: inout [UInt8]
  ) -> Int {
    var i = start
    while i < limit {
      var end = i
      while end < limit {
        let next = text.scalar(at: end)
        if isInStretch(next.value) { break }
        end += min(next.count, text.count - end)
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[i..<end]))
      i = end
      guard i < limit else { break }
      var isCut = false
      while end < text.count {
        let next = text.scalar(at: end)
        guard isInStretch(next.value) else { break }
        if end - i >= Self.stretchLimit {
          isCut = true
          break
        }
        end += min(next.count, text.count - end)
      }
      write(text, i..<end, into: &output)
      if isCut { output += [Escape.sign, Escape.gap] }
      i = end
    }
    return i
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>, into output: inout [UInt8]) {
    tokenize(text, stretch)
    for attempt in 0... {
      encode(text)
      decoded.removeAll(keepingCapacity: true)
      var reader = TransliterationScan(back, escaping: true)
      encoded.withUnsafeBufferPointer {
        _ = reader.run($0, from: 0, to: $0.count, scratch: &scratch, into: &decoded)
      }
      guard let difference = difference(text, stretch) else { break }
      if attempt >= Self.tryLimit {
        for k in tokens.indices { tokens[k].isVerbatim = true }
      } else if !part(at: difference) {
        break
      }
    }
    output += encoded
  }

  /// The first place where the stretch as it was read back differs; nil where it does not.
  private func difference(_ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) -> Int? {
    var k = 0
    while k < stretch.count, k < decoded.count, decoded[k] == text[stretch.lowerBound + k] { k += 1 }
    return k == stretch.count && k == decoded.count ? nil : stretch.lowerBound + k
  }

  /// Parts or escapes one more token at or near a place of the text; false where nothing is left to do.
  private mutating func part(at place: Int) -> Bool {
    let here = tokens.firstIndex { $0.source.upperBound > place } ?? tokens.count - 1
    let open = tokens.indices.prefix(here + 1).last { !tokens[$0].isVerbatim } ?? tokens.firstIndex { !$0.isVerbatim }
    guard let open else { return false }
    if !tokens[open].isParted, open + 1 < tokens.count, !tokens[open + 1].isVerbatim {
      tokens[open].isParted = true
    } else {
      tokens[open].isVerbatim = true
    }
    return true
  }

  private mutating func tokenize(_ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) {
    tokens.removeAll(keepingCapacity: true)
    results.removeAll(keepingCapacity: true)
    var i = stretch.lowerBound
    while i < stretch.upperBound {
      let begin = results.count
      if let end = forward.append(at: i, in: text, before: stretch.upperBound, to: &results) {
        mapped = true
        tokens.append(Token(source: i..<end, target: begin..<results.count, isVerbatim: false))
        i = end
        continue
      }
      let character = text.scalar(at: i)
      let end = i + min(character.count, text.count - i)
      if letters.flags(character.value) & LetterCase.isLetter != 0,
        Script(of: Unicode.Scalar(replacingInvalid: character.value)) == forward.table.script
      {
        stayed += 1
      }
      results.append(contentsOf: UnsafeBufferPointer(rebasing: text[i..<end]))
      tokens.append(Token(source: i..<end, target: begin..<results.count, isVerbatim: isUnsafe(character.value)))
      i = end
    }
  }

  /// Writes the tokens with their escapes.
  private mutating func encode(_ text: UnsafeBufferPointer<UInt8>) {
    encoded.removeAll(keepingCapacity: true)
    var k = 0
    while k < tokens.count {
      guard tokens[k].isVerbatim else {
        encoded += results[tokens[k].target]
        if tokens[k].isParted { encoded += [Escape.sign, Escape.gap] }
        k += 1
        continue
      }
      var end = k + 1
      while end < tokens.count, tokens[end].isVerbatim { end += 1 }
      let range = tokens[k].source.lowerBound..<tokens[end - 1].source.upperBound
      let first = text.scalar(at: range.lowerBound)
      let isWord = letters.flags(first.value) & (LetterCase.isLetter | LetterCase.isMark) != 0
      if first.count == range.count, !isWord, text[range.lowerBound] != Escape.open,
        text[range.lowerBound] != Escape.gap
      {
        encoded.append(Escape.sign)
        encoded.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
      } else {
        encoded += [Escape.sign, Escape.open]
        for byte in text[range] {
          if byte == Escape.sign { encoded.append(Escape.sign) }
          encoded.append(byte)
        }
        encoded += [Escape.sign, Escape.close]
      }
      k = end
    }
  }
}

extension TransliterationScan {
  /// Appends what becomes of the letters at `i`.
  ///
  /// - Returns: where they end; nil where no rule applies that ends before `limit`.
  mutating func append(
    at i: Int, in text: UnsafeBufferPointer<UInt8>, before limit: Int, to output: inout [UInt8]
  ) -> Int? {
    guard let match = match(at: i, in: text), match.end <= limit else { return nil }
    if startsFrontWord(i, text) { output += table.harmonyMark }
    let range = self.range(of: match)
    for k in Int(range.lowerBound)..<Int(range.upperBound) { output.append(table.targets[k]) }
    return match.end
  }
}
