import Testing

@testable import Lingua

@Suite struct ScanStreamTests {
  private func streamed(_ bytes: [UInt8], by size: Int) throws -> (text: [UInt8], edits: [Edit]) {
    var stream = try ScanNormalizer().stream(recordingEdits: true)
    var output: [UInt8] = []
    try bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + size)
        try stream.append(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &output)
        start = end
      }
    }
    try stream.finish(into: &output)
    return (output, stream.edits)
  }

  @Test(arguments: [1, 7, 4096]) func givesWhatTheWholeGives(size: Int) throws {
    let text = "Бірінші бет\r\n\r\nсөз\u{AD}дер мен молоко моʌоко\r\n12\r\n\u{0C}Екінші бет\r\n"
    let whole = try ScanNormalizer().normalize(text)
    let result = try streamed(Array(text.utf8), by: size)
    #expect(String(decoding: result.text, as: UTF8.self) == whole.text && result.edits == whole.edits)
  }

  /// Cut between paragraphs, so that nothing is lost and memory is bounded.
  @Test func takesLongDocumentsInParts() throws {
    let paragraph = "Ұзақ мәтіннің бір азат жолы, онда бірнеше сөз бар.\r\n\r\n"
    let count = ScanStream.limit * 5 / 2 / paragraph.utf8.count
    let text = String(repeating: paragraph, count: count)
    let result = try streamed(Array(text.utf8), by: 1 << 20)
    #expect(String(decoding: result.text, as: UTF8.self) == text.replacing("\r\n", with: "\n"))
    #expect(result.edits.count == 2 * count)
    #expect(try result.edits.replay(on: text).utf8.elementsEqual(result.text))
    // One line without a blank.
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: ScanStream.limit * 5 / 2)
    #expect(try streamed(line, by: 1 << 20).text == line)
  }
}
