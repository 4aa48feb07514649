public import Lingua

/// Finds names that stand beside their translation in running text.
///
/// A gloss is believed for its shape: a quoted title before a quoted one in parentheses, a title before brackets, a reference that is
/// repeated in another language. A term before parentheses is believed only if the words translate each other.
public struct GlossFinder: Sendable {
  private let languages: GlossLanguages
  private let evidence: TermEvidence
  private let phrases: GlossEvidence
  private let romanization: Romanization

  /// A finder over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    try self.init(
      lexicons: lexicons, concepts: try ConceptLexicon(lexicons: lexicons),
      acronyms: try AcronymLexicon(lexicons: lexicons), romanization: try Romanization(lexicons: lexicons),
      translations: try TranslationTable(lexicons: lexicons))
  }

  init(
    lexicons: Lexicons, concepts: ConceptLexicon, acronyms: AcronymLexicon, romanization: Romanization,
    translations: TranslationTable
  ) throws(LexiconError) {
    let words = try KnownWords(lexicons: lexicons)
    languages = GlossLanguages(
      letters: GlossLetters(try Lookalikes(lexicons: lexicons)), words: words,
      romanized: try RomanizedRussian(words: words, lexicons: lexicons),
      identifier: try LanguageIdentifier(lexicons: lexicons))
    evidence = TermEvidence(concepts: concepts, acronyms: acronyms, romanization: romanization)
    phrases = try GlossEvidence(
      lexicons: lexicons, concepts: concepts, translations: translations, romanization: romanization, words: words)
    self.romanization = romanization
  }

  /// Longer texts are read in pieces of about so many bytes, so that memory does not grow with them.
  private static let piece = 1 << 20

  /// The glosses of a text, in their order.
  ///
  /// - Parameter text: a document's text; ranges are UTF-8 offsets in it.
  public func glosses(in text: String) -> [InlineGloss] {
    if text.utf8.count <= Self.piece { return glosses(in: text[...], from: 0) }
    var glosses: [InlineGloss] = []
    var rest = text[...]
    var offset = 0
    while !rest.isEmpty {
      // A piece ends where a line does: no gloss goes on after a paragraph.
      var end = rest.utf8.index(rest.startIndex, offsetBy: Self.piece, limitedBy: rest.endIndex) ?? rest.endIndex
      end = rest.utf8[end...].firstIndex(of: 0x0A).map { rest.utf8.index(after: $0) } ?? rest.endIndex
      glosses += self.glosses(in: rest[..<end], from: offset)
      offset += rest.utf8.distance(from: rest.startIndex, to: end)
      rest = rest[end...]
    }
    return glosses
  }

  private func glosses(in text: Substring, from offset: Int) -> [InlineGloss] {
    let text = GlossText(text, offset: offset)
    var glosses: [InlineGloss] = []
    let names = GlossNames(text: text, languages: languages, romanization: romanization)
    let reader = GlossReader(text: text, languages: languages, evidence: evidence, phrases: phrases, names: names)
    for place in text.scalars.indices {
      switch text.scalars[place] {
      case "(", "[": if let gloss = reader.gloss(openedAt: place) { glosses.append(gloss) }
      default: if let gloss = names.neighbours(at: place) { glosses.append(gloss) }
      }
    }
    return glosses
  }
}
