import Testing

@testable import Lingua

@Suite struct LanguageModelTests {
  private static let whole = (try? Lexicons.embedded.bytes(of: LanguageModel.fileName)) ?? []

  private func damage(of bytes: [UInt8]) -> LexiconError.Damage? {
    do throws(LexiconError) {
      _ = try LanguageIdentifier(lexicons: Lexicons(origin: "test", files: [LanguageModel.fileName: bytes]))
      return nil
    } catch {
      guard case .damaged(let damage) = error.reason else { return nil }
      return damage
    }
  }

  /// `init()` would answer `und` were the embedded model broken; it is whole, also by its checksum.
  @Test func embeddedModelIsWhole() throws {
    #expect(Self.whole.count > 100_000)
    let files = [LanguageModel.fileName: Self.whole]
    let identifier = try LanguageIdentifier(lexicons: Lexicons(origin: "test", files: files))
    #expect(identifier.identify("Город большой и новый.") == LanguageIdentifier().identify("Город большой и новый."))
  }

  @Test func saysWhatIsDamaged() {
    #expect(damage(of: []) == .notThisKind)
    #expect(damage(of: Array("language\tword\nkk\tмен\n".utf8)) == .notThisKind)
    #expect(damage(of: Array(Self.whole.dropLast())) == .size(found: Self.whole.count - 1, expected: Self.whole.count))
    var other = Self.whole
    other[8] = 9
    #expect(damage(of: other) == .version(found: 9, expected: Int(LanguageModel.version)))
    for place in [70, LanguageModel.headerSize + LetterTable.size + 3, Self.whole.count - 1] {
      var edited = Self.whole
      edited[place] ^= 0x40
      #expect(damage(of: edited) == .content)
    }
  }

  @Test func foldsLettersTheSameInEveryForm() throws {
    let table = try LetterTable.unicodeBytes()
    #expect(table.count == LetterTable.size)
    let model = try LanguageModel(Lexicons.embedded.mappedBytes(of: LanguageModel.fileName))
    model.withFile { file in
      let letters = LanguageModel.letters(of: file)
      #expect((0..<LetterTable.size).allSatisfy { letters.folds[$0] == table[$0] })
    }
  }
}
