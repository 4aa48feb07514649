import Testing

@testable import Lingua

@Suite struct ConceptIndexTests {
  @Test func theCompiledIndexIsCurrent() throws {
    #expect(
      try ConceptIndex.isCurrent(),
      "lexicons/learned/concepts.bin was compiled from other tables: run `make lexicons`, then build again")
  }

  /// Looks words up in the index that was built in and in one made now: they must agree.
  @Test(arguments: [
    ("экономикасы", Language.kk), ("исследований", .ru), ("studies", .en), ("Қазақстанның", .kk), ("жоқсөз", .kk),
    ("", .en), ("a", .en),
  ])
  func compilingGivesWhatIsBuiltIn(word: String, language: Language) throws {
    let index = try #require(ConceptIndex(MappedBytes(try ConceptIndex.compile(.embedded))))
    let made = ConceptLexicon(index: index)
    let builtIn = try ConceptLexicon()
    #expect(made.matches(word, language) == builtIn.matches(word, language))
    #expect(made.count == builtIn.count)
  }

  @Test func compilingTwiceGivesTheSameBytes() throws {
    #expect(try ConceptIndex.compile(.embedded) == ConceptIndex.compile(.embedded))
  }

  @Test func aChangedTableTakesEffect() throws {
    let table = Array("kk\tru\ten\nзымырандама\tракетница\tflaregun\n".utf8)
    let changed = Lexicons(origin: "test", files: ["concepts/names.tsv": table])
    #expect(try ConceptLexicon(lexicons: changed).matches("flaregun", .en).count == 1)
    #expect(try ConceptLexicon().matches("flaregun", .en).isEmpty)
    #expect(try ConceptIndex.compiled(of: changed) == nil)
  }

  @Test func aTableOfOnesOwnTakesEffect() throws {
    let table = Lexicons.Addition(path: "own.tsv", bytes: Array("en\tru\tkk\nflaregun\tракетница\tзымырандама\n".utf8))
    let lexicon = try ConceptLexicon(lexicons: try Lexicons.embedded.adding(table))
    let english = lexicon.matches("flareguns", .en).map(\.concept)
    #expect(english == lexicon.matches("зымырандаманы", .kk).map(\.concept))
    #expect(english == [try ConceptLexicon().count])
  }

  @Test func aBrokenTableOfOnesOwnIsRefused() throws {
    let table = Lexicons.Addition(path: "own.tsv", bytes: Array("kk\tru\ten\nсу\tвода\twater\nсу\tвода\n".utf8))
    let error = #expect(throws: BrokenLexicon.self) { try Lexicons.embedded.adding(table) }
    #expect(error?.findings.map(\.place) == [.init(file: "own.tsv", line: 3)])
  }

  /// Whatever bytes stand in the file's place, reading it answers with nothing and does not trap.
  @Test func damagedIndexesAreNotUsed() throws {
    let bytes = try ConceptIndex.compile(
      Lexicons(origin: "test", files: ["acronyms.tsv": Array("kk_expansion\tru_expansion\ten_expansion\n".utf8)]))
    for count in [0, 7, 8, 24, 59, 60, bytes.count - 1] {
      #expect(ConceptIndex(MappedBytes(Array(bytes.prefix(count)))) == nil)
    }
    for place in [0, 8, 25, 29, 33] {
      var changed = bytes
      changed[place] ^= 0xFF
      #expect(ConceptIndex(MappedBytes(changed)) == nil)
    }
    #expect(ConceptIndex(MappedBytes(bytes)) != nil)
  }

  @Test func theHashSeesEveryByteAndTheOrder() {
    func hash(_ parts: [[UInt8]]) -> UInt64 {
      var hash = WordwiseHash()
      for part in parts { hash.add(MappedBytes(part)) }
      return hash.value
    }
    let text = Array("the quick brown fox jumps over the lazy dog".utf8)
    var seen: Set<UInt64> = [hash([text]), hash([text, []]), hash([[], text]), hash([Array(text.reversed())])]
    #expect(seen.count == 4)
    for k in text.indices {
      var changed = text
      changed[k] ^= 1
      #expect(seen.insert(hash([changed])).inserted)
      #expect(seen.insert(hash([Array(text[..<k]), Array(text[k...])])).inserted || k == 0)
    }
  }
}
