import TestSupport
import Testing

@testable import Lingua

@Suite struct TranslationTableTests {
  private static let bytes = Result { try Lexicons.embedded.bytes(of: TranslationTable.fileName) }

  private func open(_ bytes: [UInt8]) throws -> TranslationTable {
    try TranslationTable(
      lexicons: Lexicons(origin: "test", files: [TranslationTable.fileName: bytes]))
  }

  @Test func theShippedTableIsWhole() throws {
    let bytes = try Self.bytes.get()
    #expect(bytes.count < 3_500_000)
    // A copy is looked at row by row; the embedded one is trusted.
    let copy = try open(bytes)
    let table = try TranslationTable()
    #expect(table.sources == copy.sources && !table.sources.isEmpty)
    // Whoever changes the Kazakh stemmer's tables trains this one anew: see lexicons/README.md.
    #expect(table.stemmerHash == (try TranslationTable.stemmerHash(table.scheme, lexicons: .embedded)))
    for language in Language.allCases { #expect(table.stemCount(language) > 4000) }
  }

  @Test(arguments: [
    ("мемлекеттің", Language.kk, "государство", Language.ru), ("мемлекет", .kk, "states", .en),
    ("развитие", .ru, "development", .en), ("ДАМУЫНА", .kk, "развитию", .ru), ("year", .en, "жыл", .kk),
    ("құжат", .kk, "документов", .ru),
  ])
  func itKnowsFrequentWords(_ word: String, _ source: Language, _ other: String, _ target: Language) throws {
    let table = try TranslationTable()
    let candidates = table.candidates(word, from: source, to: target)
    #expect(candidates.prefix(3).contains { other.hasPrefix($0.stem) }, "\(candidates)")
    #expect(candidates.allSatisfy { $0.probability > 0 && $0.probability <= 1 })
    #expect(zip(candidates, candidates.dropFirst()).allSatisfy { $0.probability >= $1.probability })
    #expect(table.frequency(word, source) > 0)
  }

  @Test(arguments: ["", "1", "—", "ქართული", "ωmega", "zzzzzzzz", "\u{0}"])
  func strangersAreUnknown(_ word: String) throws {
    let table = try TranslationTable()
    for source in Language.allCases {
      for target in Language.allCases { #expect(table.candidates(word, from: source, to: target).isEmpty) }
      #expect(table.frequency(word, source) == 0)
    }
  }

  @Test func aFileOfAnotherKindIsRefused() throws {
    for bytes in [[], Array("kk\tru\ten\n".utf8), [UInt8](repeating: 0, count: 4096)] {
      #expect(
        throws: LexiconError(file: TranslationTable.fileName, line: 0, reason: .damaged(.notThisKind))
      ) { try open(bytes) }
    }
    var bytes = try Self.bytes.get()
    bytes[8] = 2
    #expect(
      throws: LexiconError(
        file: TranslationTable.fileName, line: 0, reason: .damaged(.version(found: 2, expected: 1)))
    ) { try open(bytes) }
  }

  @Test func aFileThatIsCutShortIsRefused() throws {
    let bytes = try Self.bytes.get()
    for count in Array(16..<200) + [1000, bytes.count / 2, bytes.count - 1] {
      #expect(throws: LexiconError.self) { try open(Array(bytes.prefix(count))) }
    }
    #expect(throws: LexiconError.self) { try open(bytes + [0]) }
  }

  /// Whatever is wrong, it is refused or harmless.
  @Test(arguments: 0..<60) func aDamagedFileNeverTraps(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = try Self.bytes.get()
    // The header is the more dangerous part.
    let end = seed.isMultiple(of: 2) ? 176 : bytes.count
    for _ in 0..<4 { bytes[Int.random(in: 8..<end, using: &generator)] = .random(in: 0...255, using: &generator) }
    guard let table = try? open(bytes) else { return }
    for word in ["мемлекет", "государство", "state", "а", "я", "zoo"] {
      for source in Language.allCases {
        for target in Language.allCases {
          #expect(table.candidates(word, from: source, to: target).allSatisfy { $0.probability <= 1 })
        }
      }
    }
  }
}
