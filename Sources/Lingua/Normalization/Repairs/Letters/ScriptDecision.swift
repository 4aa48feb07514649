/// Decides in which script a word of two was meant.
struct ScriptDecision {
  /// What was decided of a word.
  enum Verdict: Equatable {
    case cyrillic(confidence: Double)
    case latin(confidence: Double)
    /// As it stands, or nobody knows.
    case leave
  }

  let shapes: LetterShapes
  let figures: LetterFigures

  /// The letters of a word by what they tell.
  private struct Tally {
    var cyrillicOnly = 0
    var cyrillicShared = 0
    var latinOnly = 0
    var latinShared = 0
    var near = 0
    var misread = 0
    var forms = 0
    var other = 0
    var digits = 0

    init(_ run: LetterRun) {
      for trait in run.traits {
        if trait.contains(.letterForm) {
          forms += 1
        } else if trait.contains(.cyrillic) {
          if trait.contains(.shared) { cyrillicShared += 1 } else { cyrillicOnly += 1 }
        } else if trait.contains(.latin) {
          if trait.contains(.shared) {
            latinShared += 1
          } else if trait.contains(.near) {
            near += 1
          } else if trait.contains(.misread) {
            misread += 1
          } else {
            latinOnly += 1
          }
        } else if trait.contains(.digit) {
          digits += 1
        } else if trait.contains(.other) {
          other += 1
        }
      }
    }

    var cyrillic: Int { cyrillicOnly + cyrillicShared }
    var latin: Int { latinOnly + latinShared + near + misread }
  }

  /// What a word was meant as that stands at `run.range` of `text`; `meant` gets its letters where it was Cyrillic.
  func verdict(
    on run: LetterRun, in text: UnsafeBufferPointer<UInt8>, _ words: inout SpelledWords, meant: inout [UInt32]
  ) -> Verdict {
    let tally = Tally(run)
    guard tally.cyrillic > 0, tally.latin + tally.forms > 0, tally.other == 0, !isCode(run, in: text) else {
      return .leave
    }
    let natural = tally.latinOnly + tally.near + tally.misread
    if tally.latinOnly == 0, tally.cyrillicOnly + tally.forms > 0 { return cyrillic(run, tally, &words, &meant) }
    if tally.cyrillicOnly == 0, tally.forms == 0 {
      return natural > 0 ? latin(run, tally, &words) : either(run, tally, in: text, &words, &meant)
    }
    return .leave
  }

  /// Whether signs of paths, addresses or code touch the word.
  private func isCode(_ run: LetterRun, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = run.range.lowerBound > 0 ? text[run.range.lowerBound - 1] : 0
    let after = run.range.upperBound < text.count ? text[run.range.upperBound] : 0
    return [before, after].contains { "_@\\#=~$`".utf8.contains($0) }
  }

  // MARK: Cyrillic

  private func cyrillic(
    _ run: LetterRun, _ tally: Tally, _ words: inout SpelledWords, _ meant: inout [UInt32]
  ) -> Verdict {
    let isKnown = spell(run, &words, &meant) > 0
    // витаминC, типA: the letter may have a meaning of its own.
    if endsInCapital(run) { return .leave }
    if isKnown { return .cyrillic(confidence: tally.misread > 0 ? 0.9 : 1) }
    // Letters that recognition takes for others need the word.
    if tally.misread > 0 { return .leave }
    if tally.near > 0, tally.cyrillicOnly < 2 * tally.near { return .leave }
    if isGlued(run, &words) { return .leave }
    let hasLatinI = run.letters.contains { $0 == 0x49 || $0 == 0x69 }
    if hasLatinI, figures.kazakhLetters == 0 { return .leave }
    return .cyrillic(confidence: tally.near > 0 ? 0.8 : tally.cyrillic + tally.latin < 3 ? 0.7 : 0.95)
  }

  /// Writes the word in Cyrillic letters, of several the spelling that is known best.
  ///
  /// - Returns: how well it is known.
  func spell(_ run: LetterRun, _ words: inout SpelledWords, _ meant: inout [UInt32]) -> Int {
    meant.removeAll(keepingCapacity: true)
    var choices: [Int] = []
    for (place, letter) in run.letters.enumerated() {
      let trait = run.traits[place]
      if trait.isDisjoint(with: [.latin, .letterForm, .standIn]) {
        meant.append(letter)
        continue
      }
      let found = shapes.cyrillic(letter)
      meant.append(fitted(found.first ?? letter, in: run, at: place))
      if found.count > 1, choices.count < 4 { choices.append(place) }
    }
    var best = words.cyrillic(meant.lazy.map { shapes.lower($0) })
    if choices.isEmpty { return best }
    // All other spellings, one choice counted up after another.
    let first = meant
    var spelling = first
    var picks = [Int](repeating: 0, count: choices.count)
    while true {
      var k = 0
      while k < choices.count {
        let found = shapes.cyrillic(run.letters[choices[k]])
        picks[k] = (picks[k] + 1) % found.count
        spelling[choices[k]] = fitted(found[picks[k]], in: run, at: choices[k])
        if picks[k] != 0 { break }
        k += 1
      }
      if k == choices.count { return best }
      let frequency = words.cyrillic(spelling.lazy.map { shapes.lower($0) })
      if frequency > best {
        best = frequency
        meant = spelling
      }
    }
  }

  /// A letter in the case of the word around it, where the drawing does not tell: small capitals, I for l, signs.
  private func fitted(_ letter: UInt32, in run: LetterRun, at place: Int) -> UInt32 {
    let trait = run.traits[place]
    let isCapitalI = run.letters[place] == 0x49 || run.letters[place] == 0x406
    guard isCapitalI || trait.contains(.letterForm) || trait.isDisjoint(with: [.upper, .lower]) else { return letter }
    let around = [place - 1, place + 1].filter { run.traits.indices.contains($0) }.map { run.traits[$0] }
    if isCapitalI {
      // An I between small letters.
      return place > 0 && run.traits[place - 1].contains(.lower) && around.allSatisfy { !$0.contains(.upper) }
        ? shapes.lower(letter) : letter
    }
    if trait.contains(.letterForm), trait.contains(.upper) { return letter }
    return !around.isEmpty && around.allSatisfy { $0.contains(.upper) } ? shapes.upper(letter) : letter
  }

  /// Whether a Latin capital stands at the end, behind a small letter.
  private func endsInCapital(_ run: LetterRun) -> Bool {
    guard let last = run.traits.lastIndex(where: { !$0.contains(.latin) }), last + 1 < run.count else { return false }
    return run.traits[last].contains(.lower) && run.traits[last + 1].contains(.upper)
  }

  /// Whether a word is two that stand side by side: IPадрес, Macтан.
  private func isGlued(_ run: LetterRun, _ words: inout SpelledWords) -> Bool {
    let latin = run.traits.map { $0.contains(.latin) && !$0.contains(.letterForm) }
    guard let first = latin.firstIndex(of: true), let last = latin.lastIndex(of: true) else { return false }
    let block = latin[first...last].allSatisfy { $0 }
    guard block else { return false }
    if last == run.count - 1, first > 0 {
      return last - first >= 2 && words.latin(run.letters[first...last].lazy.map { shapes.lower($0) }) > 0
    }
    if first == 0, last < run.count - 1, last > 0 {
      if run.traits[last].contains(.upper), run.traits[last + 1].contains(.lower) { return true }
      return last >= 2 && words.latin(run.letters[first...last].lazy.map { shapes.lower($0) }) > 0
    }
    return false
  }

  // MARK: Latin

  private func latin(_ run: LetterRun, _ tally: Tally, _ words: inout SpelledWords) -> Verdict {
    let spelled = run.letters.map { shapes.lower(shapes.latin($0) ?? $0) }
    if words.latin(spelled) > 0 { return .latin(confidence: 1) }
    let cyrillic = run.traits.map { $0.contains(.cyrillic) }
    guard let first = cyrillic.firstIndex(of: true), let last = cyrillic.lastIndex(of: true) else { return .leave }
    let isBlock = cyrillic[first...last].allSatisfy { $0 }
    let isCapital = run.traits.allSatisfy { !$0.contains(.lower) }
    if isBlock, !isCapital {
      // An ending that was glued to a name, or two words.
      if last == run.count - 1 { return .leave }
      if first == 0, last > 0 { return .leave }
    }
    if tally.latin < tally.cyrillic, !isCapital { return .leave }
    return .latin(confidence: tally.cyrillic + tally.latin < 4 ? 0.7 : 0.9)
  }

  // MARK: Both

  /// A word of letters that both scripts have: its other spellings, formulas, and what stands beside it.
  private func either(
    _ run: LetterRun, _ tally: Tally, in text: UnsafeBufferPointer<UInt8>, _ words: inout SpelledWords,
    _ meant: inout [UInt32]
  ) -> Verdict {
    let latin = words.latin(run.letters.lazy.map { shapes.lower(shapes.latin($0) ?? $0) })
    let cyrillic = spell(run, &words, &meant)
    let isCapital = run.traits.allSatisfy { !$0.contains(.lower) }
    // CO2, H2O: a formula.
    if tally.digits > 0 {
      return isCapital && !(run.traits.first?.contains(.digit) ?? true) && cyrillic == 0 && run.count <= 6
        ? .latin(confidence: 0.7) : cyrillic > 0 ? .cyrillic(confidence: 0.8) : .leave
    }
    if cyrillic > latin + 1 { return .cyrillic(confidence: 0.9) }
    if latin > cyrillic + 1 { return .latin(confidence: 0.9) }
    let before = text.isCyrillicWord(before: run.range.lowerBound, shapes)
    let after = text.isCyrillicWord(after: run.range.upperBound, shapes)
    guard let side = before ?? after, (after ?? side) == side, run.count > 2 || figures.isMixedThroughout else {
      return .leave
    }
    return side ? .cyrillic(confidence: 0.7) : .latin(confidence: 0.7)
  }
}
