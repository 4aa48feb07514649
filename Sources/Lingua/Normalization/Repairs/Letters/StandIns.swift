/// Letters of other alphabets and signs that were typed for Kazakh letters: ҽ for ә, ҿ for ө, ¥ for ұ.
struct StandIns: DocumentRepair {
  static let rule = EditRule(rawValue: "stand-in")
  let shapes: LetterShapes

  var rules: [EditRule] { [Self.rule] }

  func runs(on diagnosis: Diagnosis) -> Bool {
    diagnosis.letters.hasStandIns || diagnosis.letters.yenSigns > 0 && diagnosis.letters.cyrillicLetters > 0
  }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let figures = context.diagnosis.letters
    let decision = ScriptDecision(shapes: shapes, figures: figures)
    var words = SpelledWords(context.words)
    var run = LetterRun()
    var meant: [UInt32] = []
    var edits: [Edit] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte == 0xC2 || byte &- 0xD1 < 3 else {
        position += 1
        continue
      }
      let (value, count) = text.scalar(at: position)
      guard shapes.traits(value).contains(.standIn), figures.hasStandIns || value == 0xA5 else {
        position += count
        continue
      }
      let isWord = run.read(around: position, floor: edits.last?.range.upperBound ?? 0, in: text, shapes)
      position = max(run.range.upperBound, position + count)
      let cyrillic = run.traits.count { $0.contains(.cyrillic) && !$0.contains(.standIn) }
      guard isWord, cyrillic > 1, run.traits.allSatisfy({ $0.isDisjoint(with: [.latin, .other, .digit]) }) else {
        continue
      }
      let isKnown = decision.spell(run, &words, &meant) > 0
      if !run.traits[0].contains(.cyrillic), beginsSentence(run.range.lowerBound, in: text) {
        meant[0] = shapes.upper(meant[0])
      }
      run.appendEdits(to: &edits, Self.rule, isKnown ? 0.95 : 0.7, meant)
    }
    return edits
  }

  /// Whether the text, a line or a sentence begins at a place.
  private func beginsSentence(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = position
    while place > 0, text[place - 1] == 0x20 { place -= 1 }
    return place == 0 || "\n.!?".utf8.contains(text[place - 1])
  }
}
