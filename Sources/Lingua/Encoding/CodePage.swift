/// A single-byte encoding as a table: what each byte is in Unicode.
package struct CodePage: Sendable {
  /// The code point of each byte; U+FFFD where the page has none.
  package let scalars: [UInt32]

  /// Loads a page that ICU has.
  ///
  /// - Parameter name: what ICU calls it.
  /// - Throws: `ICUError` when ICU does not have it.
  package init(icu name: String) throws(ICUError) {
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
    scalars = result
  }

  /// A page that differs from another in some bytes.
  package init(_ base: CodePage, changes: [CodePageChange]) {
    var scalars = base.scalars
    for change in changes { scalars[Int(change.byte)] = change.scalar }
    self.scalars = scalars
  }
}

/// A byte that stands for another character than it does in windows-1251.
package struct CodePageChange: Sendable {
  /// The byte.
  package let byte: UInt8
  /// The code point that it stands for.
  package let scalar: UInt32

  /// The rows of a page that ICU lacks, from `code-pages.tsv`.
  ///
  /// - Throws: `LexiconError` when the table is missing or broken.
  package static func list(for page: String, lexicons: Lexicons) throws(LexiconError) -> [CodePageChange] {
    let file = try lexicons.file("code-pages.tsv", columns: ["encoding", "byte", "codepoint"])
    var result: [CodePageChange] = []
    for row in file.rows where row[0] == page {
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
      result.append(CodePageChange(byte: byte, scalar: value))
    }
    return result
  }
}
