/// № where recognition read letters or a typist had no such sign: Хе 3, Ке3, No 5, N° 7, before a number in Cyrillic text.
struct NumeroSigns: DocumentRepair {
  static let rule = EditRule(rawValue: "numero-sign")
  let shapes: LetterShapes

  var rules: [EditRule] { [Self.rule] }

  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.letters.cyrillicLetters > 0 }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let figures = context.diagnosis.letters
    let seams = ScriptSeams(in: text, .numero)
    var edits: [Edit] = []
    var next = 0
    while let seam = seams.next(from: next) {
      next = seam + 1
      guard let range = signRange(endingAt: seam, in: text), let digits = digits(after: range.upperBound, in: text),
        isFree(range.lowerBound, in: text)
      else { continue }
      let isN = text[range.lowerBound] == 0x4E
      let isBehindStop = isBehindStop(range.lowerBound, in: text)
      if isN {
        guard text.isCyrillicWord(before: range.lowerBound, shapes) == true else { continue }
      } else {
        // Хе and Ме are also aircraft, whose numbers have three digits.
        guard digits < 3, isBehindStop || figures.numeroSigns > 0 else { continue }
      }
      edits.append(
        Edit(rule: Self.rule, range: range, replacement: "№", confidence: isN || isBehindStop ? 0.9 : 0.8))
    }
    return edits
  }

  /// The letters of a sign whose last byte the scan found: Хе, Ке, Ме, or N and o, о, ° or º; nil where they are others.
  private func signRange(endingAt place: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    if text[place] == 0x6F { return place - 1..<place + 1 }
    if text[place - 2] == 0x4E {
      let sign = text.scalar(at: place - 1).value
      return sign == 0xB0 || sign == 0xBA || sign == 0x43E ? place - 2..<place + 1 : nil
    }
    let first = text.scalar(at: place - 3).value
    return first == 0x425 || first == 0x41A || first == 0x41C ? place - 3..<place + 1 : nil
  }

  /// Whether a sign begins at a place: nothing that belongs to a word stands before it.
  private func isFree(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let before = text.start(ofScalarBefore: place) else { return true }
    let value = text.scalar(at: before).value
    return shapes.traits(value).isDisjoint(with: .word) && value != 0x2D && value != 0x5F
  }

  /// Whether the words before a place end in a stop, comma or bracket.
  private func isBehindStop(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = place
    while place > 0, text[place - 1] == 0x20 { place -= 1 }
    return place > 0 && ".,;:(".utf8.contains(text[place - 1])
  }

  /// How many digits follow, perhaps behind a blank; nil where none does.
  private func digits(after place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = place
    if place < text.count, text[place] == 0x20 { place += 1 }
    let start = place
    while place < text.count, text[place] &- 0x30 < 10, place - start < 8 { place += 1 }
    // A letter behind the number: No 5a is none of ours, but a hyphen may follow.
    guard place > start, place - start < 8 else { return nil }
    return place - start
  }
}
