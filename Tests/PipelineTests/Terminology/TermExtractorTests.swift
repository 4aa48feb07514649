import Foundation
import Lingua
import TestSupport
import Testing

@testable import Pipeline

/// Terms are found in the beads of invented abstracts, whatever the order of the documents and the forms of the words.
@Suite struct TermExtractorTests {
  struct Corpus: Decodable, Sendable {
    struct Words: Decodable, Sendable {
      var kk, ru, en: String
      var all: Trilingual<String> { Trilingual(kk: kk, ru: ru, en: en) }
    }
    struct Article: Decodable, Sendable {
      var name: String
      var title: Words
      var beads: [Words]
    }
    var documents: [Article]
    var terms: [Words]
  }

  private static let extractor = Result { try TermExtractor() }
  private static let corpus = Result {
    try JSONDecoder().decode(Corpus.self, from: try Fixtures.data("synthetic/terms.json"))
  }

  /// The article with its text put through `change`, in some of its languages.
  private func analysis(
    _ article: Corpus.Article, languages: [Language] = Language.allCases, _ change: (String) -> String = { $0 }
  ) -> DocumentAnalysis {
    var sections: [Section] = []
    var sentences = Trilingual<[Sentence]>(repeating: [])
    var beads: [Bead] = []
    for language in languages {
      let text = change(article.title.all[language])
      sections.append(
        Section(
          language: language, kind: .title, text: text, label: nil, range: 0..<text.utf8.count, map: OffsetMap([])))
    }
    for bead in article.beads {
      var numbers = Trilingual<[Int]>(repeating: [])
      for language in languages {
        numbers[language] = [sentences[language].count]
        sentences[language].append(Sentence(text: change(bead.all[language]), range: 0..<1))
      }
      beads.append(Bead(numbers, score: 1))
    }
    return DocumentAnalysis(
      name: article.name, sections: sections, sentences: sentences, beads: beads, keywords: [], acronyms: [])
  }

  private func triples(
    _ articles: [Corpus.Article], languages: [Language] = Language.allCases, _ change: (String) -> String = { $0 }
  ) throws -> [TermTriple] {
    let extractor = try Self.extractor.get()
    return extractor.triples(
      of: articles.map { extractor.candidates(of: analysis($0, languages: languages, change)) })
  }

  /// The stems of the words of a term, as a triple has them.
  private func stems(_ term: Trilingual<String>) throws -> Trilingual<String> {
    var stemmers = try Stemmers()
    var result = Trilingual(repeating: "")
    for language in Language.allCases {
      result[language] = TermText.words(of: term[language])
        .map { String(decoding: TermStem.of($0, language, &stemmers), as: UTF8.self) }.joined(separator: " ")
    }
    return result
  }

  static let changes: [@Sendable (String) -> String] = [
    { $0 }, { $0.uppercased() },
    { $0.replacingOccurrences(of: " ", with: "\u{A0}") },
    { $0.unicodeScalars.map { $0 == "т" ? "т\u{AD}" : String($0) }.joined() },
  ]

  @Test("Terms are found in every form of text, most of them before the rest", arguments: changes.indices)
  func finds(change: Int) throws {
    let corpus = try Self.corpus.get()
    let found = try triples(corpus.documents, Self.changes[change])
    let best = Set(found.prefix(20).map(\.stems))
    let missing = try corpus.terms.filter { !best.contains(try stems($0.all)) }
    #expect(missing.isEmpty, "\(missing.map(\.ru))")
    #expect(found.allSatisfy { $0.probability > 0 && $0.probability < 1 && $0.beads > 0 })
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.probability >= $1.probability })
  }

  @Test("Inflected forms are gathered under one term, with the places where they stand")
  func forms() throws {
    let corpus = try Self.corpus.get()
    let found = try triples(corpus.documents)
    let key = try stems(Trilingual(kk: "жел турбинасы", ru: "ветровая турбина", en: "wind turbine"))
    let triple = try #require(found.first { $0.stems == key })
    #expect(triple.beads == 4 && triple.documents == [0, 1])
    #expect(triple.forms.kk.first?.text.lowercased() == "жел турбинасы")
    #expect(triple.forms.ru.first?.text.lowercased() == "ветровая турбина")
    #expect(triple.forms.ru.count > 1 && triple.forms.ru.map(\.count).reduce(0, +) == 4)
    #expect(triple.forms.kk.map(\.titles).reduce(0, +) == 1)
    for language in Language.allCases {
      #expect(triple.occurrences[language].count == 4)
      for occurrence in triple.occurrences[language] {
        let article = corpus.documents[occurrence.document]
        let text = occurrence.bead.map { article.beads[$0].all[language] } ?? article.title.all[language]
        let bytes = Array(text.utf8)
        let printed = String(decoding: bytes[occurrence.range], as: UTF8.self)
        #expect(triple.forms[language].contains { $0.text == printed })
      }
    }
  }

  @Test("The order of the documents changes nothing but their numbers")
  func order() throws {
    let articles = try Self.corpus.get().documents
    let expected = try triples(articles)
    for shift in [1, 5, 11] {
      let turned = Array(articles[shift...] + articles[..<shift])
      let found = try triples(shift == 5 ? turned.reversed() : turned)
      #expect(found.map(\.stems) == expected.map(\.stems))
      #expect(found.map(\.probability) == expected.map(\.probability))
      #expect(found.map(\.forms) == expected.map(\.forms))
    }
  }

  @Test("Two languages give pairs, which are less sure, and one language gives nothing")
  func languages() throws {
    let articles = try Self.corpus.get().documents
    let pairs = try triples(articles, languages: [.ru, .en])
    #expect(pairs.allSatisfy { $0.languages == [.ru, .en] && $0.forms.kk.isEmpty && $0.occurrences.kk.isEmpty })
    #expect(pairs.contains { $0.forms.ru.contains { $0.text.lowercased() == "капельное орошение" } })
    let best = try #require(try triples(articles).first)
    #expect(pairs.allSatisfy { $0.probability < best.probability })
    #expect(try triples(articles, languages: [.kk]).isEmpty)
    #expect(try triples([]).isEmpty)
    #expect(try triples(articles) { _ in "" }.isEmpty)
    #expect(try triples(articles) { _ in "1, 2; (…) « »" }.isEmpty)
  }

  @Test("A bead of many words costs no more than its beginning")
  func huge() throws {
    let article = try #require(try Self.corpus.get().documents.first)
    let extractor = try Self.extractor.get()
    let terms = extractor.candidates(of: analysis(article) { text in String(repeating: text + " ", count: 300) })
    #expect(Language.allCases.allSatisfy { terms.words[$0].count <= 3 * DocumentTerms.longest })
    _ = extractor.triples(of: [terms])
  }

  @Test(
    "What grammar builds, and what it does not",
    arguments: [
      (Language.ru, "обработка больших массивов", "обработка|массивов"),
      (.ru, "система защищает", "система"),
      (
        .ru, "цифровая экономика региона",
        "цифровая экономика региона|цифровая экономика|экономика региона|экономика|региона"
      ),
      (
        .kk, "ешкі сүтінің майлылығы артады",
        "ешкі|ешкі сүтінің|ешкі сүтінің майлылығы|сүтінің|сүтінің майлылығы|майлылығы"
      ),
      (.kk, "мәселені шешіп", "мәселені"),
      (
        .en, "thickness of the river ice",
        "thickness|thickness of the river|thickness of the river ice|river|river ice|ice"
      ),
      (.en, "quickly fermented milk", "fermented milk|milk"),
    ])
  func phrases(language: Language, text: String, expected: String) throws {
    let lexicons = Lexicons.embedded
    let kazakh = try KazakhStemmer(lexicons: lexicons)
    let tagger = TermTagger(vocabulary: try TermVocabulary(lexicons: lexicons, kazakh: kazakh))
    var reader = TermWordReader(tagger, kazakh: kazakh)
    let words = TermText(text).words
    let tags = words.map { word in
      let tags = reader.reading(word, language).tags
      return word.isParted ? tags.union(.parted) : tags
    }
    var found: Set<String> = []
    let bytes = Array(text.utf8)
    TermPhrases.each(tags, language) { range, _ in
      let start = words[range.lowerBound].range.lowerBound, end = words[range.upperBound - 1].range.upperBound
      found.insert(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    #expect(found == Set(expected.split(separator: "|").map(String.init)))
  }
}
