/// Words that are wholly in letters of the other script, told by what stands beside them: initials (A.И.), a letter before
/// a hyphen (е-mail), and known words (CCCP) amid words of the one script.
struct LookalikeWords: DocumentRepair {
  static let rule = EditRule(rawValue: "lookalike-word")
  let shapes: LetterShapes

  var rules: [EditRule] { [Self.rule] }

  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.letters.cyrillicLetters > 0 }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let figures = context.diagnosis.letters
    let seams = ScriptSeams(in: text, .between)
    var words = SpelledWords(context.words)
    var run = LetterRun()
    var edits: [Edit] = []
    var next = 0
    // Before this nothing is read again.
    var floor = 0
    while let seam = seams.next(from: next) {
      next = seam + 1
      let isCyrillicAfter = text[seam] >= 0xD0
      // The word that may be wrong: the Latin one, but a Cyrillic letter before a hyphen.
      let isHyphen = text[seam - 1] == 0x2D
      let position = isCyrillicAfter || isHyphen ? seam - 2 : seam
      guard position >= floor, run.read(around: position, floor: floor, in: text, shapes) else { continue }
      floor = run.range.upperBound
      let confidence: Double
      if text[seam - 1] == 0x2E {
        guard isInitial(run, beside: seam, in: text) else { continue }
        confidence = 0.9
      } else if isHyphen {
        if !isCyrillicAfter { appendLetter(run, before: seam, in: text, &words, to: &edits) }
        continue
      } else {
        guard let known = certainty(of: run, in: text, figures, &words) else { continue }
        confidence = known
      }
      run.appendEdits(to: &edits, Self.rule, confidence, cyrillic(run))
    }
    return edits
  }

  /// The word with its Latin letters as the Cyrillic ones.
  private func cyrillic(_ run: LetterRun) -> [UInt32] {
    run.letters.indices.map { place in
      guard run.traits[place].contains(.latin) else { return run.letters[place] }
      let letter = shapes.cyrillic(run.letters[place]).first ?? run.letters[place]
      // eKi: a capital K is drawn like the small letter.
      return place > 0 && run.traits[place - 1].contains(.lower) ? shapes.lower(letter) : letter
    }
  }

  private func isShared(_ trait: LetterShapes.Traits) -> Bool { trait.isSuperset(of: [.latin, .shared]) }

  /// Whether a word is one Latin capital, perhaps behind a number, joined by a stop to a single Cyrillic capital.
  private func isInitial(_ run: LetterRun, beside seam: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = run.traits.last, isShared(last), last.contains(.upper),
      run.traits.dropLast().allSatisfy({ $0.contains(.digit) })
    else { return false }
    if run.range.upperBound < seam {
      return shapes.traits(text.scalar(at: seam).value).contains(.upper) && isAlone(seam..<seam + 2, in: text)
    }
    guard run.count == 1, run.range.upperBound < text.count, text[run.range.upperBound] == 0x2E else { return false }
    return shapes.traits(text.scalar(at: seam - 3).value).contains(.upper) && isAlone(seam - 3..<seam - 1, in: text)
  }

  /// Whether no letter touches a letter.
  private func isAlone(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let letters: LetterShapes.Traits = [.latin, .cyrillic, .other, .mark]
    if range.upperBound < text.count,
      !shapes.traits(text.scalar(at: range.upperBound).value).isDisjoint(with: letters)
    {
      return false
    }
    guard let before = text.start(ofScalarBefore: range.lowerBound) else { return true }
    return shapes.traits(text.scalar(at: before).value).isDisjoint(with: letters)
  }

  /// A Cyrillic letter before a hyphen and an English word is the Latin one.
  private func appendLetter(
    _ run: LetterRun, before seam: Int, in text: UnsafeBufferPointer<UInt8>, _ words: inout SpelledWords,
    to edits: inout [Edit]
  ) {
    guard run.count == 1, run.traits[0].isSuperset(of: [.cyrillic, .shared]), let latin = shapes.latin(run.letters[0])
    else { return }
    var next = LetterRun()
    guard next.read(around: seam, floor: seam, in: text, shapes), next.count > 2,
      next.traits.allSatisfy({ $0.contains(.latin) }),
      words.latin(next.letters.lazy.map { shapes.lower($0) }) > 1
    else { return }
    run.appendEdits(to: &edits, Self.rule, 0.9, [latin])
  }

  /// How sure it is that a Latin word between Cyrillic ones was meant to be Cyrillic; nil where it is not.
  private func certainty(
    of run: LetterRun, in text: UnsafeBufferPointer<UInt8>, _ figures: LetterFigures, _ words: inout SpelledWords
  ) -> Double? {
    guard run.traits.allSatisfy({ isShared($0) }), figures.isMixedThroughout || run.count > 2 else { return nil }
    let before = text.isCyrillicWord(before: run.range.lowerBound, shapes)
    let after = text.isCyrillicWord(after: run.range.upperBound, shapes)
    guard before != false, after != false else { return nil }
    let cyrillic = words.cyrillic(cyrillic(run).lazy.map { shapes.lower($0) })
    let latin = words.latin(run.letters.lazy.map { shapes.lower($0) })
    if figures.isMixedThroughout { return cyrillic > 0 || latin == 0 ? 0.8 : nil }
    // A short word in capitals amid small letters is rather an acronym.
    guard before == true, after == true, latin == 0, cyrillic > 1 else { return nil }
    return run.count > 3 || run.traits.contains { $0.contains(.lower) } ? 0.8 : nil
  }
}
