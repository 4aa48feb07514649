import Pipeline

/// Sentences about documents with pages: hOCR, ALTO, PDF.
extension Prose {
  /// What the reader of a document noticed.
  static func words(_ doubt: Document.Doubt) -> String {
    switch doubt {
    case .damaged(let damage):
      "line \(damage.line), column \(damage.column): \(words(damage.reason)); what follows may be lost"
        + " (--strict refuses such files)"
    case .withoutPlaces(let pages):
      "\(list(pages)): no places of lines and words, so they stand in the order of the file; columns may be mixed"
    case .withoutText(let pages):
      "\(list(pages)): pictures without text; read them by OCR (tesseract IMAGE NAME hocr) and give the .hocr files"
    }
  }

  /// Why a document with pages could not be read; nil for other errors.
  static func describePages(_ error: ReadError) -> String {
    switch error {
    case .markup(let path, let format, let damage):
      "\(path):\(damage.line):\(damage.column): \(name(format)) that cannot be read: \(words(damage.reason));"
        + " \(remedy(damage.reason))"
    case .noPages(let path, let format):
      "\(path): no page of \(name(format)) in it; name what it is by --input-format"
    case .tooLarge(let path, let limit):
      "\(path): over \(limit >> 20) MB of markup; split it into files of fewer pages"
    case .pdf(let path, let failure): "\(path): \(words(failure))"
    default: "\(error)"
    }
  }

  private static func words(_ failure: PDFFailure) -> String {
    switch failure {
    case .noProgram: "reading a PDF needs the program pdftotext; install poppler-utils, or give the text itself"
    case .encrypted: "the PDF asks for a password; give a copy without one (qpdf --decrypt)"
    case .forbidden: "the PDF forbids that its text is taken out; ask its owner for another copy"
    case .broken(let reason): "the PDF cannot be read (\(reason)); get a whole copy, or repair it (qpdf, mutool clean)"
    case .noText(let pages):
      "the PDF has no text, its \(pages == 1 ? "page is a picture" : "\(pages) pages are pictures"); run OCR first"
        + " (pdftoppm -r 300 -png FILE page, tesseract page-1.png page-1 hocr) and give the .hocr files"
    case .tooSlow(let seconds): "pdftotext took more than \(seconds) seconds; split the PDF into parts"
    case .tooLarge(let limit): "its text with all places is over \(limit >> 20) MB; split the PDF into parts"
    }
  }

  static func words(_ reason: MarkupDamage.Reason) -> String {
    switch reason {
    case .syntax(let message): message.isEmpty ? "not well formed" : "not well formed (\(message))"
    case .cutOff: "the file ends within a page"
    case .nesting: "elements are nested more than 256 deep"
    case .entities: "it declares entities of its own, which are not expanded"
    case .attribute: "an attribute is longer than 1 MB, or an element has more than 256"
    case .memory: "there is not enough memory"
    }
  }

  private static func remedy(_ reason: MarkupDamage.Reason) -> String {
    switch reason {
    case .syntax, .cutOff: "write it anew with the program that made it, or mend that place"
    case .nesting, .entities, .attribute: "no OCR program writes such files; check where it comes from"
    case .memory: "split it into files of fewer pages"
    }
  }

  private static func name(_ format: Document.Format) -> String {
    switch format {
    case .plain: "text"
    case .markdown: "Markdown"
    case .pdftotext: "pdftotext"
    case .hocr: "hOCR"
    case .alto: "ALTO"
    case .pdf: "PDF"
    }
  }

  private static func list(_ pages: [Int]) -> String {
    let shown = pages.prefix(10).map(String.init).joined(separator: ", ")
    return (pages.count == 1 ? "page " : "pages ") + shown + (pages.count > 10 ? " and \(pages.count - 10) more" : "")
  }
}
