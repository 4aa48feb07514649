internal import Lingua

/// Reads the formats that have pages: hOCR, ALTO, what pdftotext writes.
struct PageReader {
  /// The largest document in markup; one page of a book takes a ten-thousandth.
  static let sizeLimit = 1 << 29

  var name: String
  var path: String
  /// Whether damage is refused.
  var isStrict: Bool

  /// The document that markup holds.
  ///
  /// - Parameters:
  ///   - bytes: the markup in UTF-8.
  ///   - format: hOCR, ALTO, or pdftotext's boxes; for a PDF its boxes.
  /// - Throws: `ReadError` when it is broken, or holds no page.
  func document(_ bytes: UnsafeBufferPointer<UInt8>, _ format: Document.Format) throws(ReadError) -> Document {
    guard bytes.count <= Self.sizeLimit || format == .pdf else { throw .tooLarge(path: path, limit: Self.sizeLimit) }
    let (pages, damage) = Self.pages(bytes, format)
    if let damage, damage.isFatal || isStrict { throw .markup(path: path, format: format, damage) }
    if pages.isEmpty { throw .noPages(path: path, format: format) }
    let result = PageText.text(of: pages)
    var document = Document(name: name, text: String(decoding: result.bytes, as: UTF8.self), format: format)
    document.pages = result.pages
    if let damage { document.doubts.append(.damaged(damage)) }
    if !result.unplaced.isEmpty { document.doubts.append(.withoutPlaces(pages: result.unplaced)) }
    if format == .pdf {
      let empty = pages.indices.filter { pages[$0].words.isEmpty }
      if empty.count == pages.count { throw .pdf(path: path, .noText(pages: pages.count)) }
      if !empty.isEmpty { document.doubts.append(.withoutText(pages: empty.map { $0 + 1 })) }
    }
    return document
  }

  private static func pages(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: Document.Format
  ) -> (pages: [PrintedPage], damage: MarkupDamage?) {
    func cutOff(_ line: Int?) -> MarkupDamage? {
      line.map { MarkupDamage(reason: .cutOff, line: $0, column: 1, isFatal: false) }
    }
    switch format {
    case .alto:
      var reader = ALTO()
      let damage = MarkupParser.parse(bytes, as: .xml, into: &reader)
      return (reader.builder.finished(), damage)
    case .hocr:
      var reader = HOCR()
      let damage = MarkupParser.parse(bytes, as: .html, into: &reader)
      return (reader.builder.finished(), damage ?? cutOff(reader.cutOff))
    default:
      var reader = PopplerBoxes()
      let damage = MarkupParser.parse(bytes, as: .html, into: &reader)
      return (reader.builder.finished(), damage ?? cutOff(reader.cutOff))
    }
  }

  /// The document that text with form feeds is; columns that a page shows side by side are put one below the other.
  func document(text: [UInt8], _ format: Document.Format) -> Document {
    let split = text.withUnsafeBufferPointer(ColumnText.split)
    let bytes = split ?? text
    var document = Document(
      name: name, text: String(decoding: bytes, as: UTF8.self), format: split == nil ? format : .pdftotext)
    var start = 0
    for page in bytes.split(separator: 0x0C, omittingEmptySubsequences: false) {
      // pdftotext ends each page with a form feed, so that nothing follows the last one.
      if start < bytes.count || start == 0 { document.pages.append(page.startIndex..<page.endIndex) }
      start = page.endIndex + 1
    }
    return document
  }
}
