/// Decides whether a stop ends a sentence, in one language.
struct StopRules: Sendable {
  let abbreviations: Abbreviations
  let language: Language

  /// Whether `stop` ends the sentence that began at `sentenceStart`; `isICUBoundary` is ICU's own answer.
  func endsSentence(
    _ stop: Stop, in text: UTF8Text, sentenceStart: Int, isICUBoundary: Bool
  ) -> Bool {
    if stop.lineBreaks >= 2 { return true }
    switch stop.follower {
    case .end: return true
    case .continuation: return false
    case .symbol: return isICUBoundary
    case .lowercase: return stop.mark == .strong && endsBeforeSmallLetter(stop, isICUBoundary: isICUBoundary)
    case .digit: return endsBeforeDigit(stop, in: text, sentenceStart: sentenceStart)
    case .uppercase, .otherLetter: break
    }
    if stop.isGlued, !stop.hasDash, text.isInsideAddress(stop.start) { return false }
    switch stop.mark {
    case .ellipsis where stop.isGlued && !stop.hasClosers:
      // "…And then" opens a sentence.
      return text.scalar(before: stop.start).map { !$0.scalar.isBlank } ?? false
    case .strong, .ellipsis: return !isMarkInBrackets(stop, in: text)
    case .period: break
    }
    if stop.hasClosers { return closedStopEnds(stop, in: text) }
    if stop.isGlued { return gluedStopEnds(stop, in: text, sentenceStart: sentenceStart) }
    return spacedStopEnds(stop, in: text, sentenceStart: sentenceStart)
  }

  /// A small letter goes on with the sentence after a quotation or before "— said he"; else ICU decides.
  private func endsBeforeSmallLetter(_ stop: Stop, isICUBoundary: Bool) -> Bool {
    isICUBoundary && !stop.hasClosers && !stop.hasDash && !stop.isGlued
  }

  /// "(!)" and "(?)" comment on a word.
  private func isMarkInBrackets(_ stop: Stop, in text: UTF8Text) -> Bool {
    stop.hasClosers && text.byte(stop.start - 1) == UInt8(ascii: "(")
  }

  private func endsBeforeDigit(_ stop: Stop, in text: UTF8Text, sentenceStart: Int) -> Bool {
    let word = text.word(before: stop.start)
    if stop.isGlued {
      // "2.5", "v.2", "рис.5"; but a longer word in small letters runs into the next sentence.
      return stop.mark == .period && word.endsInSmallLetters && word.letters >= 5 && word.digits == 0
        && !text.isInsideAddress(stop.start) && find(before: stop, in: text) == nil
    }
    if stop.hasClosers || stop.mark != .period { return !isMarkInBrackets(stop, in: text) }
    if isListNumber(word, stop: stop, in: text, sentenceStart: sentenceStart) { return false }
    switch find(before: stop, in: text)?.class {
    case .never, .number: return false
    case .unit, .measure, .may: return false
    case .title, .end, .glued, nil: return !word.isSingleCapital
    }
  }

  /// A stop inside a quotation or bracket: "(см. рис. 5.) Далее" ends, "(т.б.) Абай" may not.
  private func closedStopEnds(_ stop: Stop, in text: UTF8Text) -> Bool {
    if stop.isGlued {
      return text.word(before: stop.start).letters >= 2 && text.word(at: stop.followerStart).letters >= 2
    }
    switch find(before: stop, in: text)?.class {
    case nil, .glued: return true
    default: return startsSentence(stop, in: text)
    }
  }

  /// No blank follows: the sentences ran together, or the stop belongs to an abbreviation, initials or a name.
  private func gluedStopEnds(_ stop: Stop, in text: UTF8Text, sentenceStart: Int) -> Bool {
    if stop.hasDash { return false }
    let word = text.word(before: stop.start)
    let next = text.word(at: stop.followerStart)
    let follows = text.scalar(at: next.end)?.scalar
    // A single letter is a word of its own only where a blank follows: "жатады.В работе".
    guard next.letters >= 2 ? follows != "." || next.letters > 3 : follows?.isBlank == true && isStarter(next.folded)
    else { return false }
    if let found = find(before: stop, in: text) { return found.class == .end && next.letters > 2 }
    if word.letters >= 3, word.endsInSmallLetters { return true }
    if word.isNumber { return word.digits == 4 && next.letters >= 2 && word.start > sentenceStart }
    if word.isEmpty {
      let before = text.scalar(before: stop.start)?.scalar
      return before == "%" || before == ")" || before == "»" || before == "”" || before == "\""
    }
    // "ЕАЭС.Бұл" but "ASP.NET".
    return word.isCyrillic && word.letters >= 3 && word.isAllCapitals && isTitleCase(stop.followerStart, in: text)
  }

  private func spacedStopEnds(_ stop: Stop, in text: UTF8Text, sentenceStart: Int) -> Bool {
    let word = text.word(before: stop.start)
    if isListNumber(word, stop: stop, in: text, sentenceStart: sentenceStart) { return false }
    if isInitial(word, in: text) {
      if let found = find(before: stop, in: text), found.class != .may { return found.class == .end }
      return startsSentence(stop, in: text)
    }
    guard let found = find(before: stop, in: text) else { return true }
    // "в 1986 г. — Я здесь": the dash goes on with the sentence.
    if stop.hasDash { return false }
    switch found.class {
    case .never, .title: return false
    case .number, .end, .glued: return true
    case .may: return startsSentence(stop, in: text)
    case .measure: return text.number(before: found.start) != .none
    case .unit:
      switch text.number(before: found.start) {
      case .none: return false
      // "0,1 г." is a weight, "2010 г." a year.
      case .decimal: return true
      case .integer: return startsSentence(stop, in: text)
      }
    }
  }

  // MARK: Context

  /// The longest abbreviation that ends at the stop, blanks between its parts left out: "т. б." is "т.б".
  func find(before stop: Stop, in text: UTF8Text) -> (class: Abbreviations.Class, start: Int)? {
    var best: (class: Abbreviations.Class, start: Int)?
    var start = text.word(before: stop.start).start
    if start == stop.start {
      guard let (scalar, before) = text.scalar(before: start), scalar == "№" else { return nil }
      start = before
    }
    var spelling = text.string(start..<stop.start)
    for part in 0..<5 {
      if let found = abbreviations.find(spelling) { best = (found, start) }
      if part == 4 { break }
      var place = start
      while let (scalar, before) = text.scalar(before: place), scalar.isBlank, start - place < 4 { place = before }
      let isSpaced = place < start
      if text.byte(place - 1) == UInt8(ascii: ".") {
        place -= 1
      } else if !isSpaced {
        break
      }
      let hasStop = text.byte(place) == UInt8(ascii: ".")
      let previous = text.word(before: place)
      guard previous.start < place, previous.letters <= 4, previous.digits == 0 else { break }
      spelling = text.string(previous.start..<place) + (hasStop || isSpaced ? "." : "") + spelling
      start = previous.start
    }
    return best
  }

  /// "1.", "2.3.", "IV." or "а." with nothing before it in its sentence, or a short number after a colon or semicolon.
  private func isListNumber(_ word: WordBefore, stop: Stop, in text: UTF8Text, sentenceStart: Int) -> Bool {
    guard word.letters + word.digits <= 4, !word.isEmpty, word.isNumber || word.letters == 1 || word.isRoman
    else { return false }
    var place = word.start
    var steps = 0
    while place > sentenceStart, steps < 16, let (scalar, start) = text.scalar(before: place) {
      guard scalar == "." || scalar == "(" || scalar.isDecimalDigit else { break }
      place = start
      steps += 1
    }
    if place <= sentenceStart { return word.digits < 4 }
    guard word.isNumber, word.digits <= 2, place == word.start else { return false }
    while let (scalar, start) = text.scalar(before: place), scalar.isBlank, steps < 16 {
      place = start
      steps += 1
    }
    let before = text.byte(place - 1)
    return before == UInt8(ascii: ":") || before == UInt8(ascii: ";")
  }

  /// A single capital letter, but not "I", the pronoun or numeral, nor the sign of a degree.
  private func isInitial(_ word: WordBefore, in text: UTF8Text) -> Bool {
    guard word.isSingleCapital, text.byte(word.start) != UInt8(ascii: "I") else { return false }
    guard let (before, _) = text.scalar(before: word.start) else { return true }
    return before != "°" && before != "º"
  }

  /// Whether what follows looks like the start of a sentence: a frequent word of the language, not an initial.
  private func startsSentence(_ stop: Stop, in text: UTF8Text) -> Bool {
    let next = text.word(at: stop.followerStart)
    return isStarter(next.folded) && text.byte(next.end) != UInt8(ascii: ".")
  }

  private func isStarter(_ word: String) -> Bool { abbreviations.isFrequent(word) }

  private func isTitleCase(_ offset: Int, in text: UTF8Text) -> Bool {
    guard let first = text.scalar(at: offset), let second = text.scalar(at: first.end) else { return false }
    return first.scalar.isUppercaseLetter && second.scalar.isLowercaseLetter
  }
}
