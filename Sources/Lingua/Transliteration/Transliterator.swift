/// Transliterates text by a scheme, forwards or backwards.
///
/// Letters that the scheme does not know, digits and punctuation stay as they are. Decomposed letters are read as composed
/// ones. A value: make it once and use it on any thread.
public struct Transliterator: Sendable {
  /// Which way a scheme is run.
  public enum Direction: Hashable, Sendable {
    /// As its standard says, such as Cyrillic to Latin.
    case forward
    /// Back into the script that it starts from.
    case reverse
  }

  /// The scheme.
  public let scheme: Scheme
  /// Which way it is run.
  public let direction: Direction
  /// Whether escapes are written (forwards) or read (backwards).
  public let escaping: Bool

  let table: SchemeTable
  /// The table of the way back, where escapes are written.
  let back: SchemeTable?

  /// A transliterator; only the table of its scheme is read.
  ///
  /// - Parameters:
  ///   - name: the scheme's id, in any letter case, with hyphens or underscores.
  ///   - direction: which way it is run. The default is forwards.
  ///   - escaping: whether what would not come back is escaped, so that the way back, with escapes too, gives the very
  ///     same bytes for any text. The default is no.
  ///   - lexicons: where the tables come from. The default is those that are built in.
  /// - Throws: `TransliterationError`: no such scheme, one that cannot be reversed, a broken table.
  public init(
    scheme name: String, direction: Direction = .forward, escaping: Bool = false, lexicons: Lexicons = .embedded
  ) throws(TransliterationError) {
    let file = Scheme.folder + Scheme.id(of: name) + ".tsv"
    guard let bytes = try? lexicons.bytes(of: file) else {
      throw .unknownScheme(name: name, near: Scheme.near(name, lexicons: lexicons))
    }
    func compiled(isReverse: Bool) throws(TransliterationError) -> SchemeTable {
      let rows: SchemeRows
      do throws(LexiconError) {
        rows = try SchemeRows(file: file, bytes: bytes, isReverse: isReverse)
      } catch {
        throw .lexicon(error)
      }
      do throws(ICUError) {
        return try SchemeTable(rows, escaping: escaping)
      } catch {
        throw .icu(error)
      }
    }
    table = try compiled(isReverse: direction == .reverse)
    scheme = table.scheme
    self.direction = direction
    self.escaping = escaping
    if direction == .reverse || escaping, scheme.reversibility == .no { throw .irreversible(id: scheme.id) }
    back = escaping && direction == .forward ? try compiled(isReverse: true) : nil
  }

  /// A stream that transliterates blocks of bytes as they come.
  public func stream() -> TransliterationStream { TransliterationStream(self) }

  /// Transliterates valid UTF-8 and appends the result.
  ///
  /// - Parameters:
  ///   - text: the whole text.
  ///   - output: receives the result.
  /// - Returns: how much of the text the scheme knew.
  @discardableResult
  public func transliterate(
    _ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> TransliterationCoverage {
    var stream = stream()
    _ = stream.run(text, from: 0, to: text.count, into: &output)
    return stream.coverage
  }

  /// Returns the transliterated text.
  public func transliterate(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + bytes.count / 2)
      transliterate(bytes, into: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }
}
