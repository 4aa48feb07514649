internal import Lingua

/// Takes the possessive off Kazakh terms to which it does not belong.
///
/// A noun that stands before another one gives it a possessive, and the two are one term: қауіпсіздік жүйесі. An adjective
/// gives none, so that a possessive behind adjectives alone is that of what stood before the term.
struct KazakhHeads {
  let forms: DictionaryForm
  let vocabulary: TermVocabulary

  private var endings: TermEndings { vocabulary.endings }
  /// The bytes of an ending that makes an adjective of a noun.
  private static let relationalLength = 6

  /// The term without a possessive that is not its own.
  ///
  /// - Parameters:
  ///   - term: a term in dictionary form.
  ///   - printed: the forms in which documents print it.
  func head(_ term: String, printed: [GlossaryTerm.Printed]) -> String {
    let all = TermText.words(of: term)
    let words = all.dropLast()
    guard !words.isEmpty, let last = all.last, let bare = forms.withoutPossessive(ofKazakh: term),
      // What ends so by itself: белгі.
      vocabulary.forms.kk[last]?.contains(.noun) != true
    else { return term }
    if words.allSatisfy(isAdjective) { return bare }
    // Words that no lexicon has may be nouns as well: the term must be printed so.
    guard
      words.allSatisfy({ isAdjective($0) || isUnknown($0) && endings.fit($0, .kk, .relational, .attribute, .dental) })
    else { return term }
    let isPrinted = printed.contains { forms.form($0.text, .kk)?.lowercased() == bare.lowercased() }
    return isPrinted ? bare : term
  }

  /// The forms of a term that its head is made of: nouns of the sort that the other languages have.
  func decisive(_ printed: [GlossaryTerm.Printed], _ sort: NounSort?) -> [GlossaryTerm.Printed] {
    // тұрақтылық, which looks like an adjective of тұрақты.
    if sort == .quality {
      let qualities = printed.filter { endings.standIn(Self.last($0), .kk, .relational) }
      if !qualities.isEmpty { return possessed(qualities) }
    }
    let nouns = nouns(printed)
    return possessed(sort.map { forms(nouns, ofAction: $0 == .action) } ?? nouns)
  }

  /// What of the forms of a term is a noun: stems are shared with adjectives and participles (флотация, флотациялық), which
  /// are no terms. All of them where none is a noun.
  private func nouns(_ printed: [GlossaryTerm.Printed]) -> [GlossaryTerm.Printed] {
    let nouns = printed.filter { form in
      let last = Self.last(form)
      if last.isEmpty || isAdjective(last) { return false }
      return !isUnknown(last) || isPossessed(last) || !endings.fit(last, .kk, .participle, .relational, .attribute)
    }
    return nouns.isEmpty ? printed : nouns
  }

  /// What of the forms of a term is a noun of action as its counterparts are, or is none as they are none: stems are shared
  /// by модель and модельдеу. All of them where none agrees.
  private func forms(_ printed: [GlossaryTerm.Printed], ofAction isAction: Bool) -> [GlossaryTerm.Printed] {
    let agreeing = printed.filter { endings.standIn(Self.last($0), .kk, .verbalNoun) == isAction }
    return agreeing.isEmpty ? printed : agreeing
  }

  /// The forms of a term but those that lack the possessive that a genitive or a name in capitals before the last word
  /// asks for: жүргізушінің шаршауы, KF ұйытқысы. All of them where none would be left.
  private func possessed(_ printed: [GlossaryTerm.Printed]) -> [GlossaryTerm.Printed] {
    let whole = printed.filter { form in
      guard asksForPossessive(form.text), let nominative = forms.form(form.text, .kk) else { return true }
      return forms.withoutPossessive(ofKazakh: nominative) != nil
    }
    return whole.isEmpty ? printed : whole
  }

  private static func last(_ form: GlossaryTerm.Printed) -> [UInt8] { TermText.words(of: form.text).last ?? [] }

  private func asksForPossessive(_ text: String) -> Bool {
    let words = TermText(text).words
    guard words.count > 1 else { return false }
    let owner = words[words.count - 2]
    return owner.isSymbol || endings.fit(owner.letters, .kk, .genitive)
  }

  private func parts(_ word: [UInt8]) -> TermVocabulary.Parts {
    if let parts = vocabulary.forms.kk[word] { return parts }
    // Of a compound the last part: физика-химиялық.
    guard let hyphen = word.lastIndex(of: 0x2D) else { return [] }
    return vocabulary.forms.kk[Array(word[(hyphen + 1)...])] ?? []
  }

  /// Whether a word is a known noun with a possessive, which may look like an attribute: жолы.
  private func isPossessed(_ word: [UInt8]) -> Bool {
    endings.fit(word, .kk, .possessive) && vocabulary.forms.kk[Array(word.dropLast(2))]?.contains(.noun) == true
  }

  private func isUnknown(_ word: [UInt8]) -> Bool { parts(word).isEmpty }

  private func isAdjective(_ word: [UInt8]) -> Bool {
    let parts = parts(word)
    if !parts.isEmpty { return parts.contains(.adjective) && !parts.contains(.noun) }
    // Of a known noun an adjective that no lexicon lists: кадрлық.
    guard word.count > Self.relationalLength, endings.fit(word, .kk, .relational) else { return false }
    return vocabulary.forms.kk[Array(word.dropLast(Self.relationalLength))]?.contains(.noun) == true
  }
}
