/// Roman numerals in Cyrillic letters: ХІХ ғасыр, ХХ век. A numeral is one whose letters cannot be a word, or that stands
/// beside what numerals number (lexicons/roman-numerals.tsv).
struct RomanNumerals: DocumentRepair {
  static let rule = EditRule(rawValue: "roman-numeral")
  let shapes: LetterShapes
  let table: RomanTable

  /// Centuries, volumes and congresses are no more.
  private static let largest = 39

  var rules: [EditRule] { [Self.rule] }

  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.letters.cyrillicLetters > 0 }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let seams = ScriptSeams(in: text, .roman)
    var run = LetterRun()
    var edits: [Edit] = []
    var end = 0
    while let seam = seams.next(from: end) {
      let position = max(end, seam - 1)
      end = seam + 1
      // A word with small letters, by far the most.
      if seam + 1 < text.count, text[seam + 1] &- 0xD0 < 4,
        shapes.traits(text.scalar(at: seam + 1).value).contains(.lower)
      {
        continue
      }
      let isWord = run.read(around: position, floor: edits.last?.range.upperBound ?? 0, in: text, shapes)
      end = max(run.range.upperBound, end)
      guard isWord, let numeral = numeral(run, in: text) else { continue }
      edits.append(
        Edit(rule: Self.rule, range: run.range, replacement: numeral.text, confidence: numeral.confidence))
    }
    return edits
  }

  /// The numeral in Latin letters; nil where the word is none.
  private func numeral(_ run: LetterRun, in text: UnsafeBufferPointer<UInt8>) -> (text: String, confidence: Double)? {
    guard run.count <= 12 else { return nil }
    var letters = ""
    var isSure = true
    var hasOne = false
    for (letter, trait) in zip(run.letters, run.traits) {
      switch letter {
      case 0x425, 0x58: letters += "X"
      case 0x406, 0x49, 0x4C0:
        letters += "I"
        hasOne = true
      case 0x56:
        letters += "V"
        hasOne = true
      default:
        guard let meant = table.misread[letter], !trait.contains(.latin) || run.count > 1 else { return nil }
        letters += meant
        isSure = false
      }
    }
    var reader = RomanNumeral()
    for scalar in letters.unicodeScalars { reader.append(scalar) }
    guard let value = reader.value, value <= Self.largest else { return nil }
    if isNumbered(run.range, in: text) { return (letters, isSure ? 1 : 0.9) }
    // ХІХ alone: no word and no acronym has such letters only.
    return isSure && hasOne && run.count > 1 && !isTouched(run.range, in: text) ? (letters, 0.9) : nil
  }

  /// Whether a stop and a letter follow, as behind initials, or a digit or another letter's sign touches the word.
  private func isTouched(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let after = range.upperBound < text.count ? text[range.upperBound] : 0
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0
    return "_@/\\=".utf8.contains(after) || "_@/\\=".utf8.contains(before)
  }

  /// Whether what follows, perhaps behind further numerals (ХІХ–ХХ ғғ.), or what stands before says what is numbered.
  private func isNumbered(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if table.isBefore(range.lowerBound, in: text, shapes) { return true }
    var position = range.upperBound
    for _ in 0..<3 {
      let start = RomanTable.passed(position, in: text, dashes: true)
      if table.isAfter(start, in: text, shapes) { return true }
      // A further numeral: Х–ХІІ ғасырлар, Х және ХІ ғасырлар.
      var next = LetterRun()
      guard start > position, start < text.count, next.read(around: start, floor: start, in: text, shapes) else {
        return false
      }
      if next.letters.allSatisfy({ [0x425, 0x406, 0x58, 0x49, 0x56].contains($0) }) {
        position = next.range.upperBound
        continue
      }
      guard table.joins.contains(next.letters), position == range.upperBound else { return false }
      position = next.range.upperBound
    }
    return false
  }
}
