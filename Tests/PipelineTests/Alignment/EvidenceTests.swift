import Lingua
import Testing

@testable import Pipeline

@Suite struct EvidenceTests {
  private struct Token: Equatable {
    var kind: TokenKind
    var text: String
  }

  private func tokens(_ text: String) -> [Token] {
    var scanner = TokenScanner()
    var found: [Token] = []
    _ = scanner.scan(text, limit: 100) { kind, codes, _ in
      found.append(
        Token(kind: kind, text: kind == .number ? String(decoding: codes, as: UTF8.self) : "\(codes.count)"))
    }
    return found
  }

  private func numbers(_ text: String) -> [String] { tokens(text).filter { $0.kind == .number }.map(\.text) }

  @Test(arguments: [
    ("XX ғасыр", ["20"]), ("ХХ век", ["20"]), ("ХІХ ғасырда", ["19"]), ("XIX century", ["19"]),
    ("IV, VIII", ["4", "8"]), ("I think", []), ("СМ, МХС, ХХХХ, IIX, VX", []), ("xix", []),
    ("25 %", ["25"]), ("1 234 567 тенге", ["1234567"]), ("1\u{A0}234,5", ["1234.5"]), ("1,234.5", ["1234.5"]),
    ("2019 2020", ["2019", "2020"]), ("12 345 және 7", ["12345", "7"]), ("3.5.", ["3.5"]),
    ("10 20", ["10", "20"]),
    ("COVID-19", ["19"]), ("", []), ("1000 000", ["1000", "000"]),
  ])
  func numbersAreRead(_ text: String, _ expected: [String]) { #expect(numbers(text) == expected) }

  @Test func softHyphensAndAccentsDoNotCutWords() {
    #expect(tokens("инте\u{AD}грация") == [Token(kind: .word, text: "10")])
    #expect(tokens("дорога\u{301}я") == [Token(kind: .word, text: "7")])
    #expect(tokens("ЕАЭО-ны") == [Token(kind: .capitals, text: "4"), Token(kind: .word, text: "2")])
    #expect(tokens("Өсім 5%?").map(\.kind) == [.word, .number, .sign, .sign])
  }

  /// Whether a kind of evidence gives two words a common key.
  private func linked(
    _ evidence: any WordEvidence, _ a: String, _ aLanguage: Language, _ b: String, _ bLanguage: Language
  ) -> Bool {
    func keys(_ text: String, _ language: Language) -> Set<UInt64> {
      var scanner = TokenScanner()
      var keys: [EvidenceKey] = []
      _ = scanner.scan(text, limit: 100) { kind, codes, _ in
        evidence.append(keysOf: codes, kind: kind, language: language, to: &keys)
      }
      return Set(keys.map(\.key))
    }
    return !keys(a, aLanguage).isDisjoint(with: keys(b, bLanguage))
  }

  @Test(arguments: [
    ("интеграция", "integration", true), ("ИНТЕГРАЦИЯСЫНЫҢ", "Integration", true),
    ("Қазақстан", "Kazakhstan", true),
    ("технология", "technologies", true), ("философия", "philosophy", true), ("хроника", "chronicle", true),
    ("журнал", "journal", true), ("процесс", "process", true), ("жұмыс", "work", false),
    ("ауыл", "rural", false),
    ("интеграция", "intellect", false), ("су", "su", false),
  ])
  func cognates(_ kk: String, _ en: String, _ expected: Bool) throws {
    let evidence = CognateEvidence(romanization: try Romanization())
    #expect(linked(evidence, kk, .kk, en, .en) == expected)
  }

  @Test(arguments: [
    ("ЕАЭО-ның", Language.kk, "ЕАЭС", Language.ru, true), ("ЕАЭС", .ru, "EAEU", .en, true),
    ("ЕЭО", .kk, "the EAEU", .en, true), ("ТМД", .kk, "CIS", .en, true), ("еаэс", .ru, "EAEU", .en, false),
    ("ЕАЭС", .ru, "CIS", .en, false),
  ])
  func acronyms(_ a: String, _ aLanguage: Language, _ b: String, _ bLanguage: Language, _ expected: Bool)
    throws
  {
    #expect(linked(try AcronymEvidence(AcronymLexicon()), a, aLanguage, b, bLanguage) == expected)
  }

  @Test func latinWordsAndSigns() {
    #expect(linked(LatinEvidence(), "Python тілінде", .kk, "in Python", .en))
    #expect(!linked(LatinEvidence(), "тілінде", .kk, "тілінде", .ru))
    #expect(linked(PunctuationEvidence(), "неге?", .kk, "why?", .en))
    #expect(!linked(PunctuationEvidence(), "неге.", .kk, "why.", .en))
  }

  @Test func lengths() {
    let evidence = LengthEvidence(ratio: 0.95, variance: 3, weight: 1)
    #expect(evidence.misfit(100, 95) == 0)
    #expect(evidence.score(100, 95) > evidence.score(100, 120))
    #expect(evidence.score(100, 120) > evidence.score(100, 200))
    // A short pair that fits says more than a long one; a long one may be farther off.
    #expect(evidence.score(20, 19) > evidence.score(400, 380))
    #expect(evidence.misfit(20, 39) > evidence.misfit(400, 400))
    #expect(evidence.score(0, 0) == 0)
    // However far off, a bead stays possible.
    #expect(evidence.score(1e9, 0) > -200)
  }
}
