public import Lingua
internal import Synchronization

/// Finds out what encoding a document has from its first bytes.
public struct EncodingDetector: Sendable {
  /// How an encoding was decided.
  public enum Evidence: String, Hashable, Sendable {
    /// The caller said so.
    case given
    /// A byte-order mark.
    case byteOrderMark = "byte-order-mark"
    /// Every second byte is zero or a script's high byte.
    case zeroBytes = "zero-bytes"
    /// The bytes are well-formed UTF-8, or nearly.
    case wellFormed = "well-formed"
    /// The letters make the best Kazakh, Russian or English in this code page.
    case letters
  }

  /// An encoding and the reason for it.
  public struct Choice: Hashable, Sendable {
    /// The encoding.
    public var encoding: TextEncoding
    /// How it was decided.
    public var evidence: Evidence
  }

  /// How many bytes of a document are worth looking at.
  public static let sampleSize = 1 << 20

  private let lexicons: Lexicons
  private let scorer = LoadedOnce()

  /// Most documents are UTF-8 and need no statistics, so the tables are loaded when the first asks for them.
  private final class LoadedOnce: Sendable {
    private let scorer = Mutex<CodePageScorer?>(nil)

    func value(_ lexicons: Lexicons) throws(ReadError) -> CodePageScorer {
      let result = scorer.withLock { loaded in
        Result<CodePageScorer, ReadError> { () throws(ReadError) in
          if let loaded { return loaded }
          let new = try reading { try CodePageScorer(lexicons: lexicons) }
          loaded = new
          return new
        }
      }
      return try result.get()
    }
  }

  /// A detector over the letter statistics of `letter-frequencies.tsv`.
  public init(lexicons: Lexicons = .embedded) { self.lexicons = lexicons }

  /// Decides on a sample from the beginning of a document.
  ///
  /// - Returns: nil when the bytes are no text.
  /// - Throws: `ReadError` when a table of letters or code pages cannot be used.
  public func detect(_ sample: UnsafeBufferPointer<UInt8>) throws(ReadError) -> Choice? {
    if let choice = Self.detectUnicode(sample) { return choice }
    if Self.isBinary(sample) { return nil }
    return Choice(encoding: try scorer.value(lexicons).best(for: sample), evidence: .letters)
  }

  /// Decides on a sample about the first byte that is not ASCII, which may be anywhere in a document.
  func detect(from place: Int, in bytes: UnsafeBufferPointer<UInt8>) throws(ReadError) -> Choice? {
    // The characters before it tell whether it stands in a word. The line end is no part of any signature or mark.
    let start = max(0, place - 64)
    let end = min(bytes.count, place + Self.sampleSize)
    let sample = [0x0A] + bytes[start..<end]
    return try sample.withUnsafeBufferPointer { (sample) throws(ReadError) in try detect(sample) }
  }

  /// Where the first byte stands that is not ASCII; nil when all are.
  package static func firstBeyondASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = 0
    // The compiler looks at sixteen bytes at a time where nothing ends the loop early.
    while start < bytes.count {
      let end = min(start + 256, bytes.count)
      var all: UInt8 = 0
      for k in start..<end { all |= bytes[k] }
      if all >= 0x80 { return (start..<end).first { bytes[$0] >= 0x80 } }
      start = end
    }
    return nil
  }

  /// Recognises UTF-8 and UTF-16, which need no statistics; nil when the sample is neither or no text.
  static func detectUnicode(_ sample: UnsafeBufferPointer<UInt8>) -> Choice? {
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return Choice(encoding: .utf8, evidence: .byteOrderMark) }
    // The mark of UTF-32 begins as that of UTF-16 does; no text goes on with a NUL.
    if sample.starts(with: [0xFF, 0xFE, 0, 0]) {
      return Choice(encoding: .utf32LittleEndian, evidence: .byteOrderMark)
    }
    if sample.starts(with: [0, 0, 0xFE, 0xFF]) { return Choice(encoding: .utf32BigEndian, evidence: .byteOrderMark) }
    if sample.starts(with: [0xFF, 0xFE]) { return Choice(encoding: .utf16LittleEndian, evidence: .byteOrderMark) }
    if sample.starts(with: [0xFE, 0xFF]) { return Choice(encoding: .utf16BigEndian, evidence: .byteOrderMark) }
    if signature(of: sample) != nil { return nil }
    let zeros = sample.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    if zeros > 0, let encoding = shapeOfUTF32(sample) ?? shapeOfUTF16(sample) {
      return Choice(encoding: encoding, evidence: .zeroBytes)
    }
    if hasTooMany(zeros, in: sample) { return nil }
    return isUTF8(sample) ? Choice(encoding: .utf8, evidence: .wellFormed) : nil
  }

  /// Whether the bytes are no text: a known signature, or zeros without the shape of UTF-16.
  static func isBinary(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    if signature(of: sample) != nil { return true }
    return hasTooMany(sample.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }, in: sample)
  }

  /// Whether so many zeros make a sample no text. A lone one is damage where nothing else is, also in a short text.
  private static func hasTooMany(_ zeros: Int, in sample: UnsafeBufferPointer<UInt8>) -> Bool {
    if zeros * 1000 <= sample.count { return false }
    let controls = sample.reduce(0) { $0 + ($1 < 0x20 && !(0x09...0x0D).contains($1) ? 1 : 0) }
    return zeros > 1 || controls > 1 || sample.count < 16
  }

  /// What the first bytes say a file is, when that is no text.
  public static func signature(of sample: UnsafeBufferPointer<UInt8>) -> String? {
    let signatures: [(bytes: [UInt8], kind: String)] = [
      (Array("%PDF-".utf8), "PDF"), (Array("PK\u{3}\u{4}".utf8), "ZIP archive (DOCX, ODT, EPUB …)"),
      ([0x89] + Array("PNG\r\n".utf8), "PNG image"), (Array("GIF8".utf8), "GIF image"),
      ([0xFF, 0xD8, 0xFF], "JPEG image"), (Array("II*\0".utf8), "TIFF image"), (Array("MM\0*".utf8), "TIFF image"),
      (Array("AT&TFORM".utf8), "DjVu file"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Microsoft Office file of the old kind"),
      ([0x1F, 0x8B], "gzip archive"), (Array("BZh".utf8), "bzip2 archive"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip archive"), (Array("Rar!\u{1A}".utf8), "RAR archive"),
      ([0xFD] + Array("7zXZ\0".utf8), "XZ archive"), ([0x7F] + Array("ELF".utf8), "program"),
      (Array("{\\rtf".utf8), "RTF"),
    ]
    return signatures.first { sample.starts(with: $0.bytes) }?.kind
  }

  /// UTF-32: every four bytes are a character that text has, which no other encoding brings about.
  private static func shapeOfUTF32(_ sample: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    guard sample.count >= 8, sample.count % 4 == 0 else { return nil }
    for (encoding, order) in [(TextEncoding.utf32LittleEndian, [3, 2, 1, 0]), (.utf32BigEndian, [0, 1, 2, 3])] {
      let isText = stride(from: 0, to: sample.count, by: 4).allSatisfy { start in
        let value = order.reduce(UInt32(0)) { $0 << 8 | UInt32(sample[start + $1]) }
        return value >= 0x20 ? Unicode.Scalar(value) != nil : (0x09...0x0D).contains(value)
      }
      if isText { return encoding }
    }
    return nil
  }

  /// UTF-16 of a text in Latin or Cyrillic letters: on one side of the pairs nearly nothing but 00, 04 and 20–22.
  private static func shapeOfUTF16(_ sample: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    var high = [0, 0]
    var zeros = [0, 0]
    for (k, byte) in sample.enumerated() {
      switch byte {
      case 0:
        zeros[k & 1] += 1
        high[k & 1] += 1
      case 0x04, 0x20...0x22: high[k & 1] += 1
      default: break
      }
    }
    let pairs = sample.count / 2
    guard pairs > 0, sample.count % 2 == 0 else { return nil }
    for (side, encoding) in [(1, TextEncoding.utf16LittleEndian), (0, .utf16BigEndian)]
    where high[side] * 10 >= pairs * 9 && zeros[side] > 0 && zeros[1 - side] * 20 <= pairs {
      return encoding
    }
    return nil
  }

  /// Whether the bytes are UTF-8, up to a character that the sample's end cut off and to damage here and there.
  private static func isUTF8(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    var malformed = 0
    while position < sample.count {
      let rest = UnsafeBufferPointer(rebasing: sample[position...])
      let (count, isCutOff) = UTF8Validator.validPrefix(of: rest)
      position += count
      if isCutOff || position >= sample.count { break }
      malformed += 1
      position += UTF8Validator.malformedLength(of: UnsafeBufferPointer(rebasing: sample[position...]))
    }
    if malformed == 0 { return true }
    if isLoneDamage(sample) { return true }
    // In a code page, letters are malformed nearly everywhere; damaged UTF-8 is mostly well-formed.
    let leads = sample.reduce(0) { $0 + ($1 >= 0xC2 ? 1 : 0) }
    let continuations = sample.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 1 : 0) }
    return leads > malformed * 4 && continuations > malformed * 4 && continuations * 2 >= leads
  }

  /// Whether the only bytes beyond ASCII are one or two that stand alone and are no quotation mark or dash of Windows:
  /// damage, not a letter of some code page.
  private static func isLoneDamage(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var seen = 0
    for (k, byte) in sample.enumerated() where byte >= 0x80 {
      seen += 1
      switch byte {
      case 0x82, 0x84...0x85, 0x8B, 0x91...0x97, 0x9B, 0xA0...0xBF: return false
      default: break
      }
      func isLetter(_ index: Int) -> Bool {
        sample.indices.contains(index) && (sample[index] >= 0x80 || (0x61...0x7A).contains(sample[index] | 0x20))
      }
      if seen > 2 || isLetter(k - 1) || isLetter(k + 1) { return false }
    }
    return true
  }
}

/// Runs what reads tables and code pages; what it throws becomes a `ReadError`.
func reading<Result>(_ work: () throws -> Result) throws(ReadError) -> Result {
  do {
    return try work()
  } catch let error as LexiconError {
    throw .lexicon(error)
  } catch let error as ICUError {
    throw .encoding(error)
  } catch {
    throw .encoding(ICUError(code: 1, operation: "read code page"))
  }
}
