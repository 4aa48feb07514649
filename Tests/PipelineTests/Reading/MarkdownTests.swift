import Lingua
import Pipeline
import TestSupport
import Testing

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("# Кіріспе", "Кіріспе"), ("### Аннотация ###", "Аннотация"), ("#hashtag", "#hashtag"),
    ("Abstract\n===\ntext", "Abstract\n\ntext"), ("Тақырып\n---\n", "Тақырып\n\n"),
    ("**Keywords:** *a*, _b_, __c__", "Keywords: a, b, c"), ("***bold italic***", "bold italic"),
    ("snake_case_name және 2*3*4", "snake_case_name және 234"), ("a * b * c", "a * b * c"), ("5 * 3", "5 * 3"),
    ("**Түйін сөздер**: экономика", "Түйін сөздер: экономика"), ("~~жоқ~~ бар", "жоқ бар"),
    ("Иванов<sup>1</sup>, H<sub>2</sub>O", "Иванов1, H2O"), ("a < b and c > d", "a < b and c > d"),
    ("one<br>two<br/>\nthree", "one\ntwo\nthree"), ("<a href=\"x\" class=y>link</a>", "link"),
    ("[текст](http://example.org/a_(b) \"title\") end", "текст end"), ("![сурет](a.png)", "сурет"),
    ("as in [1], [2, 3] and [4](not a link)", "as in [1], [2, 3] and [4](not a link)"),
    ("[site][s]\n\n[s]: https://example.org", "site\n\n"), ("[![alt](i.png)](u)", "alt"),
    ("<https://example.org> <a@example.org>", "https://example.org a@example.org"),
    ("\\*not\\* \\# \\\\", "*not* # \\"), ("C:\\dir", "C:\\dir"), ("one\\\ntwo", "one\ntwo"),
    ("a<!-- no -->b", "ab"), ("<!-- one\ntwo -->\nthree", "\n\nthree"),
    ("`**code**` and ``a`b``", "**code** and a`b"), ("a ` b", "a ` b"),
    ("```swift\nlet *x* = 1\n```\nend", "\nlet *x* = 1\n\nend"),
    ("- *one*\n* two\n1. three", "- one\n* two\n1. three"), ("> quoted *text*\n>> deep", "quoted text\ndeep"),
    ("* * *", ""), ("a&nbsp;b &laquo;c&raquo; &#1179; &#x49B; &unknown; R&D", "a\u{A0}b «c» қ қ &unknown; R&D"),
    ("| a | b |\n|---|:-:|\n| c | d |", "| a | b |\n\n| c | d |"), ("*emphasis\nover lines*", "emphasis\nover lines"),
    ("**open and never closed", "**open and never closed"), ("", ""), ("\r\n# A\r\nb", "\r\nA\r\nb"),
  ])
  func takesMarkupAway(source: String, plain: String) throws {
    let result = Markdown.plainText(of: source)
    #expect(Array(result.text.utf8) == Array(plain.utf8), "\(result.text)")
    #expect(try result.edits.replay(on: source) == result.text)
  }

  @Test func leadsBackToTheSource() {
    let source = "## Аңдатпа\n\n**Мақалада** [нарық](http://example.org) қаралды.\n"
    let document = Document(name: "a.md", text: source, format: .markdown)
    #expect(document.text == "Аңдатпа\n\nМақалада нарық қаралды.\n")
    let bytes = Array(source.utf8)
    for word in ["Аңдатпа", "Мақалада", "нарық", "қаралды"] {
      let start = Array(document.text.utf8).firstRange(of: Array(word.utf8))?.lowerBound ?? -1
      let range = document.map.inputRange(of: start..<start + word.utf8.count)
      #expect(String(decoding: bytes[range], as: UTF8.self) == word)
    }
  }

  @Test(arguments: [
    ("---\ntitle: Су\nkeywords:\n  - су\n# note\n---\n# Дала", "Дала"),
    ("---\r\ntitle: Су\r\n...\r\nДала", "Дала"),
    ("---\ntitle: Су\n---", ""),
    // A rule, and dashes that nothing closes.
    ("---\nДала өзені.\n---\nСу", "\nДала өзені.\n\nСу"),
    ("---\n\n---\nСу", "\n\n\nСу"),
    ("---\ntitle: Су", "\ntitle: Су"),
  ])
  func frontMatterIsNoText(source: String, text: String) {
    #expect(Markdown.plainText(of: source).text == text)
  }

  @Test func neverFailsOnRandomMarks() throws {
    let pieces = [
      "*", "**", "_", "`", "``", "[", "](", ")", "]", "<", ">", "<!--", "-->", "\n", "\n\n", "#", "# ", "> ", "- ",
      "\\",
      "&amp;", "&", "текст", " ", "```", "~~", "![", "[a]: /b", "|", "---", "<sup>", "\r\n", "қ",
    ]
    for seed in UInt64(1)...800 {
      var generator = SeededGenerator(seed: seed)
      let source = (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }.joined()
      let result = Markdown.plainText(of: source)
      #expect(try result.edits.replay(on: source).utf8.elementsEqual(result.text.utf8), "seed \(seed)")
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["*", "[", "`a``", "<", "[](", "_a ", "<!--", "> ", "!["])
  func isLinearInMarks(piece: String) {
    let source = String(repeating: piece, count: 60_000)
    #expect(Markdown.plainText(of: source).text.utf8.count <= source.utf8.count)
  }
}
