/// Letters of another script that only look right: обʌасть, Cаяси, Мusabekov.
struct MixedScripts: DocumentRepair {
  static let rule = EditRule(rawValue: "lookalike")
  let shapes: LetterShapes

  var rules: [EditRule] { [Self.rule] }

  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.letters.seams > 0 }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let decision = ScriptDecision(shapes: shapes, figures: context.diagnosis.letters)
    let seams = ScriptSeams(in: text, .inside)
    var words = SpelledWords(context.words)
    var run = LetterRun()
    var meant: [UInt32] = []
    var edits: [Edit] = []
    var end = 0
    while let seam = seams.next(from: end) {
      let isWord = run.read(around: seam, floor: end, in: text, shapes)
      end = max(run.range.upperBound, seam + 1)
      guard isWord else { continue }
      switch decision.verdict(on: run, in: text, &words, meant: &meant) {
      case .leave: break
      case .cyrillic(let confidence):
        run.appendEdits(to: &edits, Self.rule, confidence, meant)
      case .latin(let confidence):
        run.appendEdits(to: &edits, Self.rule, confidence, run.letters.map { shapes.latin($0) ?? $0 })
      }
    }
    return edits
  }
}

extension LetterRun {
  /// Appends an edit for each letter that was meant to be another.
  func appendEdits(to edits: inout [Edit], _ rule: EditRule, _ confidence: Double, _ meant: [UInt32]) {
    for place in 0..<min(count, meant.count) where letters[place] != meant[place] {
      let letter = String(Unicode.Scalar(replacingInvalid: meant[place]))
      edits.append(Edit(rule: rule, range: self.place(place), replacement: letter, confidence: confidence))
    }
  }
}
