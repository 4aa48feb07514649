import Lingua
import Testing

@Suite struct EditTests {
  @Test func replays() throws {
    let edits = [Edit(rule: EditRule(rawValue: "a"), range: 1..<2, replacement: "XY")]
    #expect(try edits.replay(on: "abc") == "aXYc")
  }
}
