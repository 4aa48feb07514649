internal import Lingua

/// A single-byte encoding as a table: what each byte is in Unicode.
struct CodePage: Sendable {
  /// The code point of each byte; U+FFFD where the page has none.
  let scalars: [UInt32]

  /// Loads a page: from ICU, or, for the pages that ICU lacks, from `code-pages.tsv`, which lists where they differ from
  /// windows-1251.
  ///
  /// - Throws: `ICUError` when ICU does not have it; `LexiconError` when the table is broken.
  init(_ encoding: TextEncoding, lexicons: Lexicons = .embedded) throws {
    var scalars = try Self.fromICU(encoding.icuName ?? TextEncoding.windows1251.name)
    if encoding.icuName == nil {
      let file = try lexicons.file("code-pages.tsv", columns: ["encoding", "byte", "codepoint"])
      for row in file.rows where row[0] == encoding.name {
        guard let byte = UInt8(row[1], radix: 16) else {
          throw LexiconError(
            file: file.name, line: row.line,
            reason: .badValue(column: "byte", value: row[1], expected: "two hexadecimal digits"))
        }
        guard let value = UInt32(row[2], radix: 16), Unicode.Scalar(value) != nil else {
          throw LexiconError(
            file: file.name, line: row.line,
            reason: .badValue(column: "codepoint", value: row[2], expected: "a code point in hexadecimal digits"))
        }
        scalars[Int(byte)] = value
      }
    }
    self.scalars = scalars
  }

  private static func fromICU(_ name: String) throws(ICUError) -> [UInt32] {
    var converter = try ICU.Converter(encoding: name)
    var result: [UInt32] = []
    var output: [UInt8] = []
    for byte in UInt8.min...UInt8.max {
      output.removeAll(keepingCapacity: true)
      let errors = try [byte].withUnsafeBufferPointer { (chunk) throws(ICUError) in
        try converter.decode(chunk, isLast: false, into: &output)
      }
      let scalar = String(decoding: output, as: UTF8.self).unicodeScalars.first
      result.append(errors > 0 ? 0xFFFD : scalar?.value ?? 0xFFFD)
    }
    return result
  }
}
