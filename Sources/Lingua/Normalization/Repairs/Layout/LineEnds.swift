/// Makes paragraphs of lines: hyphens that only a line end needed go, and lines of hard-wrapped prose become one.
struct LineEnds: DocumentRepair {
  static let hyphen = EditRule(rawValue: "line-hyphen")
  static let join = EditRule(rawValue: "line-join")

  let lexicon: LayoutLexicon
  let stemmer: KazakhStemmer

  var rules: [EditRule] { [Self.hyphen, Self.join] }

  func runs(on diagnosis: Diagnosis) -> Bool {
    diagnosis.layout.hyphenCount > 0 || diagnosis.layout.isWrapped
  }

  func edits(
    of bytes: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let text = TextLines(bytes)
    let evidence = WordEvidence(words: context.words, stemmer: stemmer, lexicon: lexicon)
    var edits: [Edit] = []
    var joinedHyphens = Set<Int>()
    if context.isOn(Self.hyphen) {
      let decision = HyphenDecision(evidence: evidence, document: DocumentWords(bytes))
      for line in text.lines.indices where !text.lines[line].isEmpty {
        if let edit = hyphen(behind: line, text, decision) {
          edits.append(edit)
          joinedHyphens.insert(line)
        }
      }
    }
    if context.isOn(Self.join), context.diagnosis.layout.isWrapped {
      var joins = LineJoins(text: text, lexicon: lexicon, figures: context.diagnosis.layout)
      edits += joins.edits(joinedHyphens: joinedHyphens)
    }
    return edits.inOrder()
  }

  /// The edit that joins the word whose hyphen ends a line with what follows, also behind empty lines.
  private func hyphen(behind line: Int, _ text: TextLines, _ decision: HyphenDecision) -> Edit? {
    let bytes = text.bytes
    let range = text.lines[line].text
    // Specks behind the hyphen that recognition took for stops.
    var end = range.upperBound
    var specks = 0
    while specks < 3, bytes.hyphen(endingAt: end, text.cases) == nil,
      let (value, start) = bytes.last(of: range.lowerBound..<end),
      Self.isSpeck(value) || value == 0x20
    {
      specks += 1
      end = start
    }
    guard let start = bytes.hyphen(endingAt: end, text.cases), start > range.lowerBound else {
      return nil
    }
    var next = line + 1
    while next < text.lines.count, text.lines[next].isEmpty { next += 1 }
    guard next < text.lines.count, next - line <= 8 else { return nil }
    var position = text.lines[next].text.lowerBound
    let limit = text.lines[next].text.upperBound
    let (value, count) = bytes.scalar(at: position)
    if Self.isSpeck(value) {
      position += count
      while position < limit, bytes[position] == 0x20 { position += 1 }
      guard bytes.isSmall(at: position, text.cases) else { return nil }
    }
    let right = position..<bytes.wordEnd(from: position, limit: limit, text.cases)
    let left = bytes.wordStart(endingAt: start, floor: range.lowerBound, text.cases)..<start
    guard !right.isEmpty, !left.isEmpty else { return nil }
    let parts = (
      HyphenDecision.Part(bytes, left, text.cases), HyphenDecision.Part(bytes, right, text.cases)
    )
    if next > line + 1, !bytes.isSmall(at: position, text.cases) { return nil }
    if specks > 0, decision.evidence.frequency(parts.0.word + parts.1.word) == 0 { return nil }
    switch decision.outcome(parts.0, parts.1) {
    case .leave: return nil
    case .join:
      return Edit(rule: Self.hyphen, range: start..<position, replacement: "", confidence: 0.95)
    case .keep:
      return Edit(rule: Self.hyphen, range: start..<position, replacement: "-", confidence: 0.9)
    case .joinInSmallLetters:
      let first = position..<position + bytes.scalar(at: position).count
      return Edit(
        rule: Self.hyphen, range: start..<first.upperBound,
        replacement: String(decoding: bytes.lowered(first, text.cases), as: UTF8.self),
        confidence: 0.8)
    }
  }

  private static func isSpeck(_ value: UInt32) -> Bool {
    switch value {
    case 0x27, 0x2A, 0x2C, 0x2D, 0x2E, 0x3A, 0x60, 0x2018...0x201A, 0x201C...0x201E: true
    default: false
    }
  }
}
