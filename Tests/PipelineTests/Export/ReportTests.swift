import Lingua
import Pipeline
import Testing

@Suite struct ReportTests {
  private func report(_ analyses: [DocumentAnalysis], _ options: ExportOptions = ExportOptions()) throws -> String {
    String(decoding: try HTMLReport().bytes(of: analyses, options: options), as: UTF8.self)
  }

  private func count(_ part: String, in text: String) -> Int {
    var count = 0
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    var k = 0
    while k + wanted.count <= bytes.count {
      if bytes[k..<k + wanted.count].elementsEqual(wanted) { count += 1 }
      k += 1
    }
    return count
  }

  @Test(arguments: [[], [SampleAnalyses.article], [SampleAnalyses.empty], [SampleAnalyses.nasty], SampleAnalyses.all])
  func tagsAreBalanced(analyses: [DocumentAnalysis]) throws {
    #expect(HTMLTags.fault(in: try report(analyses)) == nil)
  }

  @Test func findsAFault() {
    #expect(HTMLTags.fault(in: "<p><b>a</p></b>") != nil)
    #expect(HTMLTags.fault(in: "<p>") != nil)
    #expect(HTMLTags.fault(in: "<p>a < b</p>") != nil)
    #expect(HTMLTags.fault(in: "<!DOCTYPE html><p><br>a</p>") == nil)
  }

  @Test func isSelfContained() throws {
    let text = try report([SampleAnalyses.article])
    for part in ["http://", "https://", "src=", "url(", "@import", "<img", "fetch("] {
      #expect(count(part, in: text) == 0, "\(part)")
    }
    #expect(text.contains("default-src 'none'"))
    #expect(count("<link", in: text) == count("href=\"data:,\"", in: text))
  }

  @Test func textCannotBreakOut() throws {
    let text = try report([SampleAnalyses.nasty])
    #expect(count("</script>", in: text) == 1)
    #expect(text.contains("&lt;/script&gt;&lt;!--"))
    #expect(text.contains("{{name}} {{{style}}} &amp;amp; &lt;b&gt;"))
    #expect(text.contains("A &amp; B &lt;c&gt; &quot;d&quot; &#39;e&#39; ]]&gt; f"))
    #expect(text.contains("<h2 id=\"d1-name\">тест &lt;&amp;&gt;&quot;&#39;\u{FFFD}.txt</h2>"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func countsStandAtTheTop() throws {
    let text = try report([SampleAnalyses.article, SampleAnalyses.empty])
    #expect(text.contains("<title>Alignment report: 2 documents</title>"))
    #expect(text.contains("<dt>Documents</dt><dd>2</dd>"))
    #expect(text.contains("<dt>Beads</dt><dd>4</dd>"))
    #expect(text.contains("<dd id=\"review-count\">2</dd>"))
    #expect(text.contains("<a href=\"#d1\">journal/water-2.md</a>"))
    #expect(text.contains("<a href=\"#d2\">Document 2</a>"))
    #expect(text.contains("id=\"d2\""))
  }

  @Test(arguments: [(0.0, 0), (0.2, 0), (0.21, 1), (0.6, 2), (0.84, 2), (0.9, 3), (1.0, 4)])
  func reviewIsBelowTheThreshold(threshold: Double, expected: Int) throws {
    let text = try report([SampleAnalyses.article], ExportOptions(reviewThreshold: threshold))
    #expect(text.contains("<dd id=\"review-count\">\(expected)</dd>"))
    #expect(["low", "mid", "high"].reduce(0) { $0 + count("class=\"bead \($1) review\"", in: text) } == expected)
  }

  @Test func everyRowIsThere() throws {
    let text = try report([SampleAnalyses.article])
    #expect(count(" data-row", in: text) == 1 + 4 + 3 + 2)
    #expect(count("<td role=\"cell\" lang=\"kk\"", in: text) == 10)
    #expect(count("<td role=\"cell\" lang=\"ru\"", in: text) == 10)
    #expect(count("<td role=\"cell\" lang=\"en\"", in: text) == 10)
    // Shapes are shown where they are not 1:1:1.
    #expect(count(">1:2:1</span>", in: text) == 1)
    #expect(count(">1:1:1</span>", in: text) == 0)
    // Bead 3 lacks English, bead 4 two sides, keywords three cells, the second acronym Russian.
    #expect(count(">no counterpart</span>", in: text) == 1 + 2 + 3 + 1)
    #expect(text.contains(">0.97</span>"))
    #expect(text.contains("<span class=\"flag\">variants in one document</span>"))
  }

  @Test func aMissingLanguageIsNamed() throws {
    #expect(try report([SampleAnalyses.nasty]).contains("2 beads, nothing in English"))
    #expect(try report([SampleAnalyses.empty]).contains("0 beads, no title, abstract or keywords were found"))
    #expect(try report([]).contains("No document was analysed."))
  }

  @Test(arguments: [(0.5999, "0.59"), (0.6, "0.60"), (1.0, "1.00"), (0.0, "0.00"), (7.0, "1.00"), (-1.0, "0.00")])
  func scoresAreNotRoundedUp(score: Double, expected: String) throws {
    var analysis = SampleAnalyses.article
    analysis.beads = [Bead(Trilingual(kk: [0], ru: [0], en: [0]), score: score)]
    #expect(try report([analysis]).contains(">\(expected)</span>"))
  }
}

/// A check of what a browser would silently mend: tags that do not nest, and bare "<".
enum HTMLTags {
  private static let void: Set = ["meta", "link", "input", "br"]

  /// The first fault, nil where there is none.
  static func fault(in text: String) -> String? {
    var open: [String] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      let isEnd = rest.first == "/"
      if isEnd { rest.removeFirst() }
      let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "!" })
      if name.isEmpty { return "a bare < before \(rest.prefix(20))" }
      guard let end = rest.firstIndex(of: ">") else { return "<\(name) does not end" }
      rest = rest[rest.index(after: end)...]
      if isEnd {
        guard open.popLast() == name else { return "</\(name)> ends nothing, or not the innermost" }
      } else if !name.hasPrefix("!") && !void.contains(name) {
        open.append(name)
        // What is inside is no markup.
        if name == "style" || name == "script", let close = rest.firstRange(of: "</\(name)>") {
          rest = rest[close.lowerBound...]
        }
      }
    }
    return open.isEmpty ? nil : "not ended: \(open)"
  }
}
