/// HTML's tags and entities, as far as they occur inside Markdown.
enum MarkdownTag {
  /// The name of a tag, without angles, in lower case; nil where the content is none: `a < b`.
  static func name(of content: ArraySlice<UInt8>) -> String? {
    var rest = content
    let closes = rest.first == UInt8(ascii: "/")
    if closes { rest = rest.dropFirst() }
    guard let first = rest.first, isLetter(first) else { return nil }
    let name = rest.prefix { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    rest = rest.dropFirst(name.count)
    if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
    if closes, !rest.allSatisfy(isBlank) { return nil }
    while let byte = rest.first {
      guard isBlank(byte) else { return nil }
      rest = rest.drop(while: isBlank)
      if rest.isEmpty { break }
      guard let next = attributeEnd(rest) else { return nil }
      rest = rest[next...]
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Where an attribute, `name` or `name="value"`, ends.
  private static func attributeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    let name = bytes.prefix { isLetter($0) || (0x30...0x3A).contains($0) || "_.-".utf8.contains($0) }
    if name.isEmpty { return nil }
    var i = name.endIndex
    guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "=") else { return i }
    i += 1
    guard i < bytes.endIndex else { return nil }
    let quote = bytes[i]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return bytes[(i + 1)...].firstIndex(of: quote).map { $0 + 1 }
    }
    let value = bytes[i...].prefix { !isBlank($0) && !"\"'=<>`".utf8.contains($0) }
    return value.isEmpty ? nil : value.endIndex
  }

  /// The character of an entity, without `&` and `;`.
  static func entity(_ name: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: name, as: UTF8.self)
    if let character = named[text] { return character }
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = text.dropFirst()
    let isHexadecimal = digits.utf8.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    return String(scalar)
  }

  // The entities that people and converters write in prose; the full list of HTML has two thousand.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}", "laquo": "«",
    "raquo": "»", "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "bdquo": "„", "sbquo": "‚", "deg": "°", "plusmn": "±", "times": "×", "middot": "·", "bull": "•", "copy": "©",
    "reg": "®", "trade": "™", "sect": "§", "numero": "№", "thinsp": "\u{2009}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "euro": "€", "minus": "−", "alpha": "α", "beta": "β",
    "gamma": "γ", "mu": "μ", "micro": "µ", "sup2": "²", "sup3": "³", "eacute": "é", "uuml": "ü", "ouml": "ö",
    "auml": "ä",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
