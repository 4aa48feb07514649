internal import Lingua

/// What a document gives to the search for terms: the words of its beads and titles, and the phrases that may be terms.
public struct DocumentTerms: Sendable {
  /// A word of a bead or title.
  struct Word: Sendable {
    /// The number of its stem.
    var stem: UInt32
    /// Where it stands in `text`, and where its sentence does.
    var start: UInt32
    var end: UInt32
    var offset: UInt32
    /// The sentence, by its number in the document.
    var sentence: UInt32
    var tags: TermWordTags
  }

  /// A phrase that may be a term.
  struct Phrase: Sendable {
    /// The first word and the number of words, in those of the unit's language.
    var first: UInt16
    var count: UInt8
    /// Which of its words is the head.
    var head: UInt8
  }

  /// What of each language translates each other: a bead, or the titles.
  struct Unit: Sendable {
    /// The bead's number, -1 for the titles.
    var bead: Int32
    var words: Trilingual<Range<Int>>
    var phrases: Trilingual<Range<Int>>
  }

  /// The document's name.
  public internal(set) var name: String
  private(set) var units: [Unit] = []
  private(set) var words = Trilingual<[Word]>(repeating: [])
  private(set) var phrases = Trilingual<[Phrase]>(repeating: [])
  /// The sentences that words stand in, one after the other.
  private(set) var text = Trilingual<[UInt8]>(repeating: [])
  /// The stems by number, and of each the form that stands first in the order of bytes.
  private(set) var stems = Trilingual<ByteStrings>(repeating: ByteStrings())
  private(set) var forms = Trilingual<ByteStrings>(repeating: ByteStrings())

  /// The number that a title has instead of a sentence's.
  static let title = UInt32.max
  /// What of a bead is looked at in each language, so that the work is linear in the length of a document.
  static let longest = 200

  /// - Parameters:
  ///   - document: the document.
  ///   - sentences: its sentences in words.
  ///   - reader: what reads the words.
  init(_ document: DocumentAnalysis, _ sentences: Trilingual<[GlossaryText]>, _ reader: inout TermWordReader) {
    name = document.name
    var types = Trilingual<Types>(repeating: Types())
    var unit = Unit(
      bead: -1, words: Trilingual(repeating: 0..<0), phrases: Trilingual(repeating: 0..<0))
    for language in Language.allCases {
      let title = document.section(.title, language)?.text
      add(title.map { [(Self.title, GlossaryText($0))] } ?? [], language, &unit, &types, &reader)
    }
    if unit.words.values.count(where: { !$0.isEmpty }) > 1 { units.append(unit) }
    for (number, bead) in document.beads.enumerated() {
      unit = Unit(
        bead: Int32(number), words: Trilingual(repeating: 0..<0), phrases: Trilingual(repeating: 0..<0))
      for language in Language.allCases {
        let numbers = bead.sentences[language].filter { sentences[language].indices.contains($0) }
        add(numbers.map { (UInt32($0), sentences[language][$0]) }, language, &unit, &types, &reader)
      }
      if unit.words.values.count(where: { !$0.isEmpty }) > 1 { units.append(unit) }
    }
    for language in Language.allCases {
      stems[language] = ByteStrings(types[language].stems)
      forms[language] = ByteStrings(types[language].forms)
    }
  }

  /// The stems of a language while they are gathered.
  private struct Types {
    var stems: [[UInt8]] = []
    var forms: [[UInt8]] = []
    var numbers: [[UInt8]: UInt32] = [:]

    mutating func number(_ stem: [UInt8], _ form: [UInt8]) -> UInt32 {
      if let known = numbers[stem] {
        if form.lexicographicallyPrecedes(forms[Int(known)]) { forms[Int(known)] = form }
        return known
      }
      let number = UInt32(stems.count)
      numbers[stem] = number
      stems.append(stem)
      forms.append(form)
      return number
    }
  }

  private mutating func add(
    _ sentences: [(number: UInt32, text: GlossaryText)], _ language: Language, _ unit: inout Unit,
    _ types: inout Trilingual<Types>, _ reader: inout TermWordReader
  ) {
    let firstWord = words[language].count
    let firstPhrase = phrases[language].count
    for sentence in sentences {
      guard words[language].count - firstWord < Self.longest else { break }
      let offset = text[language].count
      text[language].append(contentsOf: sentence.text.bytes)
      var tags: [TermWordTags] = []
      let base = words[language].count - firstWord
      for word in TermText(sentence.text).words.prefix(Self.longest - base) {
        let reading = reader.reading(word, language)
        var wordTags = reading.tags
        if word.isParted || tags.isEmpty { wordTags.insert(.parted) }
        words[language].append(
          Word(
            stem: types[language].number(reading.stem, word.letters), start: UInt32(offset + word.range.lowerBound),
            end: UInt32(offset + word.range.upperBound),
            offset: UInt32(offset), sentence: sentence.number, tags: wordTags))
        tags.append(wordTags)
      }
      TermPhrases.each(tags, language) { range, head in
        phrases[language].append(
          Phrase(
            first: UInt16(base + range.lowerBound), count: UInt8(range.count), head: UInt8(head - range.lowerBound)))
      }
    }
    unit.words[language] = firstWord..<words[language].count
    unit.phrases[language] = firstPhrase..<phrases[language].count
  }
}

extension DocumentTerms {
  /// An order of documents by what is in them, so that the order in which they come does not matter.
  func precedes(_ other: DocumentTerms) -> Bool {
    if name != other.name { return name < other.name }
    for language in Language.allCases where text[language] != other.text[language] {
      return text[language].lexicographicallyPrecedes(other.text[language])
    }
    return false
  }
}
