public import Lingua

/// Reads documents from files: finds out the encoding, decodes, takes the markup away.
public struct DocumentReader: Sendable {
  /// The encoding of all files. The default is to find it out for each.
  public var encoding: TextEncoding?
  /// Whether a file with bytes that its encoding does not have is refused. The default is no: they become U+FFFD.
  public var strict: Bool
  /// The format of all files. The default is to go by the ending of each name.
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
  /// - Throws: `ReadError` when there is no such file, it may not be read, is no text, or, where the reader is strict, is
  ///   malformed.
  public func read(_ path: String, name: String? = nil) throws(ReadError) -> Document {
    let bytes: [UInt8]
    do throws(FileError) {
      let file = try FileReader(path: path)
      var all: [UInt8] = []
      all.reserveCapacity(file.expectedSize)
      var block = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let n = try file.read(into: &block)
        if n == 0 { break }
        all.append(contentsOf: block[..<n])
      }
      bytes = all
    } catch {
      throw .file(error)
    }
    return try document(name: name ?? path, path: path, bytes: bytes)
  }

  /// Makes a document of bytes that are already in memory.
  ///
  /// - Throws: `ReadError` when they are no text or, where the reader is strict, malformed.
  public func document(name: String, path: String, bytes: [UInt8]) throws(ReadError) -> Document {
    let choice = try self.choice(for: bytes, path: path)
    var decoder = try self.decoder(for: choice, keepsMark: false)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 16)
    bytes.withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &output) }
    if strict, decoder.errors.count > 0 {
      throw .malformed(path: path, encoding: choice.encoding, errors: decoder.errors)
    }
    var document = Document(
      name: name, text: String(decoding: output, as: UTF8.self), format: format ?? Document.Format(path: path))
    document.decoding = Document.Decoding(
      encoding: choice.encoding, evidence: choice.evidence, errors: decoder.errors)
    return document
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
