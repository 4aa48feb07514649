internal import CXML

/// What takes the elements and the text of a document in HTML or XML, in their order.
protocol MarkupEvents {
  mutating func start(_ element: MarkupElement)
  mutating func end()
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// The document has ended on a line; the ends of elements that it left open follow.
  mutating func finish(line: Int)
}

extension MarkupEvents {
  mutating func finish(line: Int) {}
}

/// The beginning of an element; valid until the next event.
struct MarkupElement {
  fileprivate let name: UnsafePointer<CChar>
  fileprivate let attributes: UnsafeBufferPointer<lingua_attribute>

  /// The local name; HTML's are in lower case.
  var localName: String { String(cString: name) }

  /// Whether it has this local name; HTML's are in lower case.
  func isNamed(_ name: StaticString) -> Bool { Self.isEqual(self.name, name) }

  /// The value of an attribute; nil where it has none of that name.
  func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes {
      guard let key = attribute.name, let value = attribute.value, Self.isEqual(key, name) else { continue }
      return UnsafeBufferPointer(
        start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: Int(attribute.count))
    }
    return nil
  }

  /// The number that an attribute holds; nil where it holds none.
  func number(_ name: StaticString) -> Double? {
    guard let value = value(name) else { return nil }
    var numbers = MarkupNumbers(value)
    return numbers.next()
  }

  private static func isEqual(_ name: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
    other.withUTF8Buffer { other in
      for (k, byte) in other.enumerated() where UInt8(bitPattern: name[k]) != byte { return false }
      return name[other.count] == 0
    }
  }
}

/// Puts markup through libxml2's event parsers.
enum MarkupParser {
  /// HTML, mended as browsers do, or XML, which must be well formed.
  enum Kind: Hashable, Sendable { case html, xml }

  /// What is handed to libxml2 at once. Its parser of HTML waits for the end after the first part, so it gets one.
  private static func chunk(_ kind: Kind, of count: Int) -> Int { kind == .html ? max(1, count) : 1 << 16 }

  /// Calls back with what a document holds. Documents of HTML may follow each other, as pages do that were joined by `cat`.
  ///
  /// - Parameters:
  ///   - bytes: the document in UTF-8, whatever encoding it declares.
  ///   - kind: how it is read.
  ///   - events: takes the elements and the text.
  /// - Returns: the first thing that is wrong; after damage that `isFatal` the events stop, other damage was mended.
  static func parse<Events: MarkupEvents>(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: Kind, into events: inout Events
  ) -> MarkupDamage? {
    let sink = MarkupSink(events)
    defer { if let filled = sink.events as? Events { events = filled } }
    var first: MarkupDamage?
    var start = 0
    var line = 0
    repeat {
      let end = kind == .html ? endOfHTML(in: bytes, from: start) : bytes.count
      let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
      // A parser costs more than a look; a file may be nothing but ends.
      let isWorthIt = part.count == bytes.count || part.contains { $0 == UInt8(ascii: "=") }
      if isWorthIt, var damage = parse(part, as: kind, into: sink, behind: line) {
        damage.line += line
        first = first.map { damage.isFatal ? damage : $0 } ?? damage
        if damage.isFatal { break }
      }
      start = end
      if start < bytes.count { line += part.count { $0 == 0x0A } }
    } while start < bytes.count
    return first
  }

  /// Behind the next tag that ends a document of HTML; the end of all where only blanks would follow.
  private static func endOfHTML(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var rest = bytes[start...]
    let tag = Array("</html>".utf8)
    while let place = rest.firstIndex(of: tag[0]) {
      rest = rest[place...]
      if rest.count >= tag.count, zip(rest, tag).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        let end = place + tag.count
        return bytes[end...].allSatisfy { $0 <= 0x20 } ? bytes.count : end
      }
      rest = rest.dropFirst()
    }
    return bytes.count
  }

  /// Parses one document; `line` is how many lines stand before it.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: Kind, into sink: MarkupSink, behind line: Int
  ) -> MarkupDamage? {
    var callbacks = lingua_markup_events(
      start: { context, name, attributes, count, _ in
        guard let name else { return }
        let list = UnsafeBufferPointer(start: attributes, count: Int(count))
        MarkupSink.at(context)?.events.start(MarkupElement(name: name, attributes: list))
      },
      end: { context in MarkupSink.at(context)?.events.end() },
      text: { context, bytes, count in
        let bytes = UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self)
        MarkupSink.at(context)?.events.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      })
    let context = Unmanaged.passUnretained(sink).toOpaque()
    guard let parser = lingua_markup_open(kind == .html, &callbacks, context) else {
      return MarkupDamage(reason: .memory, line: 1, column: 1, isFatal: true)
    }
    defer { lingua_markup_close(parser) }
    let goesOn = withExtendedLifetime(sink) {
      guard feed(bytes, by: chunk(kind, of: bytes.count), to: parser) else { return false }
      sink.events.finish(line: line + Int(lingua_markup_line(parser)))
      return lingua_markup_feed(parser, nil, 0, true)
    }
    var failure = lingua_markup_failure()
    lingua_markup_first_failure(parser, &failure)
    return MarkupDamage(failure, isFatal: !goesOn)
  }

  private static func feed(_ bytes: UnsafeBufferPointer<UInt8>, by chunk: Int, to parser: OpaquePointer) -> Bool {
    var start = 0
    repeat {
      let part = UnsafeBufferPointer(rebasing: bytes[start..<min(start + chunk, bytes.count)])
      start += part.count
      let goesOn = part.withMemoryRebound(to: CChar.self) {
        lingua_markup_feed(parser, $0.baseAddress, Int32($0.count), false)
      }
      if !goesOn { return false }
    } while start < bytes.count
    return true
  }
}

/// Carries the taker of events through C, which knows no generic types.
private final class MarkupSink {
  var events: any MarkupEvents
  init(_ events: any MarkupEvents) { self.events = events }

  static func at(_ context: UnsafeMutableRawPointer?) -> MarkupSink? {
    context.map { Unmanaged<MarkupSink>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension MarkupDamage {
  /// The damage that C tells of; nil where there is none.
  fileprivate init?(_ failure: lingua_markup_failure, isFatal: Bool) {
    let message = withUnsafeBytes(of: failure.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let reason: Reason
    switch lingua_markup_problem(UInt32(failure.problem)) {
    case LINGUA_MARKUP_NONE: return nil
    case LINGUA_MARKUP_DEPTH: reason = .nesting
    case LINGUA_MARKUP_ENTITIES: reason = .entities
    case LINGUA_MARKUP_ATTRIBUTE: reason = .attribute
    case LINGUA_MARKUP_MEMORY: reason = .memory
    default: reason = .syntax(message)
    }
    self.init(reason: reason, line: Int(failure.line), column: Int(failure.column), isFatal: isFatal)
  }
}
