import Testing

@testable import Pipeline

@Suite struct XMLWriterTests {
  private func text(_ writer: XMLWriter) -> String {
    var writer = writer
    var bytes: [UInt8] = []
    writer.drain(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func nestsAndIndents() throws {
    var xml = XMLWriter()
    try xml.begin("a", ["b": "1", "c": nil])
    try xml.element("d", text: "қазақ")
    try xml.empty("e")
    try xml.end()
    try xml.finish()
    #expect(
      text(xml) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="1">
          <d>қазақ</d>
          <e/>
        </a>

        """)
  }

  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("]]>", "]]&gt;"),
    ("\"'", "\"'"),
    ("a\tb\nc\r\nd", "a\tb\nc&#13;\nd"),
    ("\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}", String(repeating: "\u{FFFD}", count: 6)),
    ("\u{FFFE}\u{FFFF}\u{FFFD}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{7F}\u{85}\u{2028}\u{FEFF}", "\u{7F}\u{85}\u{2028}\u{FEFF}"),
    ("Ғ\u{301}ИИ\u{306} 😀\u{10FFFF}", "Ғ\u{301}ИИ\u{306} 😀\u{10FFFF}"),
    ("", ""),
  ])
  func escapesText(input: String, expected: String) throws {
    var xml = XMLWriter()
    try xml.element("t", text: input)
    #expect(text(xml) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<t>\(expected)</t>")
  }

  @Test func escapesAttributes() throws {
    var xml = XMLWriter()
    try xml.empty("t", ["a": "<&>\"'\t\n\r\u{0}"])
    #expect(text(xml).hasSuffix("<t a=\"&lt;&amp;&gt;&quot;'&#9;&#10;&#13;\u{FFFD}\"/>"))
  }

  @Test(arguments: ["", "1a", "-a", "a b", "a>b", "қ", "a\"", "."])
  func refusesNames(name: String) {
    var xml = XMLWriter()
    #expect(throws: XMLError.badName(name)) { try xml.begin(name) }
    #expect(throws: XMLError.badName(name)) { try xml.empty("a", [name: "1"]) }
  }

  @Test func refusesWhatDoesNotNest() throws {
    var xml = XMLWriter()
    #expect(throws: XMLError.nothingToClose) { try xml.end() }
    #expect(throws: XMLError.unclosed([])) { try xml.finish() }
    try xml.begin("a")
    try xml.begin("b")
    #expect(throws: XMLError.unclosed(["a", "b"])) { try xml.finish() }
    try xml.end()
    try xml.end()
    #expect(throws: XMLError.outsideRoot) { try xml.empty("c") }
    #expect(throws: XMLError.nothingToClose) { try xml.end() }
    try xml.finish()
  }

  @Test func refusesADoubleAttribute() {
    var xml = XMLWriter()
    #expect(throws: XMLError.attributeTwice("a")) { try xml.empty("t", ["a": "1", "b": "2", "a": "3"]) }
  }

  @Test func drainsInPieces() throws {
    var xml = XMLWriter()
    var bytes: [UInt8] = []
    try xml.begin("a")
    xml.drain(to: &bytes)
    try xml.end()
    try xml.finish()
    xml.drain(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("?>\n<a>\n</a>\n"))
  }
}
