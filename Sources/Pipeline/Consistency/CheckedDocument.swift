internal import Lingua

/// A document's texts as the checks read them: what translates each other in a unit.
struct CheckedDocument {
  /// Texts that translate each other.
  struct Unit {
    enum Kind { case title, sentences, keyword }
    var kind: Kind
    /// The texts of each language in their order; a keyword or title has one or none.
    var texts: Trilingual<[CheckedText]>
    /// How sure it is that they translate each other.
    var score: Double
  }

  let analysis: DocumentAnalysis
  let units: [Unit]
  /// Languages whose keyword list runs on into other text, so that neither list nor abstract are what they seem.
  let broken: Set<Language>

  /// A keyword of more words is a sentence that the list swallowed.
  private static let longestKeyword = 12

  init(_ analysis: DocumentAnalysis, of document: Document, _ stems: inout WordStems) {
    self.analysis = analysis
    var units: [Unit] = []
    let titles = Trilingual(
      kk: Self.title(analysis, .kk, document, &stems), ru: Self.title(analysis, .ru, document, &stems),
      en: Self.title(analysis, .en, document, &stems))
    units.append(Unit(kind: .title, texts: titles, score: 1))
    let offsets = Trilingual(
      kk: Self.offsets(analysis, .kk), ru: Self.offsets(analysis, .ru), en: Self.offsets(analysis, .en))
    for bead in analysis.beads {
      var texts = Trilingual<[CheckedText]>(repeating: [])
      for language in Language.allCases {
        let section = analysis.section(.abstract, language)
        for k in bead.sentences[language] where analysis.sentences[language].indices.contains(k) {
          let sentence = analysis.sentences[language][k]
          var place = CheckedText.Place.whole(sentence.range)
          if let section, offsets[language].indices.contains(k), let offset = offsets[language][k] {
            place = .section(offset: offset, section.map, source: document.map)
          }
          texts[language].append(CheckedText(sentence.text, language, at: place, &stems))
        }
      }
      units.append(Unit(kind: .sentences, texts: texts, score: bead.score))
    }
    var broken: Set<Language> = []
    for row in analysis.keywords {
      var texts = Trilingual<[CheckedText]>(repeating: [])
      for language in Language.allCases {
        guard let term = row.terms[language], let range = row.ranges[language] else { continue }
        let text = CheckedText(term, language, at: .whole(range), &stems)
        if text.words.count > Self.longestKeyword { broken.insert(language) }
        texts[language] = [text]
      }
      units.append(Unit(kind: .keyword, texts: texts, score: 1))
    }
    self.units = units
    self.broken = broken
  }

  private static func title(
    _ analysis: DocumentAnalysis, _ language: Language, _ document: Document, _ stems: inout WordStems
  ) -> [CheckedText] {
    guard let title = analysis.section(.title, language), !title.text.isEmpty else { return [] }
    return [CheckedText(title.text, language, at: .section(offset: 0, title.map, source: document.map), &stems)]
  }

  /// Where each sentence of an abstract begins in the section's text; nil for one that is not found there.
  private static func offsets(_ analysis: DocumentAnalysis, _ language: Language) -> [Int?] {
    guard let section = analysis.section(.abstract, language) else { return [] }
    let bytes = Array(section.text.utf8)
    var position = 0
    return analysis.sentences[language].map { sentence in
      let wanted = Array(sentence.text.utf8)
      var start = position
      // Sentences tile the text but for blanks.
      while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
      guard start + wanted.count <= bytes.count, bytes[start..<start + wanted.count].elementsEqual(wanted) else {
        return nil
      }
      position = start + wanted.count
      return start
    }
  }
}
