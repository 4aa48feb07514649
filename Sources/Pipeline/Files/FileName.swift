internal import Glibc

/// Paths as text, and back without loss.
///
/// To the system a name is bytes, not all of which are UTF-8. A byte that belongs to no character becomes one of the
/// private characters U+10FF80 to U+10FFFF, which is U+10FF00 plus the byte; where such a character stands in a name, its own
/// bytes are taken apart in the same way.
public enum FileName {
  /// The path that the system's bytes spell.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !text.hasEscapes { return text }
    var result = ""
    var rest = Array(bytes)[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      if let scalar = String(validating: rest.prefix(length), as: UTF8.self), !scalar.hasEscapes {
        result += scalar
        rest = rest.dropFirst(length)
      } else {
        result.unicodeScalars.append(Unicode.Scalar(0x10_FF00 + UInt32(first)) ?? "\u{FFFD}")
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// The arguments of the program, its own name left out.
  public static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { k in
      CommandLine.unsafeArgv[k].map { text(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }
  }
}

extension String {
  /// Whether the text holds bytes of a file's name that are not UTF-8.
  fileprivate var hasEscapes: Bool { utf8.contains(0xF4) && unicodeScalars.contains { $0.nameByte != nil } }

  /// Hands the bytes of a path to the system.
  func withSystemPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard hasEscapes else { return withCString(body) }
    var bytes: [CChar] = []
    for scalar in unicodeScalars {
      if let byte = scalar.nameByte {
        bytes.append(CChar(bitPattern: byte))
      } else {
        bytes += String(scalar).utf8.map { CChar(bitPattern: $0) }
      }
    }
    return (bytes + [0]).withUnsafeBufferPointer { buffer in
      // Never nil: there is a byte at least.
      buffer.baseAddress.map(body) ?? withCString(body)
    }
  }
}

extension Unicode.Scalar {
  /// The byte of a file's name that the character stands for, if it does.
  package var nameByte: UInt8? { (0x10_FF80...0x10_FFFF).contains(value) ? UInt8(value & 0xFF) : nil }
}

/// A name that is equal to another only where its bytes are: й of one and of two characters are two names.
package struct ExactName: Hashable {
  private let text: String

  /// The name as it is spelled.
  package init(_ text: String) { self.text = text }

  package static func == (a: ExactName, b: ExactName) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
