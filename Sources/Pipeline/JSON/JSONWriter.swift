extension JSONValue {
  /// Appends the value as UTF-8 on one line, without blanks, characters unescaped where JSON allows it.
  public func write(to output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .number(let text): output += text.utf8
    case .string(let text): Self.write(text, to: &output)
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (k, element) in elements.enumerated() {
        if k > 0 { output.append(UInt8(ascii: ",")) }
        element.write(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (k, member) in members.enumerated() {
        if k > 0 { output.append(UInt8(ascii: ",")) }
        Self.write(member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  /// The value as UTF-8 with two blanks of indentation a level and a final line feed, for people to read.
  public func writeIndented(to output: inout [UInt8], level: Int = 0) {
    func indent(_ n: Int) { output += repeatElement(UInt8(ascii: " "), count: 2 * n) }
    switch self {
    case .array(let elements) where elements.contains { $0.standsAlone }:
      output += "[\n".utf8
      for (k, element) in elements.enumerated() {
        indent(level + 1)
        element.writeIndented(to: &output, level: level + 1)
        output += (k + 1 < elements.count ? ",\n" : "\n").utf8
      }
      indent(level)
      output.append(UInt8(ascii: "]"))
    case .object(let members) where !members.isEmpty:
      output += "{\n".utf8
      for (k, member) in members.enumerated() {
        indent(level + 1)
        Self.write(member.name, to: &output)
        output += ": ".utf8
        member.value.writeIndented(to: &output, level: level + 1)
        output += (k + 1 < members.count ? ",\n" : "\n").utf8
      }
      indent(level)
      output.append(UInt8(ascii: "}"))
    default: write(to: &output)
    }
    if level == 0 { output.append(UInt8(ascii: "\n")) }
  }

  /// Whether an element has a line of its own: what may be long. Lists of numbers are read better on one line.
  private var standsAlone: Bool {
    switch self {
    case .array, .object, .string: true
    default: false
    }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\\"): output += [byte, byte]
      case 0x0A: output += "\\n".utf8
      case 0x0D: output += "\\r".utf8
      case 0x09: output += "\\t".utf8
      case 0..<0x20:
        let hex = Array("0123456789abcdef".utf8)
        output += "\\u00".utf8
        output += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
