/// The parts of a Turtle document (W3C Recommendation of 2014), escaped.
enum Turtle {
  /// Appends what is said of a subject.
  static func append(_ subject: String, _ statements: [(String, String)], to output: inout [UInt8]) {
    output += subject.utf8
    for (k, (predicate, object)) in statements.enumerated() {
      output += (k == 0 ? " " : " ;\n  ").utf8
      output += predicate.utf8
      output.append(0x20)
      output += object.utf8
    }
    output += " .\n\n".utf8
  }

  /// A text in quotation marks, with its language where a tag is given.
  static func literal(_ text: String, tag: String? = nil) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += #"\""#.utf8
      case "\\": bytes += #"\\"#.utf8
      case "\n": bytes += #"\n"#.utf8
      case "\r": bytes += #"\r"#.utf8
      case "\t": bytes += #"\t"#.utf8
      // What the XML forms of RDF cannot hold.
      case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: bytes += "\u{FFFD}".utf8
      default: bytes += String(scalar).utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self) + (tag.map { "@" + $0 } ?? "")
  }

  /// The tag, if it has the shape that Turtle asks of one.
  static func tag(_ tag: String) -> String? {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    for (k, part) in parts.enumerated() {
      let isPart = part.allSatisfy { byte in
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        return isLetter || k > 0 && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
      if part.isEmpty || !isPart { return nil }
    }
    return tag
  }

  /// An address in angle brackets; what cannot stand there is percent-encoded.
  static func iri(_ address: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "<")]
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in address.utf8 {
      if byte <= 0x20 || byte == 0x7F || #"<>"{}|^`\"#.utf8.contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self) + ">"
  }
}
