/// Digits that recognition took for letters, where the letters make a known word: п0беда, во3раст, 6ыл.
struct DigitLetters: DocumentRepair {
  static let rule = EditRule(rawValue: "digit-letter")
  let shapes: LetterShapes

  var rules: [EditRule] { [Self.rule] }

  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.letters.cyrillicLetters > 0 }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let seams = ScriptSeams(in: text, .digit)
    var words = SpelledWords(context.words)
    var run = LetterRun()
    var edits: [Edit] = []
    var end = 0
    while let seam = seams.next(from: end) {
      let isWord = run.read(around: seam, floor: end, in: text, shapes)
      end = max(run.range.upperBound, seam + 1)
      guard isWord, let meant = meaning(of: run, &words) else { continue }
      run.appendEdits(to: &edits, Self.rule, 0.9, meant)
    }
    return edits
  }

  /// The letters of the word; nil where it is none.
  private func meaning(of run: LetterRun, _ words: inout SpelledWords) -> [UInt32]? {
    let digits = run.traits.count { $0.contains(.digit) }
    guard run.count > 2, digits * 3 <= run.count, !(run.traits.last?.contains(.digit) ?? true),
      run.traits.allSatisfy({ $0.contains(.digit) || $0.contains(.alphabet) })
    else { return nil }
    let isCapital = run.traits.allSatisfy { !$0.contains(.lower) }
    var meant: [UInt32] = []
    for (place, letter) in run.letters.enumerated() {
      guard run.traits[place].contains(.digit) else {
        meant.append(letter)
        continue
      }
      guard let found = shapes.cyrillic(letter).first else { return nil }
      meant.append(isCapital ? shapes.upper(found) : found)
    }
    if run.traits[0].contains(.digit) {
      // A number and its word (3года), or a mark before a name.
      let rest = run.letters.dropFirst()
      guard rest.count > 2, run.traits[1].contains(.lower), words.cyrillic(rest.lazy.map { shapes.lower($0) }) == 0
      else { return nil }
    }
    return words.cyrillic(meant.lazy.map { shapes.lower($0) }) > (run.traits[0].contains(.digit) ? 1 : 0) ? meant : nil
  }
}
