import Lingua
import TestSupport
import Testing

@Suite struct ScriptRunsTests {
  @Test(arguments: [
    ("", []), ("12, 5", ["Zyyy:12, 5"]), ("Қазақстан", ["Cyrl:Қазақстан"]),
    ("ЕАЭО 2015 EAEU", ["Cyrl:ЕАЭО 2015 ", "Latn:EAEU"]),
    ("«ru» иә", ["Latn:«ru» ", "Cyrl:иә"]), ("и\u{306}a\u{301}", ["Cyrl:и\u{306}", "Latn:a\u{301}"]),
    ("қaзақ", ["Cyrl:қ", "Latn:a", "Cyrl:зақ"]), ("\u{301}a", ["Latn:\u{301}a"]),
    ("α және β", ["Grek:α ", "Cyrl:және ", "Grek:β"]),
    ("قازاق тілі", ["Arab:قازاق ", "Cyrl:тілі"]), ("\u{0}\u{AD}", ["Zyyy:\u{0}\u{AD}"]), ("ə", ["Latn:ə"]),
    ("你好 а", ["Hani:你好 ", "Cyrl:а"]),
  ])
  func finds(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let runs = text.scriptRuns.map { "\($0.script.rawValue):\(String(decoding: bytes[$0.range], as: UTF8.self))" }
    #expect(runs.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func tilesTheText() {
    let pieces = ["а", "b", "γ", "1", " ", "\u{301}", "\u{0}", "ش", "你", "\u{E000}", "😀", "\r\n"]
    for seed in 0..<UInt64(200) {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<Int(seed % 30)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      var end = 0
      var previous: Script?
      for run in text.scriptRuns {
        #expect(run.range.lowerBound == end && !run.range.isEmpty, "seed \(seed)")
        #expect(run.script != previous, "seed \(seed)")
        end = run.range.upperBound
        previous = run.script
      }
      #expect(end == text.utf8.count, "seed \(seed)")
    }
  }
}
