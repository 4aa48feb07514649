public import Lingua

/// Reads glossaries of users and our own: tables (CSV, TSV, XLSX), JSON Lines, TBX of 2008 and 2019, TMX.
///
/// What a file is its first bytes tell, not its name. Entries of our own exports keep identifiers and decisions; those of
/// others are given by the user, approved, with score 1.
public struct GlossaryReader: Sendable {
  /// The largest file, and the largest part of a workbook once it is unpacked.
  static let sizeLimit = 1 << 29

  /// The languages of a table's columns in their order, where no header names them; also what "source" and "target" mean.
  public var languages: [Language]
  /// The encoding of text. The default is to find it out.
  public var encoding: TextEncoding?

  private let lexicons: Lexicons
  private let columns: ColumnWords

  /// A reader.
  ///
  /// - Parameters:
  ///   - languages: those of a table's columns in their order, where no header names them.
  ///   - encoding: that of text; nil to find it out.
  ///   - lexicons: where the words of headers come from.
  /// - Throws: `LexiconError` when the words of headers cannot be read.
  public init(
    languages: [Language] = [], encoding: TextEncoding? = nil, lexicons: Lexicons = .embedded
  ) throws(LexiconError) {
    self.languages = languages
    self.encoding = encoding
    self.lexicons = lexicons
    columns = try ColumnWords(lexicons: lexicons)
  }

  /// Reads a file; "-" is standard input.
  ///
  /// - Throws: `GlossaryReadError`, which names the place.
  public func read(_ path: String) throws(GlossaryReadError) -> GlossaryReading {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileReader(path: path).rest { $0.count > Self.sizeLimit }
    } catch { throw GlossaryReadError(path: path, reason: .document(.file(error))) }
    return try read(bytes, path: path)
  }

  /// Reads bytes that are already in memory.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: its name, as errors shall give it.
  /// - Throws: `GlossaryReadError`, which names the place.
  public func read(_ bytes: [UInt8], path: String) throws(GlossaryReadError) -> GlossaryReading {
    if bytes.count > Self.sizeLimit { throw GlossaryReadError(path: path, reason: .tooLarge(limit: Self.sizeLimit)) }
    let tables = GlossaryTableReader(columns: columns, languages: languages)
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw GlossaryReadError(path: path, reason: .workbook(.oldOrEncrypted))
    }
    if bytes.starts(with: Array("PK".utf8)), bytes.count > 3, bytes[2] < 0x20 {
      return try WorkbookReader(path: path, tables: tables).read(bytes)
    }
    let (text, warning) = try decode(bytes, path: path)
    var reading: GlossaryReading
    switch Self.shape(of: text, path: path) {
    case .turtle: throw GlossaryReadError(path: path, reason: .writtenOnly("SKOS in Turtle"))
    case .xml: reading = try XMLGlossaryReader(path: path).read(text)
    case .json: reading = try Self.jsonLines(text, path: path)
    case .table: reading = try tables.read(text, path: path)
    }
    if let warning { reading.warnings.insert(warning, at: 0) }
    return reading
  }

  private enum Shape { case xml, json, turtle, table }

  private static func shape(of text: [UInt8], path: String) -> Shape {
    // Lines without an entry are a glossary, a table without a header is none.
    if GlossaryFormat.ofFile(path)?.format == "jsonl" { return .json }
    guard let first = text.firstIndex(where: { $0 > 0x20 }) else { return .table }
    let head = text[first...].prefix(4)
    // What Turtle begins with; in full, it is an address.
    if ["@prefix ", "@base ", "<urn:", "<http"].contains(where: { text[first...].starts(with: $0.utf8) }) {
      return .turtle
    }
    switch text[first] {
    case UInt8(ascii: "{"): return .json
    // Somebody's array of entries.
    case UInt8(ascii: "[") where text[(first + 1)...].first(where: { $0 > 0x20 }) == UInt8(ascii: "{"): return .json
    case UInt8(ascii: "<"):
      // A cell of a table may begin with the sign, not its first one with a name behind it.
      let next = head.dropFirst().first ?? 0
      let isName = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
      return isName || next == UInt8(ascii: "?") || next == UInt8(ascii: "!") ? .xml : .table
    default: return .table
    }
  }

  /// The text as UTF-8 without its mark.
  private func decode(
    _ bytes: [UInt8], path: String
  ) throws(GlossaryReadError) -> ([UInt8], GlossaryReadWarning?) {
    do throws(ReadError) {
      let reader = DocumentReader(encoding: encoding ?? Self.declared(bytes), lexicons: lexicons)
      let choice = try reader.choice(for: bytes, path: path)
      var decoder = try reader.decoder(for: choice, keepsMark: false)
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + bytes.count / 16)
      bytes.withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &output) }
      let errors = decoder.errors
      return (output, errors.count > 0 ? .malformed(choice.encoding, errors) : nil)
    } catch { throw GlossaryReadError(path: path, reason: .document(error)) }
  }

  /// The encoding that XML declares, which single-byte text cannot tell otherwise; nil where there is none, or a mark
  /// that knows better.
  private static func declared(_ bytes: [UInt8]) -> TextEncoding? {
    let head = bytes.prefix(200)
    guard head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let declaration = String(decoding: head[..<end], as: UTF8.self)
    guard let name = declaration.split(separator: "encoding").dropFirst().first else { return nil }
    let value = name.drop { $0 == "=" || $0 == " " || $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" }
    let encoding = try? TextEncoding(named: String(value))
    switch encoding {
    // The declaration itself stands there in single bytes.
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: return nil
    default: return encoding
    }
  }

  private static func jsonLines(_ text: [UInt8], path: String) throws(GlossaryReadError) -> GlossaryReading {
    var list = EntryList()
    var line = 0
    for part in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if part.allSatisfy({ $0 <= 0x20 }) { continue }
      let value: JSONValue
      do throws(JSONError) { value = try JSONValue(parsing: part) } catch {
        throw GlossaryReadError(path: path, line: line, column: error.offset + 1, reason: .json(error.reason))
      }
      guard var entry = GlossaryEntry(json: value) else {
        throw GlossaryReadError(path: path, line: line, reason: .noEntry)
      }
      if entry.isGiven && entry.status == .proposed { entry.propose() }
      list.add(entry, line: line)
    }
    return list.reading(.jsonl, isOwn: true)
  }
}
