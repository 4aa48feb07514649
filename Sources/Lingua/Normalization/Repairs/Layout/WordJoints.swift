/// Repairs words inside a line: hyphens that a line end left there, words that a blank splits, sentences without the blank
/// between them.
struct WordJoints: DocumentRepair {
  static let hyphen = EditRule(rawValue: "inner-hyphen")
  static let split = EditRule(rawValue: "split-word")
  static let glued = EditRule(rawValue: "glued-sentence")

  let lexicon: LayoutLexicon
  let stemmer: KazakhStemmer

  var rules: [EditRule] { [Self.hyphen, Self.split, Self.glued] }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let evidence = WordEvidence(words: context.words, stemmer: stemmer, lexicon: lexicon)
    var inner = InnerHyphens(text: text, evidence: evidence)
    let glued = GluedSentences(text: text, evidence: evidence)
    let isHyphenOn = context.isOn(Self.hyphen)
    let isGluedOn = context.isOn(Self.glued)
    var edits: [Edit] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte > 0x3F || byte < 0x21 {
        position += 1
        continue
      }
      if byte == 0x2D {
        if isHyphenOn, let edit = inner.edit(at: position) { edits.append(edit) }
      } else if byte == 0x2E || byte == 0x21 || byte == 0x3F {
        if isGluedOn, let edit = glued.edit(at: position) { edits.append(edit) }
      }
      position += 1
    }
    let layout = context.diagnosis.layout
    if context.isOn(Self.split), layout.isWrapped || layout.hyphenCount > 0 {
      edits += SplitWords(text: text, evidence: evidence).edits()
    }
    return edits.inOrder()
  }
}

/// Finds hyphens inside a line that once stood at a line end: тәсіл-дің.
struct InnerHyphens {
  let text: UnsafeBufferPointer<UInt8>
  let evidence: WordEvidence
  private let cases = LetterCase.shared
  private lazy var document = DocumentWords(text)

  init(text: UnsafeBufferPointer<UInt8>, evidence: WordEvidence) {
    self.text = text
    self.evidence = evidence
  }

  /// The edit that takes the hyphen at `position` away; nil where it is the word's own.
  mutating func edit(at position: Int) -> Edit? {
    guard position > 0, position + 1 < text.count, text[position - 1] > 0x40,
      text[position + 1] > 0x40
    else {
      return nil
    }
    let limit = min(text.count, position + 64)
    let left = text.wordStart(endingAt: position, floor: max(0, position - 64), cases)..<position
    let right = position + 1..<text.wordEnd(from: position + 1, limit: limit, cases)
    guard isFree(left, right), text.isSmall(at: right.lowerBound, cases) else { return nil }
    let (a, b) = (text.letters(left, cases), text.letters(right, cases))
    guard a.count == text.characterCount(left), b.count == text.characterCount(right),
      b.capitals == 0, a.count >= 2,
      b.count >= 2, a.capitals < 2
    else { return nil }
    let (first, second) = (text.lowered(left, cases), text.lowered(right, cases))
    let lexicon = evidence.lexicon
    let whole = first + second
    let compound = first + [0x2D] + second
    guard evidence.frequency(compound) == 0, !lexicon.contains(first, .first),
      !lexicon.contains(second, .last)
    else {
      return nil
    }
    let known = (evidence.frequency(first), evidence.frequency(second))
    let joined = evidence.frequency(whole)
    let isEnding = evidence.isEnding(second, of: first)
    // Case endings have a hyphen behind acronyms, numbers and foreign letters only.
    let isCase = isEnding && lexicon.contains(second, .ending) && known.0 > 0 && a.count >= 4 && a.capitals == 0
    if joined > 0 {
      guard isCase || known.1 == 0 || known.0 == 0 || isEnding && joined >= 4 else { return nil }
    } else {
      guard isCase || isEnding && known.1 == 0 && known.0 > 0 && a.count >= 4 && a.capitals == 0 else { return nil }
    }
    guard document.count(compound) < 2 || document.count(whole) > document.count(compound) else {
      return nil
    }
    return Edit(
      rule: WordJoints.hyphen, range: position..<position + 1, replacement: "", confidence: 0.85)
  }

  /// Whether nothing of a longer compound, an address or a number stands beside the parts.
  private func isFree(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if left.isEmpty || right.isEmpty || right.count > 60 || left.count > 60 { return false }
    if left.lowerBound > 0 {
      switch text[left.lowerBound - 1] {
      case 0x2D, 0x2F, 0x40, 0x5F, 0x2E: return false
      default: break
      }
    }
    guard right.upperBound < text.count else { return true }
    switch text[right.upperBound] {
    case 0x2D, 0x2F, 0x40, 0x5F: return false
    case 0x2E: return right.upperBound + 1 >= text.count || text[right.upperBound + 1] <= 0x20
    default: return true
    }
  }
}
