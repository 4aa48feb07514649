extension Document.Format {
  /// How much of a document is looked at: a page of hOCR may have its styles before the first class.
  static let signatureSize = 1 << 18

  /// The format that the first bytes of a document tell: PDF by its signature, hOCR, ALTO and poppler's boxes by their
  /// elements; nil where they tell none.
  ///
  /// - Parameter head: the first bytes, in any encoding that has ASCII's letters, UTF-16 too.
  public init?(signatureOf head: UnsafeBufferPointer<UInt8>) {
    if head.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
      return
    }
    let head = UnsafeBufferPointer(rebasing: head.prefix(Self.signatureSize))
    // Most texts end the search here.
    guard let first = head.prefix(64).first(where: { $0 > 0x20 && $0 < 0x80 }), first == UInt8(ascii: "<") else {
      return nil
    }
    let letters = head.prefix(4).contains(0) ? head.filter { $0 != 0 } : nil
    let found = letters.map { $0.withUnsafeBufferPointer(Self.markup) } ?? Self.markup(head)
    guard let found else { return nil }
    self = found
  }

  private static func markup(_ head: UnsafeBufferPointer<UInt8>) -> Self? {
    func has(_ name: StaticString) -> Bool {
      name.withUTF8Buffer { name in
        var rest = head[...]
        while let place = rest.firstIndex(of: name[0]) {
          rest = rest[place...]
          if rest.starts(with: name) { return true }
          rest = rest.dropFirst()
        }
        return false
      }
    }
    if has("ocr_page") || has("ocrx_word") || has("ocr_line") { return .hocr }
    if has("<alto") || has(":alto ") || has("/alto/ns-v") { return .alto }
    return has("<page ") && (has("<word xMin=") || has("<flow>")) ? .pdftotext : nil
  }

  /// Whether a document in the format is more than its text, so that it must be read whole to know it.
  public var isExtracted: Bool {
    switch self {
    case .plain, .markdown: false
    case .pdftotext, .hocr, .alto, .pdf: true
    }
  }
}
