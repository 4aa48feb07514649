internal import Lingua

/// Reads a gloss at an opening bracket.
struct GlossReader {
  let text: GlossText
  let languages: GlossLanguages
  let evidence: TermEvidence
  let names: GlossNames
  private let phrases: GlossEvidence
  private let quotes: GlossQuotes
  private let terms: GlossTerms
  private let references: GlossReferences

  init(
    text: GlossText, languages: GlossLanguages, evidence: TermEvidence, phrases: GlossEvidence, names: GlossNames
  ) {
    self.text = text
    self.languages = languages
    self.evidence = evidence
    self.names = names
    self.phrases = phrases
    quotes = GlossQuotes(text: text)
    references = GlossReferences(text: text, names: names, quotes: quotes)
    terms = GlossTerms(text: text, languages: languages, evidence: phrases)
  }

  func gloss(openedAt place: Int) -> InlineGloss? {
    var before = place - 1
    if before >= 0, text.scalars[before] == " " { before -= 1 }
    guard before >= 0, text.scalars[before] != "\n" else { return nil }
    var after = place + 1
    if after < text.scalars.count, text.scalars[after] == " " { after += 1 }
    let left = quotes.ending(at: before)
    let quoted = quotes.beginning(at: after)?.inside
    if left == nil, text.scalars[place] == "(", let titles = references.titles(at: place, before),
      let gloss = pair(titles.left, titles.right, .reference)
    {
      return gloss
    }
    // Most brackets hold figures, a comment or an acronym: what cannot be a translation is left before anything is looked up.
    guard let inside = quoted ?? inside(place), hasWord(inside), !isAddress(inside) else { return nil }
    if let left {
      if isCyrillic(left), isCyrillic(inside) { return cyrillicPair(left, inside, isQuoted: quoted != nil) }
      if quoted != nil { return pair(left, inside, .quoted) }
      return isPhrase(inside) && isTranslation(left, inside) ? pair(left, inside, .quoted) : nil
    }
    if text.scalars[place] == "[" {
      let title = withoutEnglish(titleStart(before)..<before + 1)
      return isAddress(title) ? nil : pair(title, inside, .bracketed, oneScript: true)
    }
    guard isInOtherScript(inside, than: before) else { return nil }
    if quoted == nil, let gloss = names.gloss(endingAt: before, inside) { return gloss }
    guard quoted == nil || isPhrase(inside), let term = terms.term(endingAt: before, inside) else { return nil }
    return pair(term.left, term.right, .parenthesis)
  }

  /// Whether a range has letters enough for a word.
  private func hasWord(_ range: Range<Int>) -> Bool {
    var letters = 0
    for k in range where text.scalars[k].isLetter {
      letters += 1
      if letters == 3 { return true }
    }
    return false
  }

  /// Whether a range has letters of another script than the last letter before its bracket.
  private func isInOtherScript(_ range: Range<Int>, than last: Int) -> Bool {
    var last = last
    while last > 0, !text.scalars[last].isLetter, text.scalars[last] != "\n" { last -= 1 }
    let isCyrillic = GlossaryLetters.isCyrillicLetter(text.scalars[last])
    return range.contains { place in
      let scalar = text.scalars[place]
      return scalar.isLetter && GlossaryLetters.isCyrillicLetter(scalar) != isCyrillic
    }
  }

  /// Whether a range is the address of a page or a file.
  private func isAddress(_ range: Range<Int>) -> Bool {
    let text = text.string(range)
    return text.contains("://") || text.hasPrefix("www.") || text.contains("/") && !text.contains(" ")
  }

  /// Whether an unquoted translation of a quoted name is believable: a single word must be a cognate or known.
  private func isTranslation(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (a, b) = (text.string(text.trimmed(left)), text.string(text.trimmed(right)))
    if b.contains(" ") && a.contains(" ") { return true }
    let sides = isCyrillic(left) ? (a, b) : (b, a)
    let english = evidence.term(sides.1, .en)
    return [Language.ru, .kk].contains { evidence.similarity(evidence.term(sides.0, $0), english) >= 0.4 }
  }

  /// What stands between the bracket and its end.
  private func inside(_ open: Int) -> Range<Int>? {
    let close: Unicode.Scalar = text.scalars[open] == "[" ? "]" : ")"
    var depth = 0
    var k = open + 1
    while k < text.scalars.count, k - open < GlossQuotes.longest, text.scalars[k] != "\n" {
      if text.scalars[k] == text.scalars[open] { depth += 1 }
      if text.scalars[k] == close {
        if depth == 0 { return k == open + 1 ? nil : open + 1..<k }
        depth -= 1
      }
      k += 1
    }
    return nil
  }

  /// Whether a range may be a term: words, no figures, no address.
  private func isPhrase(_ range: Range<Int>) -> Bool {
    var letters = 0
    for k in range {
      let scalar = text.scalars[k]
      if scalar.isDecimalDigit || scalar == "/" || scalar == "@" || scalar == "=" || scalar == ";" { return false }
      if scalar.isLetter { letters += 1 }
    }
    return letters >= 4 && 2 * letters > range.count
  }

  /// A quoted name in Kazakh and its Russian translation, or the other way round. Without quotation marks the words must translate
  /// each other, as brackets hold comments.
  private func cyrillicPair(_ left: Range<Int>, _ right: Range<Int>, isQuoted: Bool) -> InlineGloss? {
    let left = text.trimmed(left, keepsStops: true)
    let right = text.trimmed(right, keepsStops: true)
    guard isQuoted || isPhrase(right), let sides = languages.cyrillicPair(text.string(left), text.string(right)) else {
      return nil
    }
    let words = [sides.left, sides.right].map { phrases.words(of: $0.text, $0.language) }
    let agreement = phrases.agreement(words[0], words[1], (sides.left.language, sides.right.language))
    let isLong = left.count >= Self.longName && right.count >= Self.longName
    guard agreement >= Self.leastAgreement || isQuoted && isLong else { return nil }
    return gloss(sides.left, sides.right, left, right, .quoted)
  }

  /// Quoted names of so many letters beside each other are believed for their shape.
  private static let longName = 12
  private static let leastAgreement = 0.33

  private func pair(
    _ left: Range<Int>, _ right: Range<Int>, _ shape: InlineGloss.Shape, oneScript: Bool = false
  ) -> InlineGloss? {
    // A full stop inside quotation marks is part of the title.
    var left = text.trimmed(left, keepsStops: shape == .quoted)
    let right = text.trimmed(right, keepsStops: shape == .quoted)
    if left.isEmpty || right.isEmpty { return nil }
    let isCyrillic = isCyrillic(right)
    if oneScript, !isCyrillic, text.hasCyrillic(left) { left = text.trimmed(cyrillicEnd(left)) }
    guard
      let a = languages.side(text.string(left), in: text, at: left, isBesideCyrillic: isCyrillic),
      let b = languages.side(text.string(right), in: text, at: right, isBesideCyrillic: self.isCyrillic(left)),
      a.language != b.language, a.romanized == nil || b.romanized == nil
    else { return nil }
    // Two languages in one script are told apart by their words alone, which takes some.
    if isCyrillic && self.isCyrillic(left) && (left.count < Self.longName || right.count < Self.longName) { return nil }
    return gloss(a, b, left, right, shape)
  }

  private func gloss(
    _ a: GlossLanguages.Side, _ b: GlossLanguages.Side, _ left: Range<Int>, _ right: Range<Int>,
    _ shape: InlineGloss.Shape
  ) -> InlineGloss {
    var gloss = InlineGloss(
      terms: Trilingual(repeating: nil), shape: shape, romanized: a.romanized ?? b.romanized)
    gloss.terms[a.language] = a.text
    gloss.terms[b.language] = b.text
    gloss.ranges[a.language] = text.place(left)
    gloss.ranges[b.language] = text.place(right)
    return gloss
  }

  /// Where the title begins that ends at `last`: after the end of a sentence, a bracket or the beginning of the line.
  private func titleStart(_ last: Int) -> Int {
    var k = last
    while k > 0, last - k < GlossQuotes.longest {
      switch text.scalars[k - 1] {
      case "\n", ")", "]", ">", ";", "(", "[": return k
      case " ": if k >= 2, [".", "?", "!"].contains(text.scalars[k - 2]), k - 1 < last { return k }
      default: break
      }
      k -= 1
    }
    return k
  }

  /// A title without English words before it: "We cite Zhizn sela". A word that is both ends nothing, a capital that is no
  /// English word begins the title.
  private func withoutEnglish(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var word = start
    while let end = range[word...].first(where: { text.scalars[$0] == " " }) {
      if languages.isEnglishAlone(text.string(word..<end)) {
        start = end + 1
      } else if start == range.lowerBound || isUpper(word) {
        break
      }
      word = end + 1
    }
    return start < range.upperBound ? start..<range.upperBound : range
  }

  private func isUpper(_ place: Int) -> Bool { text.scalars[place].isUppercaseLetter }

  /// The words at the end of a range that are no Latin ones.
  private func cyrillicEnd(_ range: Range<Int>) -> Range<Int> {
    var start = range.upperBound
    while start > range.lowerBound {
      let scalar = text.scalars[start - 1]
      if scalar.isLetter && scalar.isASCII { break }
      start -= 1
    }
    while start < range.upperBound, !text.scalars[start].isLetter, !text.scalars[start].isDecimalDigit { start += 1 }
    return start..<range.upperBound
  }

  private func isCyrillic(_ range: Range<Int>) -> Bool {
    let scripts = GlossLetters.scripts(text.string(range))
    return scripts.cyrillic > scripts.latin
  }
}
