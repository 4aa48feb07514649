/// A break of XML's own rules, found while writing.
public enum XMLError: Error, Hashable, Sendable {
  /// Not a name of XML 1.0 in ASCII.
  case badName(String)
  /// One attribute twice in one element.
  case attributeTwice(String)
  /// The end of an element that was not begun.
  case nothingToClose
  /// Text or a second root outside the root element.
  case outsideRoot
  /// The document ended inside these elements, or before any.
  case unclosed([String])
}

/// Writes XML 1.0 in UTF-8 as it comes, indented, and never what is not well formed.
///
/// Characters that XML 1.0 forbids (U+0000–001F but tab, line feed and carriage return, U+FFFE, U+FFFF; production 2
/// of the recommendation) have no spelling, not even as a reference; U+FFFD takes their place so that a reader sees
/// that something stood there.
struct XMLWriter: Sendable {
  /// Attributes in their order; one without a value is left out.
  typealias Attributes = KeyValuePairs<String, String?>

  private var pending: [UInt8] = []
  private var open: [String] = []
  private var rootIsDone = false

  /// A writer at the start of a document: the XML declaration comes first.
  init() { pending += #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8 }

  /// Moves what was written since the last time to the end of `output`.
  mutating func drain(to output: inout [UInt8]) {
    output += pending
    pending.removeAll(keepingCapacity: true)
  }

  /// Begins an element that holds elements.
  ///
  /// - Throws: `XMLError` for a wrong name, a double attribute or a second root.
  mutating func begin(_ name: String, _ attributes: Attributes = [:]) throws(XMLError) {
    try startTag(name, attributes)
    pending.append(UInt8(ascii: ">"))
    open.append(name)
  }

  /// Ends the innermost element.
  ///
  /// - Throws: `XMLError.nothingToClose` when there is none.
  mutating func end() throws(XMLError) {
    guard let name = open.popLast() else { throw .nothingToClose }
    newLine()
    endTag(name)
    if open.isEmpty { rootIsDone = true }
  }

  /// Writes an element that holds text alone, on one line: no blank is added to the text.
  ///
  /// - Throws: `XMLError` for a wrong name, a double attribute or a second root.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) throws(XMLError) {
    try startTag(name, attributes)
    pending.append(UInt8(ascii: ">"))
    escape(text, isAttribute: false)
    endTag(name)
    if open.isEmpty { rootIsDone = true }
  }

  /// Writes an element without content.
  ///
  /// - Throws: `XMLError` for a wrong name, a double attribute or a second root.
  mutating func empty(_ name: String, _ attributes: Attributes = [:]) throws(XMLError) {
    try startTag(name, attributes)
    pending += "/>".utf8
    if open.isEmpty { rootIsDone = true }
  }

  /// Ends the document.
  ///
  /// - Throws: `XMLError.unclosed` when an element is open or there was none at all.
  mutating func finish() throws(XMLError) {
    guard open.isEmpty, rootIsDone else { throw .unclosed(open) }
    pending.append(UInt8(ascii: "\n"))
  }

  private mutating func startTag(_ name: String, _ attributes: Attributes) throws(XMLError) {
    try check(name)
    if open.isEmpty && rootIsDone { throw .outsideRoot }
    var names: [String] = []
    for (attribute, value) in attributes where value != nil {
      try check(attribute)
      if names.contains(attribute) { throw .attributeTwice(attribute) }
      names.append(attribute)
    }
    newLine()
    pending.append(UInt8(ascii: "<"))
    pending += name.utf8
    for case (let attribute, let value?) in attributes {
      pending.append(UInt8(ascii: " "))
      pending += attribute.utf8
      pending += "=\"".utf8
      escape(value, isAttribute: true)
      pending.append(UInt8(ascii: "\""))
    }
  }

  private mutating func endTag(_ name: String) {
    pending += "</".utf8
    pending += name.utf8
    pending.append(UInt8(ascii: ">"))
  }

  private mutating func newLine() {
    pending.append(UInt8(ascii: "\n"))
    pending += repeatElement(UInt8(ascii: " "), count: 2 * open.count)
  }

  private func check(_ name: String) throws(XMLError) {
    for (k, byte) in name.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
        if k > 0 { continue }
      default: break
      }
      throw .badName(name)
    }
    if name.isEmpty { throw .badName(name) }
  }

  private mutating func escape(_ text: String, isAttribute: Bool) {
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): pending += "&amp;".utf8
      case UInt8(ascii: "<"): pending += "&lt;".utf8
      // Needed in "]]>" only; always written so, because some readers are strict about it anywhere.
      case UInt8(ascii: ">"): pending += "&gt;".utf8
      case UInt8(ascii: "\"") where isAttribute: pending += "&quot;".utf8
      // A reader turns these into blanks or line feeds unless they are references.
      case 0x0D: pending += "&#13;".utf8
      case 0x09 where isAttribute: pending += "&#9;".utf8
      case 0x0A where isAttribute: pending += "&#10;".utf8
      case 0x09, 0x0A: pending.append(byte)
      case 0..<0x20: pending += "\u{FFFD}".utf8
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF; EF BF BD is the replacement character itself.
        pending.append(previous == (0xEF, 0xBF) ? 0xBD : byte)
      default: pending.append(byte)
      }
      previous = (previous.1, byte)
    }
  }
}
