import Pipeline

extension String {
  /// The text for a terminal or a table: control characters and bytes that are not UTF-8, which a file's name may
  /// hold, are spelled out.
  var printable: String {
    guard
      unicodeScalars.contains(where: {
        $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.nameByte != nil
      })
    else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else if let byte = scalar.nameByte {
        result += "\\x" + String(byte, radix: 16)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
