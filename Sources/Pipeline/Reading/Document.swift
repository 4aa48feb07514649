public import Lingua

/// One document as it was read: UTF-8 text, and what is known of where it came from.
public struct Document: Sendable {
  /// How the source is marked up.
  public enum Format: String, Hashable, Sendable {
    /// Plain text.
    case plain
    /// Markdown.
    case markdown
    /// What poppler's `pdftotext` writes: text with a form feed after each page, columns side by side where it was told to
    /// keep the layout, or the places of words (`-bbox-layout`).
    case pdftotext
    /// hOCR: HTML with the places of lines and words.
    case hocr
    /// ALTO: XML with the places of lines and words.
    case alto
    /// PDF.
    case pdf

    /// The format that a file name's ending tells: Markdown for ".md" and ".markdown", plain for all others.
    public init(path: String) {
      let name = path.lowercased()
      self = name.hasSuffix(".md") || name.hasSuffix(".markdown") ? .markdown : .plain
    }
  }

  /// What a reader noticed in a document that it read all the same.
  public enum Doubt: Hashable, Sendable {
    /// Markup that is not well formed; what follows the place may be lost.
    case damaged(MarkupDamage)
    /// Pages, counted from 1, whose words have no places, so that they stand in the order of the source.
    case withoutPlaces(pages: [Int])
    /// Pages of a PDF, counted from 1, that are pictures without text.
    case withoutText(pages: [Int])
  }

  /// How the bytes of the source became text.
  public struct Decoding: Hashable, Sendable {
    /// The encoding of the source.
    public var encoding: TextEncoding
    /// How it was decided.
    public var evidence: EncodingDetector.Evidence
    /// What could not be decoded.
    public var errors: DecodingErrors

    /// What is known of a decoding.
    public init(encoding: TextEncoding, evidence: EncodingDetector.Evidence, errors: DecodingErrors) {
      self.encoding = encoding
      self.evidence = evidence
      self.errors = errors
    }
  }

  /// A name for it in results: the file's path, or the `id` of a JSON Lines record.
  public var name: String
  /// The text without markup, valid UTF-8; all offsets of results are UTF-8 offsets in it.
  public var text: String
  /// The source with its markup, decoded to UTF-8, which the ranges of results refer to; `text` for plain text and for formats
  /// whose text is taken out of a file that holds more.
  public var source: String { marked ?? text }
  private var marked: String?
  /// How the source is marked up. The default is plain.
  public var format: Format
  /// From offsets of `text` to offsets of the source, decoded to UTF-8; the identity for plain text, and for formats whose
  /// text is taken out of a file that holds more, so that ranges are those of the text.
  public var map: OffsetMap
  /// Where each page is in `text`, in UTF-8 offsets; empty where the format knows no pages.
  public var pages: [Range<Int>] = []
  /// What the reader noticed.
  public var doubts: [Doubt] = []
  /// How the bytes became text; nil for a document that was text from the beginning.
  public var decoding: Decoding?

  /// The encoding of the source, where it had one.
  public var encoding: TextEncoding? { decoding?.encoding }
  /// What could not be decoded.
  public var decodingErrors: DecodingErrors { decoding?.errors ?? DecodingErrors() }

  /// A document that is already text.
  ///
  /// - Parameters:
  ///   - name: a name for it in results.
  ///   - text: the source; where the format is Markdown, `self.text` is the text without its markup. For formats with
  ///     pages it is the text that was taken out.
  ///   - format: how the source is marked up.
  public init(name: String, text: String, format: Format = .plain) {
    self.name = name
    self.format = format
    switch format {
    case .plain, .pdftotext, .hocr, .alto, .pdf:
      self.text = text
      map = OffsetMap()
    case .markdown:
      let plain = Markdown.plainText(of: text)
      marked = text
      self.text = plain.text
      map = OffsetMap(plain.edits)
    }
  }
}
