internal import Lingua

/// A place where a text says what an acronym stands for.
struct AcronymDefinition {
  /// Which candidate of the text it defines.
  var candidate: Int
  /// The form of the definition.
  var evidence: AcronymEntry.Evidence
  /// The tokens of the expansion; nil where brackets hold the acronym but the words before do not give its letters.
  var expansion: Range<Int>?
  /// How badly the letters fit; infinite where they do not.
  var cost: Double
  /// The words that the expansion is among when `expansion` is nil: token indices, the last one nearest.
  var window: [Int]
  /// Whether brackets hold the acronym and nothing else, so that the words before should explain it.
  var isAlone = false
}

/// Finds definitions: "Expansion (ACR)", "ACR (expansion)" and both with a dash.
struct AcronymDefinitionFinder: Sendable {
  let forms: AcronymForms

  /// All that is found of a text's candidates.
  struct Result {
    var definitions: [AcronymDefinition] = []
    /// Candidates that brackets set equal: "ЖІӨ (GDP)".
    var aliases: [(Int, Int)] = []
  }

  /// The definitions in a text.
  ///
  /// - Parameter isKeyword: whether the text is one keyword, whose words before the brackets are the expansion as a whole.
  func definitions(
    in text: GlossaryText, _ language: Language, _ candidates: [AcronymCandidate], isKeyword: Bool
  ) -> Result {
    var result = Result()
    guard !candidates.isEmpty else { return result }
    let reader = WordReader(text: text, language: language, forms: forms)
    var next = 0  // the first candidate that does not end before the bracket
    var k = 0
    while k < text.tokens.count {
      let token = text.tokens[k]
      guard token.kind == .mark, token.mark == "(" || token.mark == "[", let end = reader.closing(k) else {
        k += 1
        continue
      }
      while next < candidates.count, candidates[next].tokens.upperBound < k { next += 1 }
      var before: Int?
      var inside: [Int] = []
      var c = next
      while c < candidates.count, candidates[c].tokens.lowerBound < end {
        if candidates[c].tokens.upperBound == k, !candidates[c].isDoubtful { before = c }
        if candidates[c].tokens.lowerBound > k { inside.append(c) }
        c += 1
      }
      if inside.isEmpty {
        if let before { reverse(before, k + 1..<end, candidates, reader, &result) }
      } else if let before, inside.count == 1, reader.words(in: k + 1..<end).count <= 2 {
        result.aliases.append((before, inside[0]))
      } else {
        brackets(inside, open: k, end: end, candidates, reader, isKeyword: isKeyword, &result)
      }
      k += 1
    }
    for c in candidates.indices where !candidates[c].isDoubtful { dashes(c, candidates, reader, &result) }
    return result
  }

  /// "Expansion (ACR)", "Expansion (hereinafter ACR)", "Expansion (explanation) (ACR)".
  private func brackets(
    _ inside: [Int], open: Int, end: Int, _ candidates: [AcronymCandidate], _ reader: WordReader, isKeyword: Bool,
    _ result: inout Result
  ) {
    let text = reader.text
    let first = candidates[inside[0]]
    let leading = reader.words(in: open + 1..<first.tokens.lowerBound)
    guard leading.allSatisfy({ forms.isLeadIn(reader.folded($0), reader.language) }) else {
      // "(artificial intelligence, AI)"
      apposition(inside[0], leading, candidates, reader, &result)
      return
    }
    // After the acronym the brackets may close, or go on behind a mark.
    let after = text.tokens[first.tokens.upperBound]
    guard first.tokens.upperBound == end || after.kind == .mark else { return }
    let isAlone = inside.allSatisfy { c in
      c == inside[0] || text.tokens[candidates[c].tokens.lowerBound - 1].kind == .mark
    }
    let window = reader.before(open, limit: isKeyword ? 40 : 0, letters: inside.map { candidates[$0].key })
    guard !window.isEmpty else { return }
    var defined = false
    for c in isAlone ? inside : [inside[0]] {
      let letters = AcronymMatcher.letters(of: candidates[c].key)
      let words = window.map { reader.word($0) }
      let fit = AcronymMatcher.fit(letters, words)
      var start = fit?.start
      if isKeyword, let found = fit, found.start > 0, found.cost > 0.1 { start = 0 }
      if isKeyword, start == nil, !candidates[c].isDoubtful { start = 0 }
      // Small words that begin a keyword and give no letter are no part of the term.
      if isKeyword, start == 0, let content = words.firstIndex(where: { !$0.isFunction }) {
        start = min(content, fit?.start ?? content)
      }
      guard start != nil || (!candidates[c].isDoubtful && !defined) else { continue }
      if start != nil { defined = true }
      result.definitions.append(
        AcronymDefinition(
          candidate: c, evidence: isKeyword ? .keywords : .paren,
          expansion: start.flatMap { s in window.last.map { window[s]..<$0 + 1 } }, cost: fit?.cost ?? .infinity,
          window: window,
          isAlone: inside.count == 1 && leading.isEmpty && first.tokens == open + 1..<end))
    }
  }

  private func apposition(
    _ candidate: Int, _ leading: [Int], _ candidates: [AcronymCandidate], _ reader: WordReader, _ result: inout Result
  ) {
    let words = leading.suffix(24).map { reader.word($0) }
    guard let last = leading.last, reader.text.tokens[candidates[candidate].tokens.lowerBound - 1].kind == .mark,
      let fit = AcronymMatcher.fit(AcronymMatcher.letters(of: candidates[candidate].key), words), fit.cost <= 0.3
    else { return }
    result.definitions.append(
      AcronymDefinition(
        candidate: candidate, evidence: .paren, expansion: Array(leading.suffix(24))[fit.start]..<last + 1,
        cost: fit.cost, window: leading))
  }

  /// "ACR (expansion)".
  private func reverse(
    _ candidate: Int, _ content: Range<Int>, _ candidates: [AcronymCandidate], _ reader: WordReader,
    _ result: inout Result
  ) {
    let all = reader.words(in: content)
    let letters = AcronymMatcher.letters(of: candidates[candidate].key)
    // What follows a comma or semicolon may be something else, what stands before may be "англ.".
    var cuts = [content.upperBound]
    if let comma = content.first(where: { reader.isMark($0, ",;") }) { cuts.append(comma) }
    var chosen: (window: [Int], cost: Double)?
    for cut in cuts {
      var window = all.filter { $0 < cut }
      while let first = window.first, forms.isLeadIn(reader.folded(first), reader.language), window.count > 1 {
        window.removeFirst()
      }
      guard !window.isEmpty, window.count <= 3 * letters.count + 4 else { continue }
      let words = window.map { reader.word($0) }
      if let fit = AcronymMatcher.fit(letters, words, isFixed: true, trailing: 0.5),
        fit.cost < (chosen?.cost ?? .infinity), window.count > 1 || letters.count >= 3
      {
        chosen = (window, fit.cost)
      }
    }
    if let chosen, let first = chosen.window.first, let last = chosen.window.last {
      result.definitions.append(
        AcronymDefinition(
          candidate: candidate, evidence: .reverseParen,
          expansion: reader.withNumbers(before: first, in: content)..<last + 1, cost: chosen.cost, window: chosen.window
        ))
      return
    }
    // A kept Latin acronym explained in Cyrillic words: about as many words as letters.
    let token = reader.text.tokens[candidates[candidate].tokens.lowerBound]
    let counted = all.filter { !reader.isFunction($0) }
    guard reader.language != .en, token.hasLatin, !token.hasCyrillic, letters.count >= 3,
      abs(counted.count - letters.count) <= 1, let first = all.first, let last = all.last,
      !content.contains(where: { reader.text.tokens[$0].kind == .number || reader.isMark($0, ",;") })
    else { return }
    result.definitions.append(
      AcronymDefinition(
        candidate: candidate, evidence: .reverseParen, expansion: first..<last + 1, cost: .infinity, window: all))
  }

  /// "ACR – expansion" and "expansion – ACR": only when every letter fits, since dashes stand everywhere.
  private func dashes(
    _ c: Int, _ candidates: [AcronymCandidate], _ reader: WordReader, _ result: inout Result
  ) {
    let letters = AcronymMatcher.letters(of: candidates[c].key)
    guard letters.count >= 2 else { return }
    let strict = 0.05 * Double(letters.count) + 0.05
    let after = candidates[c].tokens.upperBound
    if reader.isDash(after) {
      let window = reader.after(after, limit: 2 * letters.count + 2)
      let words = window.map { reader.word($0) }
      let least = max(2, (letters.count + 1) / 2)
      var best: (count: Int, cost: Double)?
      if window.count >= least {
        for count in least...window.count {
          guard let fit = AcronymMatcher.fit(letters, Array(words[..<count]), isFixed: true, trailing: 2) else {
            continue
          }
          if fit.cost <= strict, fit.cost < (best?.cost ?? .infinity) { best = (count, fit.cost) }
        }
      }
      if let best {
        result.definitions.append(
          AcronymDefinition(
            candidate: c, evidence: .dash, expansion: window[0]..<window[best.count - 1] + 1, cost: best.cost,
            window: window))
      }
    }
    let before = candidates[c].tokens.lowerBound - 1
    guard letters.count >= 3, reader.isDash(before) else { return }
    let window = reader.before(before, limit: 0, letters: [candidates[c].key])
    if let last = window.last, let fit = AcronymMatcher.fit(letters, window.map { reader.word($0) }), fit.cost <= strict
    {
      result.definitions.append(
        AcronymDefinition(
          candidate: c, evidence: .dash, expansion: window[fit.start]..<last + 1, cost: fit.cost, window: window))
    }
  }
}
