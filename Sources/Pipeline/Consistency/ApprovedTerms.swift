internal import Lingua

/// The terms of approved concepts, ready to be looked for.
struct ApprovedTerms: Sendable {
  /// A name of a concept in one language.
  struct Name: Sendable {
    var entry: Int
    var term: GlossaryTerm
    var words: [CheckedText.Word]
    /// All its letters without what parts them.
    var letters: [Unicode.Scalar]
    /// The words that are no grammar.
    var content: [CheckedText.Word]
    var isAcronym: Bool { term.form == .acronym }
    var isDeprecated: Bool { term.usage == .deprecated }
  }

  /// A name that stands in a text.
  struct Hit {
    var name: Int
    var words: Range<Int>
  }

  let entries: [GlossaryEntry]
  private(set) var names = Trilingual<[Name]>(repeating: [])
  /// The names of each entry.
  private(set) var ofEntry: [Trilingual<[Int]>]
  private var byFirstStem = Trilingual<[[UInt8]: [Int]]>(repeating: [:])

  init(_ entries: [GlossaryEntry], forms: AcronymForms, _ stems: inout WordStems) {
    self.entries = entries
    ofEntry = Array(repeating: Trilingual(repeating: []), count: entries.count)
    for (k, entry) in entries.enumerated() {
      for language in Language.allCases {
        for term in entry.terms[language] { add(term, language, k, forms, &stems) }
      }
    }
    for language in Language.allCases {
      // The longest first: a term inside another is not meant by itself.
      for (stem, list) in byFirstStem[language] {
        byFirstStem[language][stem] = list.sorted {
          (names[language][$1].words.count, $0) < (names[language][$0].words.count, $1)
        }
      }
    }
  }

  private mutating func add(
    _ term: GlossaryTerm, _ language: Language, _ entry: Int, _ forms: AcronymForms, _ stems: inout WordStems
  ) {
    // What stands in brackets explains the term and is no part of it.
    let text = term.text.split(separator: "(", omittingEmptySubsequences: false).first.map(String.init) ?? term.text
    let checked = CheckedText(text, language, at: .whole(0..<0), &stems)
    guard let first = checked.words.first else { return }
    let content = checked.words.filter { word in
      word.letters.count > 1 && !forms.isFunctionWord(word.letters, language)
    }
    let place = names[language].count
    names[language].append(
      Name(entry: entry, term: term, words: checked.words, letters: checked.letters, content: content))
    ofEntry[entry][language].append(place)
    byFirstStem[language][first.stem, default: []].append(place)
  }

  /// The names that surely stand in a text, none inside a longer one, in their order.
  func hits(in text: CheckedText) -> [Hit] {
    let language = text.language
    var hits: [Hit] = []
    var end = 0
    for k in text.words.indices where k >= end {
      for name in byFirstStem[language][text.words[k].stem] ?? [] {
        let words = names[language][name].words
        guard k + words.count <= text.words.count, stands(names[language][name], at: k, in: text) else { continue }
        // Names of several concepts may be spelt alike.
        if let last = hits.last, last.words.lowerBound == k, last.words.count > words.count { break }
        hits.append(Hit(name: name, words: k..<k + words.count))
        end = max(end, k + words.count)
      }
    }
    return hits
  }

  /// Whether a name begins inside some words and goes on behind them.
  func overlaps(_ words: Range<Int>, in text: CheckedText) -> Bool {
    words.dropFirst().contains { start in
      (byFirstStem[text.language][text.words[start].stem] ?? []).contains { place in
        let name = names[text.language][place]
        let end = start + name.words.count
        return end > words.upperBound && end <= text.words.count && stands(name, at: start, in: text)
      }
    }
  }

  private func stands(_ name: Name, at start: Int, in text: CheckedText) -> Bool {
    for (k, word) in name.words.enumerated() {
      let found = text.words[start + k]
      if k > 0 && !found.followsOn { return false }
      let isForm =
        name.isAcronym
        ? found.isAcronym && found.letters == word.letters : WordForms.isForm(found, of: word, text.language)
      if !isForm { return false }
    }
    // A part of a compound is not meant by itself: non-alcoholic. Behind a hyphen acronyms and Kazakh words have endings.
    if text.words[start].isJoined { return false }
    let end = start + name.words.count
    return end == text.words.count || !text.words[end].isJoined || name.isAcronym || text.language == .kk
  }

  /// Whether a name may stand in texts in any form: all its words somewhere in any order, inflected, derived or written
  /// together.
  func mayStand(_ name: Name, in texts: [CheckedText]) -> Bool {
    texts.contains { text in
      if name.isAcronym {
        return text.words.contains { $0.letters.starts(with: name.letters) }
      }
      if !name.content.isEmpty,
        name.content.allSatisfy({ wanted in text.words.contains { WordForms.isRelated($0, to: wanted, text.language) } }
        )
      {
        return true
      }
      if text.language == .ru, text.words.contains(where: { WordForms.isJoined($0, of: name.content) }) { return true }
      if text.language == .en, name.words.count == 2, isShortened(name.words[0], in: text) { return true }
      // All but the ending, as in киберқауіпсіздігі for кибер қауіпсіздік.
      let letters = name.letters.dropLast(name.letters.count > 7 ? 2 : 0)
      return letters.count >= 5 && contains(text.letters, letters)
    }
  }

  /// Whether a proper adjective stands for itself and the noun behind it: Kazakh for the Kazakh language.
  private func isShortened(_ word: CheckedText.Word, in text: CheckedText) -> Bool {
    text.words.indices.dropFirst().contains { k in
      text.words[k].letters == word.letters && text.text.tokens[text.words[k].token].uppers == 1
    }
  }

  /// Whether letters stand in others.
  func contains(_ letters: [Unicode.Scalar], _ wanted: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = wanted.first, wanted.count <= letters.count else { return false }
    for start in 0...letters.count - wanted.count where letters[start] == first {
      if letters[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }
}
