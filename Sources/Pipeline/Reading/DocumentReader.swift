public import Lingua

/// Reads documents from files: finds out the encoding, decodes, takes the markup away.
public struct DocumentReader: Sendable {
  /// The encoding of all files. The default is to find it out for each.
  public var encoding: TextEncoding?
  /// Whether a file with bytes that its encoding does not have is refused. The default is no: they become U+FFFD.
  public var strict: Bool
  /// The format of all files. The default is to go by the first bytes of each, and by the ending of its name.
  public var format: Document.Format?

  private let detector: EncodingDetector
  private let lexicons: Lexicons

  /// A reader.
  public init(
    encoding: TextEncoding? = nil, strict: Bool = false, format: Document.Format? = nil, lexicons: Lexicons = .embedded
  ) {
    self.encoding = encoding
    self.strict = strict
    self.format = format
    self.lexicons = lexicons
    detector = EncodingDetector(lexicons: lexicons)
  }

  /// Reads a whole file; "-" is standard input.
  ///
  /// - Parameters:
  ///   - path: the file, or "-".
  ///   - name: the document's name in results. The default is the path.
  /// - Throws: `ReadError` when there is no such file, it may not be read, is no text, has broken markup, or, where the
  ///   reader is strict, is malformed.
  public func read(_ path: String, name: String? = nil) throws(ReadError) -> Document {
    let bytes: [UInt8]
    do throws(FileError) {
      var isFirst = true
      bytes = try FileReader(path: path).rest { all in
        defer { isFirst = false }
        // Poppler reads a PDF itself.
        return isFirst && isRegularFile(path) && self.format(ofHead: all, path: path) == .pdf
      }
    } catch {
      throw .file(error)
    }
    let isFile = isRegularFile(path) && self.format(ofHead: bytes, path: path) == .pdf
    if isFile { return try pdf(name: name ?? path, path: path, bytes: nil) }
    return try document(name: name ?? path, path: path, bytes: bytes)
  }

  /// The document that a PDF is; one that is in no file is given as `bytes`.
  private func pdf(name: String, path: String, bytes: [UInt8]?) throws(ReadError) -> Document {
    let boxes: [UInt8]
    if let bytes {
      boxes = try PDFText().boxes(of: bytes, path: path)
    } else {
      do throws(PDFFailure) { boxes = try PDFText().boxes(ofFile: path) } catch { throw .pdf(path: path, error) }
    }
    let pages = PageReader(name: name, path: path, isStrict: strict)
    return try boxes.withUnsafeBufferPointer { (boxes) throws(ReadError) in try pages.document(boxes, .pdf) }
  }

  /// Makes a document of bytes that are already in memory.
  ///
  /// - Throws: `ReadError` when they are no text, their markup is broken or, where the reader is strict, they are
  ///   malformed.
  public func document(name: String, path: String, bytes: [UInt8]) throws(ReadError) -> Document {
    let format = self.format(ofHead: bytes, path: path)
    if format == .pdf { return try pdf(name: name, path: path, bytes: bytes) }
    let choice = try self.choice(for: bytes, path: path)
    var decoder = try self.decoder(for: choice, keepsMark: false)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 16)
    bytes.withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &output) }
    if strict, decoder.errors.count > 0 {
      throw .malformed(path: path, encoding: choice.encoding, errors: decoder.errors)
    }
    let pages = PageReader(name: name, path: path, isStrict: strict)
    var document = try self.document(output, format, by: pages)
    document.decoding = Document.Decoding(
      encoding: choice.encoding, evidence: choice.evidence, errors: decoder.errors)
    return document
  }

  /// The document of decoded bytes.
  private func document(
    _ bytes: [UInt8], _ format: Document.Format, by pages: PageReader
  ) throws(ReadError) -> Document {
    switch format {
    case .hocr, .alto, .pdf:
      return try bytes.withUnsafeBufferPointer { (bytes) throws(ReadError) in try pages.document(bytes, format) }
    case .pdftotext:
      let isMarkup = bytes.withUnsafeBufferPointer(Document.Format.init(signatureOf:)) == .pdftotext
      if !isMarkup { return pages.document(text: bytes, .pdftotext) }
      return try bytes.withUnsafeBufferPointer { (bytes) throws(ReadError) in try pages.document(bytes, .pdftotext) }
    case .plain:
      // A form feed tells of pages, unless it was said that this is text and nothing else.
      if self.format == nil, bytes.contains(0x0C) { return pages.document(text: bytes, .plain) }
      return Document(name: pages.name, text: String(decoding: bytes, as: UTF8.self))
    case .markdown:
      return Document(name: pages.name, text: String(decoding: bytes, as: UTF8.self), format: .markdown)
    }
  }

  /// The format of a document: the one of all files, or what its first bytes tell, or its name.
  ///
  /// - Parameters:
  ///   - head: the first bytes, 256 kB where there are as many.
  ///   - path: its name.
  public func format(ofHead head: [UInt8], path: String) -> Document.Format {
    format ?? head.withUnsafeBufferPointer(Document.Format.init(signatureOf:)) ?? Document.Format(path: path)
  }

  /// Decides the encoding of a document by its first bytes, `EncodingDetector.sampleSize` or fewer; where these are
  /// ASCII and more follow, by those about the first that is not.
  ///
  /// - Throws: `ReadError.binary` when they are no text and no encoding was given.
  public func choice(for bytes: [UInt8], path: String) throws(ReadError) -> EncodingDetector.Choice {
    if let encoding { return EncodingDetector.Choice(encoding: encoding, evidence: .given) }
    let choice = try bytes.withUnsafeBufferPointer { (bytes) throws(ReadError) -> EncodingDetector.Choice? in
      let first = try detector.detect(UnsafeBufferPointer(rebasing: bytes.prefix(EncodingDetector.sampleSize)))
      guard let first, bytes.count > EncodingDetector.sampleSize else { return first }
      let sample = UnsafeBufferPointer(rebasing: bytes.prefix(EncodingDetector.sampleSize))
      return EncodingDetector.firstBeyondASCII(sample) == nil ? try later(bytes, after: first) : first
    }
    if let choice { return choice }
    throw .binary(path: path, kind: bytes.withUnsafeBufferPointer { EncodingDetector.signature(of: $0) })
  }

  /// Decides again by bytes that follow a sample, or hold it, where that was ASCII and so told nothing.
  ///
  /// - Returns: `first` where it told something, or `bytes` are ASCII or no text.
  /// - Throws: `ReadError` when a table of letters or code pages cannot be used.
  package func later(
    _ bytes: UnsafeBufferPointer<UInt8>, after first: EncodingDetector.Choice
  ) throws(ReadError) -> EncodingDetector.Choice {
    guard first == EncodingDetector.Choice(encoding: .utf8, evidence: .wellFormed),
      let place = EncodingDetector.firstBeyondASCII(bytes)
    else { return first }
    return try detector.detect(from: place, in: bytes) ?? first
  }

  /// A decoder for a choice.
  ///
  /// - Parameters:
  ///   - choice: the encoding and how it was decided.
  ///   - keepsMark: whether a byte-order mark stays in the text.
  /// - Throws: `ReadError` when the table of the code page cannot be used.
  public func decoder(for choice: EncodingDetector.Choice, keepsMark: Bool) throws(ReadError) -> Decoder {
    try reading { try Decoder(choice.encoding, keepsMark: keepsMark, lexicons: lexicons) }
  }
}
