internal import CLanguage

/// Finds where text may have been read in a wrong encoding, by bytes that Kazakh, Russian and English hardly have.
///
/// Looked for are Cyrillic letters of other languages, Latin letters with marks, controls, parts of drawn lines, U+FFFD,
/// capitals behind small letters, and many capitals together. What is found is judged later; what is not found is clean.
enum SuspectScan {
  /// How long a block is, in bytes.
  static let blockSize = 64

  /// Where the first suspicious block at or after `start` begins; nil where there is none.
  static func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress else { return nil }
    let place = lingua_next_suspect(base, text.count, start)
    return place < text.count ? place : nil
  }
}
