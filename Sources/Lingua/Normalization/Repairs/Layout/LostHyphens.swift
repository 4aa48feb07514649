/// Repairs what extraction from PDF does at the line ends that it joins: it deletes the hyphen of a compound as if it were
/// the line's, and prints a fragment twice.
///
/// Such lines are longer than the column is wide, so only they are looked at.
struct LostHyphens: DocumentRepair {
  static let hyphen = EditRule(rawValue: "lost-hyphen")
  static let duplicate = EditRule(rawValue: "duplicate")

  let lexicon: LayoutLexicon
  let stemmer: KazakhStemmer

  var rules: [EditRule] { [Self.hyphen, Self.duplicate] }

  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.layout.isWrapped }

  func edits(
    of bytes: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let text = TextLines(bytes)
    let width = context.diagnosis.layout.width
    let long = text.lines.indices.filter { text.lines[$0].count * 20 >= width * 23 }
    if long.isEmpty { return [] }
    let evidence = WordEvidence(words: context.words, stemmer: stemmer, lexicon: lexicon)
    let search = CompoundSearch(evidence: evidence, document: DocumentWords(bytes))
    var edits: [Edit] = []
    for line in long {
      if context.isOn(Self.duplicate),
        let copy = duplicate(text.lines[line].text, bytes, text.cases)
      {
        edits.append(Edit(rule: Self.duplicate, range: copy, replacement: "", confidence: 0.9))
      }
      guard context.isOn(Self.hyphen) else { continue }
      for word in text.words(text.lines[line].text)
      where word.count >= 4 && !isBesideHyphen(word, bytes) {
        guard let place = search.hyphen(in: word, bytes, text.cases) else { continue }
        edits.append(
          Edit(rule: Self.hyphen, range: place..<place, replacement: "-", confidence: 0.8))
      }
    }
    return edits.inOrder()
  }

  /// Whether a hyphen follows a word that does not begin with a number: it then has lost none.
  private func isBesideHyphen(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    word.upperBound < bytes.count && bytes[word.lowerBound] &- 0x30 >= 10
      && UnsafeBufferPointer<UInt8>.isHyphen(bytes.scalar(at: word.upperBound).value)
  }

  /// The first copy of a fragment that ends in a hyphen and stands there twice.
  private func duplicate(
    _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ cases: LetterCase
  ) -> Range<Int>? {
    var position = line.lowerBound + 12
    while position + 13 < line.upperBound {
      guard bytes[position] == 0x2D, bytes.isCapital(at: position + 1, cases),
        bytes.isSmall(at: bytes.start(ofScalarBefore: position) ?? position, cases)
      else {
        position += 1
        continue
      }
      var start = position - 11
      let floor = max(line.lowerBound, position - 400)
      while start >= floor {
        let count = position + 1 - start
        if bytes[start] == bytes[position + 1], position + 1 + count <= line.upperBound,
          bytes[start..<position + 1].elementsEqual(bytes[position + 1..<position + 1 + count])
        {
          return start..<position + 1
        }
        start -= 1
      }
      position += 1
    }
    return nil
  }
}
