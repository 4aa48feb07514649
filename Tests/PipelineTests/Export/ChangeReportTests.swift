import Lingua
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ChangeReportTests {
  private func edit(_ range: Range<Int>, _ replacement: String, _ rule: String = "r") -> Edit {
    Edit(rule: EditRule(rawValue: rule), range: range, replacement: replacement)
  }

  @Test func showsAChangeOnItsLine() throws {
    let text = Array("бір\nақ жол\nүш".utf8)
    let edits = [edit(7..<9, "Б"), edit(11..<12, "_"), edit(12..<14, "")]
    let example = try #require(ChangeExample(edits, at: 1, in: text, startingAt: 0))
    #expect(example.before == .init(prefix: "ақ", stretch: " ", suffix: "жол"))
    #expect(example.after == .init(prefix: "Бқ", stretch: "_", suffix: "ол") && example.offset == 11)
    // A change that takes the line break shows both lines.
    let joined = try #require(ChangeExample([edit(18..<19, " ")], at: 0, in: text, startingAt: 0))
    #expect(joined.before.text == "ақ жол\nүш" && joined.after.text == "ақ жол үш")
    // What the kept part does not hold cannot be shown.
    #expect(ChangeExample(edits, at: 0, in: Array(text[8...]), startingAt: 8) == nil)
  }

  @Test func cutsNoCharacterAndNoOtherChange() throws {
    var generator = SeededGenerator(seed: 11)
    let letters = ["a", "ж", "€", "📖", " ", "\n"]
    for _ in 0..<300 {
      let text = (0..<200).map { _ in letters[Int.random(in: 0..<6, using: &generator)] }
      var edits: [Edit] = []
      var place = 0
      for letter in text {
        let end = place + letter.utf8.count
        if Int.random(in: 0..<12, using: &generator) == 0 { edits.append(edit(place..<end, "ә")) }
        place = end
      }
      let bytes = Array(text.joined().utf8)
      for k in edits.indices {
        let example = try #require(ChangeExample(edits, at: k, in: bytes, startingAt: 0))
        #expect(!example.before.text.contains("\u{FFFD}") && !example.after.text.contains("\u{FFFD}"))
        let lead = example.before.prefix.utf8.count
        let start = example.offset - lead
        let window = start..<start + example.before.text.utf8.count
        #expect(example.before.text.utf8.elementsEqual(bytes[window]))
        let inside = edits.filter { window.contains($0.range.lowerBound) && $0.range.upperBound <= window.upperBound }
        let moved = inside.map { edit($0.range.lowerBound - start..<$0.range.upperBound - start, "ә") }
        #expect(try moved.replay(on: example.before.text) == example.after.text)
      }
    }
  }

  @Test func countsByRuleInTheOrderOfTheInputs() throws {
    var report = ChangeReport(toolVersion: "1")
    for number in 0..<10 {
      var recorder = ChangeRecorder(keepsExamples: true)
      Array("аб вг \(number)".utf8).withUnsafeBufferPointer { recorder.append($0) }
      recorder.add([edit(0..<2, "x", "one"), edit(2..<4, "y", "one+two"), edit(5..<7, "z", "one")])
      #expect(report.needsExamples(recorder.changes.counts) == (number < 6))
      report.add(recorder.changes, document: "d\(number)")
    }
    report.add(ChangeRecorder.Changes(), document: "clean")
    #expect(
      String(decoding: try report.bytes(.tsv), as: UTF8.self)
        == "rule\tchanges\tdocuments\none\t30\t10\ntwo\t10\t10\n")
    let json = try JSONValue(parsing: try report.bytes(.json))
    #expect(json["documents"]?.integer == 11 && json["changed"]?.integer == 10 && json["changes"]?.integer == 40)
    let examples = json["rules"]?.array?.map { $0["examples"]?.array?.map { $0["document"]?.string ?? "" } ?? [] }
    #expect(examples == [["d0", "d0", "d1", "d1", "d2", "d2"], ["d0", "d1", "d2", "d3", "d4", "d5"]])
    let page = String(decoding: try report.bytes(.html), as: UTF8.self)
    #expect(HTMLTags.fault(in: page) == nil && page.contains("id=\"rule-one\""))
    let empty = String(decoding: try ChangeReport(toolVersion: "1").bytes(.html), as: UTF8.self)
    #expect(HTMLTags.fault(in: empty) == nil && empty.contains("Nothing was changed."))
  }
}
