/// Small letters amid capitals (КЕРНЕУЛіГіН) and capitals amid small letters (сөзДер), but not names that are written so
/// (ҚазҰУ, МакДоналд, РосАтом).
struct CaseSlips: DocumentRepair {
  static let rule = EditRule(rawValue: "letter-case")
  let shapes: LetterShapes

  var rules: [EditRule] { [Self.rule] }

  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.letters.cyrillicLetters > 0 }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let seams = ScriptSeams(in: text, .letterCase)
    var words = SpelledWords(context.words)
    var run = LetterRun()
    var edits: [Edit] = []
    var end = 0
    while let seam = seams.next(from: end) {
      // The seam is found at the second byte of the capital.
      let isWord = run.read(around: max(end, seam - 1), floor: end, in: text, shapes)
      end = max(run.range.upperBound, seam + 1)
      guard isWord, run.count > 3, run.traits.allSatisfy({ $0.contains(.alphabet) }) else { continue }
      let small = run.traits.count { $0.contains(.lower) }
      let capital = run.count - small
      if capital > small, isCapitalWord(run, small, &words) {
        run.appendEdits(to: &edits, Self.rule, 0.95, run.letters.map { shapes.upper($0) })
      } else if capital == 1, isSmallWord(run, &words) {
        run.appendEdits(to: &edits, Self.rule, 0.8, run.letters.map { shapes.lower($0) })
      }
    }
    return edits
  }

  /// Whether a word was meant to be all in capitals.
  private func isCapitalWord(_ run: LetterRun, _ small: Int, _ words: inout SpelledWords) -> Bool {
    let places = run.traits.indices.filter { run.traits[$0].contains(.lower) }
    // An ending behind an acronym (ЕАЭОның, ВУЗы) and a small beginning (кВт) are no slips.
    guard let first = places.first, first > 0, places.last != run.count - 1,
      zip(places, places.dropFirst()).allSatisfy({ $1 - $0 > 1 })
    else { return false }
    // і and the other letters of Kazakh fail where a font has no capital of them.
    let isKazakh = places.allSatisfy { run.traits[$0].contains(.kazakh) }
    if isKazakh, first > 1, run.count - small >= 3 { return true }
    return run.count > 4 && (isKazakh || small == 1 && first > 1) && isKnown(run, &words, over: 0)
  }

  /// Whether a word was meant to be in small letters but for a capital inside.
  private func isSmallWord(_ run: LetterRun, _ words: inout SpelledWords) -> Bool {
    guard run.count > 4, let place = run.traits.firstIndex(where: { $0.contains(.upper) }), place > 1,
      place < run.count - 1, isKnown(run, &words, over: 2)
    else { return false }
    // Capitals whose drawing is another than the small letter's are not misread for it.
    if "АБЕЁРФ".unicodeScalars.contains(where: { $0.value == run.letters[place] }) { return false }
    // Two sentences without a blank: концаНачало.
    let left = words.cyrillic(run.letters[..<place])
    let right = words.cyrillic(run.letters[place...].lazy.map { shapes.lower($0) })
    let whole = words.cyrillic(run.letters.lazy.map { shapes.lower($0) })
    return left == 0 || right == 0 || left + right < whole + 10
  }

  private func isKnown(_ run: LetterRun, _ words: inout SpelledWords, over least: Int) -> Bool {
    words.cyrillic(run.letters.lazy.map { shapes.lower($0) }) > least
  }
}
