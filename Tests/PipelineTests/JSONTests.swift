import Pipeline
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    #"{"a":1.50,"b":[true,null,"é\n"]}"#, "[]", "-0.5e+10", #""қазақ""#,
  ])
  func keepsSpelling(text: String) throws {
    var output: [UInt8] = []
    try JSONValue(parsing: text.utf8).write(to: &output)
    #expect(String(decoding: output, as: UTF8.self) == text)
  }
}
