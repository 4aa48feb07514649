/// JSON that does not follow RFC 8259, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable {
    /// The text ends inside a value.
    case unexpectedEnd
    /// A character that cannot stand here.
    case unexpectedCharacter
    /// A control character inside a string, or a wrong escape.
    case badString
    /// Not a number by JSON's grammar.
    case badNumber
    /// Bytes that are not UTF-8.
    case notUTF8
    /// More than 512 levels of arrays and objects.
    case tooDeep
    /// Something follows the value.
    case trailingCharacters
  }
  /// What is wrong.
  public var reason: Reason
  /// Where, in bytes from the start of the text.
  public var offset: Int
}

/// Reads one JSON value (RFC 8259) from UTF-8.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads the one value that `text` holds.
  static func parse(_ text: some Collection<UInt8>) throws(JSONError) -> JSONValue {
    let bytes = Array(text)
    var result: Result<JSONValue, JSONError> = .success(.null)
    bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(buffer)
      do throws(JSONError) {
        let value = try parser.value(depth: 0)
        parser.skipBlanks()
        if parser.position < buffer.count { throw parser.error(.trailingCharacters) }
        result = .success(value)
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason: reason, offset: position) }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private func peek() throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[position]
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    if depth > 512 { throw error(.tooDeep) }
    skipBlanks()
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for k in 0..<word.utf8CodeUnitCount {
      guard try peek() == word.utf8Start[k] else { throw error(.unexpectedCharacter) }
      position += 1
    }
    return value
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      skipBlanks()
      guard try peek() == UInt8(ascii: "\"") else { throw error(.unexpectedCharacter) }
      let name = try string()
      skipBlanks()
      guard try peek() == UInt8(ascii: ":") else { throw error(.unexpectedCharacter) }
      position += 1
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipBlanks()
      let next = try peek()
      position += 1
      if next == UInt8(ascii: "}") { return .object(members) }
      guard next == UInt8(ascii: ",") else {
        position -= 1
        throw error(.unexpectedCharacter)
      }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      let next = try peek()
      position += 1
      if next == UInt8(ascii: "]") { return .array(elements) }
      guard next == UInt8(ascii: ",") else {
        position -= 1
        throw error(.unexpectedCharacter)
      }
    }
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    func digits() -> Int {
      var n = 0
      while position + n < bytes.count, isDigit(bytes[position + n]) { n += 1 }
      return n
    }
    if try peek() == UInt8(ascii: "-") { position += 1 }
    let whole = digits()
    guard whole > 0 else { throw error(position < bytes.count ? .unexpectedCharacter : .unexpectedEnd) }
    if whole > 1, bytes[position] == 0x30 { throw error(.badNumber) }
    position += whole
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      let n = digits()
      guard n > 0 else { throw error(.badNumber) }
      position += n
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      let n = digits()
      guard n > 0 else { throw error(.badNumber) }
      position += n
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"),
      bytes[position] >= 0x20
    { position += 1 }
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    var result = Array(bytes[start..<position])
    while true {
      switch try peek() {
      case UInt8(ascii: "\""):
        guard let text = String(validating: result, as: UTF8.self) else {
          throw JSONError(reason: .notUTF8, offset: start)
        }
        position += 1
        return text
      case UInt8(ascii: "\\"):
        position += 1
        try escape(into: &result)
      case 0..<0x20:
        throw error(.badString)
      case let byte:
        result.append(byte)
        position += 1
      }
    }
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
    let byte = try peek()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      if unit & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let mark = position
        position += 2
        let low = try hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
        } else {
          position = mark
        }
      }
      // A lone surrogate has no UTF-8; the replacement character keeps its place.
      result += String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8
    default:
      position -= 1
      throw error(.badString)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek()
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32(byte & 0x0F + 9)
      default: throw error(.badString)
      }
      position += 1
    }
    return value
  }
}

extension JSONValue {
  /// Reads the one JSON value that `text` holds in UTF-8.
  ///
  /// - Throws: `JSONError` with the place of the first error.
  public init(parsing text: some Collection<UInt8>) throws(JSONError) { self = try JSONParser.parse(text) }
}
