internal import Lingua

/// The text of a document outside its title, abstracts and keywords, where it may print what an entry lacks.
///
/// It stands in for a missing abstract or keyword list: an English article whose keywords are given in Kazakh and
/// Russian only says EAEU where they say ЕАЭО and ЕАЭС. Where a language has both, they are what its authors say.
struct AcronymBody {
  let document: Document
  let sections: [Section]
  let forms: AcronymForms
  let lexicon: AcronymLexicon
  let kazakh: KazakhStemmer
  let identifier: LanguageIdentifier

  /// What is looked for on behalf of an entry.
  private struct Wanted {
    var entry: Int
    var concept: AcronymLexicon.Concept
    var counts: [String: Int] = [:]
    var uses: [Range<Int>] = []
    var expansion: AcronymExpansionSearch.Found?
  }

  /// Lines are read together up to this length, so that phrases may cross them.
  private static let stretch = 1 << 15

  /// Fills empty cells of the entries whose concept is known.
  func complete(_ entries: inout [AcronymEntry], concepts: [Int?]) {
    var wanted = Trilingual<[Wanted]>(repeating: [])
    let poor = Language.allCases.filter { language in
      let kinds = sections.filter { $0.language == language }.map(\.kind)
      return !kinds.contains(.abstract) || !kinds.contains(.keywords)
    }
    guard !poor.isEmpty else { return }
    for (k, concept) in concepts.enumerated() {
      guard let concept, entries.indices.contains(k) else { continue }
      for language in poor
      where entries[k].acronyms[language].isEmpty || entries[k].expansions[language] == nil {
        wanted[language].append(Wanted(entry: k, concept: lexicon.concepts[concept]))
      }
    }
    guard wanted.values.contains(where: { !$0.isEmpty }) else { return }
    let scanner = AcronymScanner(forms: forms, lexicon: lexicon)
    for stretch in stretches() where !wanted[stretch.language].isEmpty {
      read(stretch, scanner, &wanted[stretch.language])
    }
    for language in Language.allCases {
      for found in wanted[language] { fill(&entries[found.entry], found, language) }
    }
  }

  private func read(_ stretch: Stretch, _ scanner: AcronymScanner, _ wanted: inout [Wanted]) {
    let text = GlossaryText(stretch.text)
    var source = AcronymSource(
      text: text, language: stretch.language, kind: .abstract, map: nil, whole: stretch.range)
    var ordinary = OrdinaryWords()
    source.candidates = scanner.candidates(in: text, stretch.language, ordinary: &ordinary)
    func place(_ range: Range<Int>) -> Range<Int> {
      stretch.range.lowerBound + range.lowerBound..<stretch.range.lowerBound + range.upperBound
    }
    let search = AcronymExpansionSearch(sources: [source], forms: forms, kazakh: kazakh)
    for k in wanted.indices {
      for candidate in source.candidates where !candidate.isDoubtful {
        guard wanted[k].concept.acronyms[stretch.language].contains(candidate.key) else { continue }
        wanted[k].counts[candidate.key, default: 0] += 1
        wanted[k].uses.append(place(candidate.range))
      }
      guard wanted[k].expansion == nil else { continue }
      for form in wanted[k].concept.expansions[stretch.language] {
        if var found = search.phrase(form, stretch.language) {
          found.place = place(found.range)
          wanted[k].expansion = found
          break
        }
      }
    }
  }

  private func fill(_ entry: inout AcronymEntry, _ found: Wanted, _ language: Language) {
    if entry.acronyms[language].isEmpty, !found.counts.isEmpty {
      let variants = found.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      // Short acronyms have many meanings: the expansion must stand there too.
      let isPlain = variants.allSatisfy { $0.unicodeScalars.count > 2 && lexicon.concepts(of: $0, language).count == 1 }
      if isPlain || found.expansion != nil {
        entry.acronyms[language] = variants
        entry.uses[language] = found.uses
        if variants.count > 1 {
          let reason = "\(language.tag) uses variants: \(variants.joined(separator: ", "))"
          entry.flag = entry.flag.map { $0 + "; " + reason } ?? reason
        }
      }
    }
    if entry.expansions[language] == nil, let expansion = found.expansion {
      entry.expansions[language] = expansion.text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
      entry.expansionRanges[language] = expansion.place
    }
  }

  /// Lines of one language in a row.
  private struct Stretch {
    var language: Language
    var text: String
    var range: Range<Int>
  }

  private func stretches() -> [Stretch] {
    let bytes = Array(document.text.utf8)
    var result: [Stretch] = []
    var start = 0
    for section in sections.map(\.range).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let end = min(section.lowerBound, bytes.count)
      if end > start { append(bytes, start..<end, to: &result) }
      start = max(start, min(section.upperBound, bytes.count))
    }
    if start < bytes.count { append(bytes, start..<bytes.count, to: &result) }
    return result
  }

  private func append(_ bytes: [UInt8], _ range: Range<Int>, to result: inout [Stretch]) {
    var language: Language?
    var start = range.lowerBound
    var line = range.lowerBound
    func close(_ end: Int) {
      if let language, end > start {
        result.append(
          Stretch(language: language, text: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end))
      }
      start = end
    }
    while line < range.upperBound {
      var end = line
      while end < range.upperBound, bytes[end] != 0x0A, end - line < Self.stretch { end += 1 }
      // Never inside a character.
      while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      let next = end < range.upperBound && bytes[end] == 0x0A ? end + 1 : end
      if let own = self.language(bytes[line..<end]) {
        if language != own || line - start > Self.stretch { close(line) }
        language = own
      }
      line = next
    }
    close(range.upperBound)
  }

  /// The language of a line; nil for a line with hardly any letters.
  private func language(_ line: ArraySlice<UInt8>) -> Language? {
    let letters = line.count { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 >= 0xC0 }
    guard letters >= 3 else { return nil }
    return identifier.identify(String(decoding: line, as: UTF8.self), among: Set(Language.allCases)).language.language
  }
}
