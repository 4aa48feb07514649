import Testing

@testable import Lingua

@Suite struct LostLetterTests {
  // Written for these tests.
  static let page = """
    Облыс орталығында жаңа кітапхана ашылды. Оқырмандар енді қажетті басылымдарды үйде отырып таңдай алады. Мекеме \
    басшысының айтуынша, қордағы сирек кездесетін қолжазбалардың көшірмесі жасалып жатыр. Бұл жұмысқа өңірдегі \
    жоғары оқу орындарының студенттері де көмектесіп жүр. Келесі жылы мұндай орталықтар барлық ірі қалаларда ашылмақ.
    """
  static let russian = """
    В областном центре открылась новая библиотека. Теперь читатели могут выбирать нужные издания, не выходя из дома. \
    По словам руководителя, с редких рукописей снимают копии, и в этой работе помогают студенты местных вузов. \
    Такие центры в будущем году должны появиться во всех крупных городах страны.
    """

  /// What a Russian model makes of Kazakh letters.
  private func damaged(_ text: String) -> String {
    let letters: [Character: Character] = [
      "қ": "к", "ғ": "г", "ң": "н", "ү": "у", "ұ": "у", "ө": "е", "ә": "э", "і": "1", "һ": "х", "Қ": "К", "Ғ": "Г",
      "Ө": "@",
      "Ұ": "У", "Ү": "У", "Ә": "Э", "І": "1",
    ]
    return String(text.map { letters[$0] ?? $0 })
  }

  private func repaired(_ text: String, without disabled: Set<EditRule> = []) throws -> NormalizedText {
    try ScanNormalizer(without: disabled).normalize(text)
  }

  @Test func givesLettersBack() throws {
    let input = damaged(Self.page)
    let result = try repaired(input)
    let (got, wanted) = (result.text.split(separator: " "), Self.page.split(separator: " "))
    try #require(got.count == wanted.count)
    let wrong = zip(got, wanted).filter { $0 != $1 }
    #expect(wrong.count <= 2, "\(wrong)")
    #expect(try result.edits.replay(on: input) == result.text)
    #expect(result.edits.contains { $0.rule == LostLetters.rule && $0.confidence < 1 && $0.confidence > 0 })
    #expect(try repaired(result.text).edits.isEmpty)
  }

  @Test func staysOffWhenSwitchedOff() throws {
    let input = damaged(Self.page)
    let edits = try repaired(input, without: [LostLetters.rule]).edits
    #expect(!edits.contains { $0.rule == LostLetters.rule })
  }

  @Test(arguments: [
    page, russian, page.uppercased(), russian.uppercased(), "Бул кун", "", "ТОО «Ромашка», г. Алматы, ул. Абая, 10!",
    russian + "\n" + page, "The library has opened. " + russian,
  ]) func leavesSoundTextAlone(_ text: String) throws {
    #expect(try repaired(text).edits.filter { $0.rule == LostLetters.rule } == [])
  }

  @Test func repairsOnlyTheKazakhPartOfAPage() throws {
    let english = "A new library has opened in the centre of the region, and readers choose their books at home."
    let input = [Self.russian, damaged(Self.page), english].joined(separator: "\n\n")
    let result = try repaired(input)
    #expect(result.text.hasPrefix(Self.russian) && result.text.hasSuffix(english))
    #expect(result.text.contains("кітапхана") && result.text.contains("көмектесіп"))
  }

  @Test(arguments: [
    ("деді", "дед!", "деді"), ("Өткен", "@ткен", "Өткен"), ("көмектесіп", "кемектес1п", "көмектесіп"),
    ("үшін", "уш1н", "үшін"), ("БІЛІМ", "Б1Л1М", "БІЛІМ"), ("17-ші", "17-ш!", "17-ші"), ("«жаңа»", "«жана»", "«жаңа»"),
    ("келді!", "келд!!", "келді!"),
  ]) func restoresWord(_: String, read: String, expected: String) throws {
    let input = damaged(Self.page) + " Сол кун " + read + " сонда деп жазылган."
    #expect(try repaired(input).text.hasSuffix(" " + expected + " сонда деп жазылған."))
  }

  /// Letters that are back let other repairs see more; they must see it at once.
  @Test(arguments: ["Ол б1рдеKі сонда.", "- ХХ1 гасырда да солай.", "Табыс-ка жету киын.", "Соны tен 1стер."])
  func repairsAllAtOnce(_ sentence: String) throws {
    let once = try repaired(damaged(Self.page) + "\n" + sentence).text
    #expect(try repaired(once).edits.isEmpty, "\(once)")
  }

  @Test func takesLongTextsAndOddBytes() throws {
    let long = String(repeating: damaged(Self.page) + "\n", count: 40)
    #expect(try repaired(long).text.contains("кітапхана"))
    let word = String(repeating: "керек1", count: 5_000)
    #expect(try repaired(damaged(Self.page) + " " + word).text.hasSuffix(word))
    var bytes = Array(damaged(Self.page).utf8.dropLast()) + [0xD0]
    #expect(throws: Never.self) { try ScanNormalizer().normalize(&bytes, recordingEdits: true) }
  }
}
