internal import Lingua

/// A word of a text that has the shape of an acronym.
struct AcronymCandidate {
  /// As printed, without endings.
  var form: String
  /// What its uses are counted under: the form in one script and, in English, in the singular.
  var key: String
  /// Where the form stands, in UTF-8 offsets of the text.
  var range: Range<Int>
  /// The tokens that it and its ending take.
  var tokens: Range<Int>
  /// Whether only a definition can show that it is an acronym, as in a text in capitals.
  var isDoubtful: Bool
  /// Whether it is a word of a longer name in another script ("Quill ABC" in Cyrillic text).
  var isNamePart: Bool
}

/// Finds the words of a text that have the shape of an acronym.
struct AcronymScanner: Sendable {
  let forms: AcronymForms
  let lexicon: AcronymLexicon

  /// The most letters an acronym has.
  private static let longest = 10
  /// From this share of capitals on, capitals say nothing about a word.
  private static let capitals = 0.6

  /// The candidates of a text in order.
  ///
  /// - Parameters:
  ///   - ordinary: the words that the document also writes in small letters; in capitals they are emphasis.
  ///   - inCapitals: whether the text is part of something that is all in capitals.
  func candidates(
    in text: GlossaryText, _ language: Language, ordinary: inout OrdinaryWords, inCapitals: Bool = false
  ) -> [AcronymCandidate] {
    let isDoubtful = inCapitals || Self.isInCapitals(text.tokens)
    let emphasised = isDoubtful ? [] : emphasised(text)
    var result: [AcronymCandidate] = []
    var k = 0
    while k < text.tokens.count {
      guard let base = base(of: k, in: text, language), !emphasised.contains(k) else {
        k += 1
        continue
      }
      var candidate = base
      if let joined = joined(candidate, text, language) { candidate = joined }
      // "ЕАЭО-ны": the ending is no word of its own.
      if let ending = ending(after: candidate.tokens.upperBound, text) {
        candidate.tokens = candidate.tokens.lowerBound..<ending
      }
      candidate.isDoubtful = isDoubtful
      candidate.isNamePart = isNamePart(candidate, text, language)
      k = max(k + 1, candidate.tokens.upperBound)
      let lower = GlossaryLetters.folded(candidate.key)
      if lower.count >= OrdinaryWords.shortest, !isKnown(candidate.key, language), ordinary.contains(lower) { continue }
      if let last = result.last, last.tokens.upperBound == candidate.tokens.lowerBound,
        isKnown(last.key + " " + candidate.key, language)
      {
        let range = last.range.lowerBound..<candidate.range.upperBound
        result[result.count - 1] = AcronymCandidate(
          form: text.string(range), key: last.key + " " + candidate.key, range: range,
          tokens: last.tokens.lowerBound..<candidate.tokens.upperBound, isDoubtful: isDoubtful, isNamePart: false)
        continue
      }
      result.append(candidate)
    }
    return result
  }

  /// Whether a text is set in capitals as a whole.
  static func isInCapitals(_ tokens: [GlossaryText.Token]) -> Bool {
    var letters = 0
    var uppers = 0
    var words = 0
    for token in tokens where token.kind == .word {
      letters += token.letters
      uppers += token.uppers
      words += 1
    }
    return words >= 3 && Double(uppers) >= capitals * Double(letters)
  }

  private func isKnown(_ key: String, _ language: Language) -> Bool {
    forms.isKept(key) || !lexicon.concepts(of: key, language).isEmpty
      || (language != .en && !lexicon.concepts(of: key, .en).isEmpty)
  }

  private func base(of index: Int, in text: GlossaryText, _ language: Language) -> AcronymCandidate? {
    let token = text.tokens[index]
    guard token.kind == .word, token.uppers >= 2, token.letters <= 2 * Self.longest, !token.hasOther else { return nil }
    if index > 0, text.tokens[index - 1].kind == .mark, !token.isSpaced,
      text.tokens[index - 1].mark == "@" || text.tokens[index - 1].mark == "_"
    {
      return nil
    }
    let printed = text.string(token)
    let whole = GlossaryLetters.unmixed(printed, language)
    var form = printed
    if !isKnown(whole, language) {
      guard let cut = shape(token, printed, language) else { return nil }
      form = cut
    }
    var key = GlossaryLetters.unmixed(form, language)
    if form.utf8.count <= printed.utf8.count, language == .en, token.leadingUppers >= 2,
      key.hasSuffix("s"), token.uppers == token.letters - 1
    {
      key.removeLast()
    }
    guard form.unicodeScalars.count <= Self.longest + 2, !forms.isUnit(key), !forms.isUnit(whole),
      !forms.isExcluded(key, language)
    else { return nil }
    if !forms.isKept(key) {
      if AcronymLookalikes.isRomanNumeral(key) || forms.isFormula(key) {
        return nil
      }
    }
    let range = token.range.lowerBound..<token.range.lowerBound + form.utf8.count
    return AcronymCandidate(
      form: form, key: key, range: range, tokens: index..<index + 1, isDoubtful: false, isNamePart: false)
  }

  /// What of a word is an acronym by its letters: all of it, or its capitals before a small ending.
  private func shape(_ token: GlossaryText.Token, _ printed: String, _ language: Language) -> String? {
    let scalars = Array(printed.unicodeScalars)
    // A number inside is the mark of a code or a formula; one at the end may be a version.
    var digitSeen = false
    for scalar in scalars {
      if scalar.isDecimalDigit || (0x2080...0x2089).contains(scalar.value) {
        digitSeen = true
      } else if digitSeen, scalar.isLetter {
        return forms.isKept(printed) ? printed : nil
      }
    }
    if token.uppers == token.letters { return token.letters <= Self.longest ? printed : nil }
    let small = token.letters - token.leadingUppers
    if token.leadingUppers >= 2, token.uppers == token.leadingUppers {
      if language == .en { return small == 1 && scalars.last == "s" ? printed : nil }
      // Endings are Cyrillic; a Latin word that goes on in small letters is a name (XGBoost).
      guard small <= (language == .ru ? 4 : 7), !forms.isUnit(printed),
        scalars.allSatisfy({ $0.isUppercaseLetter || !$0.isLetter || GlossaryLetters.isCyrillicLetter($0) })
      else { return nil }
      var view = String.UnicodeScalarView()
      for scalar in scalars {
        if scalar.isLetter && !scalar.isUppercaseLetter { break }
        view.append(scalar)
      }
      return String(view)
    }
    // ЕврАзЭС, ҚазҰУ, KazNU, IoT: at least half capitals, the last among them or a single small letter after it.
    guard token.letters >= 3, token.letters <= Self.longest, 2 * token.uppers >= token.letters else { return nil }
    return printed
  }

  /// "AB-CDE": an acronym with a hyphen inside. A number behind a hyphen is a version, unless it is known.
  private func joined(
    _ candidate: AcronymCandidate, _ text: GlossaryText, _ language: Language
  ) -> AcronymCandidate? {
    let next = candidate.tokens.upperBound
    guard next + 1 < text.tokens.count, isHyphen(text, next), !text.tokens[next + 1].isSpaced,
      candidate.range.upperBound == text.tokens[next].range.lowerBound
    else { return nil }
    let second = text.tokens[next + 1]
    let range = candidate.range.lowerBound..<second.range.upperBound
    let whole = GlossaryLetters.unmixed(text.string(range), language)
    var isPair = false
    if second.kind == .word, second.uppers >= 2, let other = base(of: next + 1, in: text, language) {
      isPair =
        !(isKnown(candidate.key, language) && isKnown(other.key, language))
        && text.tokens[candidate.tokens.lowerBound].hasLatin && second.hasLatin && text.tokens[next].mark == "-"
    }
    guard isPair || isKnown(whole, language) else { return nil }
    return AcronymCandidate(
      form: text.string(range), key: whole, range: range, tokens: candidate.tokens.lowerBound..<next + 2,
      isDoubtful: false, isNamePart: false)
  }

  private func ending(after index: Int, _ text: GlossaryText) -> Int? {
    guard index + 1 < text.tokens.count, isHyphen(text, index) else { return nil }
    let next = text.tokens[index + 1]
    guard next.kind == .word, !next.isSpaced, next.uppers == 0, next.letters <= 8 else { return nil }
    return index + 2
  }

  private func isHyphen(_ text: GlossaryText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .mark, !token.isSpaced else { return false }
    return token.mark == "-" || token.mark == "\u{2010}" || token.mark == "\u{2011}" || token.mark == "\u{2013}"
  }

  /// The capitals of headings and emphasis inside a text: three words in a row, or two long ones.
  private func emphasised(_ text: GlossaryText) -> Set<Int> {
    var result: Set<Int> = []
    var run: [Int] = []
    func close() {
      let lengths = run.map { text.tokens[$0].letters }
      let long = lengths.filter { $0 >= 6 }.count
      if (run.count >= 3 && long >= 1) || (run.count == 2 && long == 2) { result.formUnion(run) }
      run.removeAll(keepingCapacity: true)
    }
    for (k, token) in text.tokens.enumerated() {
      if token.kind == .word && token.uppers == token.letters {
        run.append(k)
      } else if token.kind != .mark || token.mark != "-" {
        close()
      }
    }
    close()
    return result
  }

  private func isNamePart(_ candidate: AcronymCandidate, _ text: GlossaryText, _ language: Language) -> Bool {
    guard language != .en, text.tokens[candidate.tokens.lowerBound].hasLatin else { return false }
    func isName(_ index: Int) -> Bool {
      guard text.tokens.indices.contains(index) else { return false }
      let token = text.tokens[index]
      return token.kind == .word && token.hasLatin && !token.hasCyrillic && token.letters >= 3 && token.uppers == 1
        && token.leadingUppers == 1
    }
    return isName(candidate.tokens.lowerBound - 1) || isName(candidate.tokens.upperBound)
  }
}
