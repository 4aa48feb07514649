public import Lingua

/// Why a file could not be read as a document.
public enum ReadError: Error, Hashable, Sendable {
  /// The system did not give the bytes.
  case file(FileError)
  /// The bytes are no text; `kind` names what they are where their signature tells ("PDF", "ZIP archive").
  case binary(path: String, kind: String?)
  /// Bytes that the encoding does not have, refused because the reader is strict.
  case malformed(path: String, encoding: TextEncoding, errors: DecodingErrors)
  /// Markup that cannot be read, or was damaged and the reader is strict.
  case markup(path: String, format: Document.Format, MarkupDamage)
  /// Markup without a page of the format.
  case noPages(path: String, format: Document.Format)
  /// Markup larger than `limit` bytes.
  case tooLarge(path: String, limit: Int)
  /// A PDF that gave no text.
  case pdf(path: String, PDFFailure)
  /// ICU did not open a code page that it should have.
  case encoding(ICUError)
  /// A table of code pages or of letter frequencies cannot be used.
  case lexicon(LexiconError)
}

/// An encoding name that is not known.
public struct UnknownEncodingError: Error, Hashable, Sendable {
  /// The name as it was given.
  public var name: String
  /// The known names that look most like it.
  public var near: [String]
}

/// What could not be decoded in a text.
public struct DecodingErrors: Hashable, Sendable {
  /// A place in a source, for people and for programs.
  public struct Place: Hashable, Sendable {
    /// The byte offset in the source, from 0.
    public var offset: Int
    /// The line, from 1.
    public var line: Int
    /// The column in characters, from 1.
    public var column: Int

    /// A place.
    public init(offset: Int, line: Int, column: Int) {
      self.offset = offset
      self.line = line
      self.column = column
    }
  }
  /// How many sequences became U+FFFD.
  public var count = 0
  /// Where the first of them begins.
  public var first: Place?

  /// Errors; none by default.
  public init(count: Int = 0, first: Place? = nil) {
    self.count = count
    self.first = first
  }
}
