internal import Synchronization

/// Restores text that was read in a wrong encoding: "РџСЂРёРІРµС‚" or "Ïðèâåò" for "Привет".
///
/// A line is undone where that makes its letters much more probable. What is sure in some lines of a document makes other
/// lines believable that say less. Text that was misread twice is undone twice.
struct Mojibake: DocumentRepair {
  static let rule = EditRule(rawValue: "mojibake")

  /// Longer lines are looked at in parts.
  private static let longestLine = 4096
  /// Text is misread twice, hardly oftener.
  private static let mostPasses = 4

  let rules = [Mojibake.rule] + MojibakePair.all.map(\.rule)
  private let letterPairs: LetterPairs
  private let identifier: LanguageIdentifier
  private let pages: LoadedPages

  /// - Throws: `LexiconError` when a table of letters or code pages is missing or broken.
  init(lexicons: Lexicons) throws(LexiconError) {
    letterPairs = try LetterPairs(lexicons: lexicons)
    identifier = try LanguageIdentifier(lexicons: lexicons)
    pages = LoadedPages(
      kz1048: try CodePageChange.list(for: "KZ-1048", lexicons: lexicons),
      pt154: try CodePageChange.list(for: "PT154", lexicons: lexicons))
  }

  /// Most documents are clean and need no pages, so they are loaded when the first asks for them.
  private final class LoadedPages: Sendable {
    private let kz1048: [CodePageChange]
    private let pt154: [CodePageChange]
    private let pages = Mutex<MojibakePages?>(nil)

    init(kz1048: [CodePageChange], pt154: [CodePageChange]) {
      self.kz1048 = kz1048
      self.pt154 = pt154
    }

    func value() throws(ICUError) -> MojibakePages {
      let result = pages.withLock { loaded in
        Result<MojibakePages, ICUError> { () throws(ICUError) in
          if let loaded { return loaded }
          let new = try MojibakePages(kz1048: kz1048, pt154: pt154)
          loaded = new
          return new
        }
      }
      return try result.get()
    }
  }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    guard context.isOn(Self.rule), let first = SuspectScan.next(in: text, from: 0) else { return [] }
    let candidates = MojibakePair.all.filter { context.isOn($0.rule) }
    var search = MojibakeSearch(
      line: MojibakeLine(pairs: letterPairs, pages: try pages.value()), candidates: candidates, identifier: identifier,
      words: context.words)
    var edits = search.edits(of: text, from: first)
    var pass = 1
    var output: [UInt8] = []
    while !edits.isEmpty, pass < Self.mostPasses {
      output = edits.applied(to: Array(text))
      let later = output.withUnsafeBufferPointer { text -> [Edit] in
        SuspectScan.next(in: text, from: 0).map { search.edits(of: text, from: $0) } ?? []
      }
      if later.isEmpty { break }
      edits = edits.composed(with: later)
      pass += 1
    }
    return edits
  }

  /// The lines of a text, or parts of long ones, that follow each other from `start` on.
  static func line(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let limit = min(text.count, start + longestLine)
    var end = start
    while end < limit, text[end] != 0x0A { end += 1 }
    if end < text.count, text[end] != 0x0A {
      // At the last blank; where there is none, between two characters.
      var cut = end
      while cut > start + longestLine / 2, text[cut - 1] != 0x20 { cut -= 1 }
      if cut > start + longestLine / 2 {
        end = cut
      } else {
        while end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
    }
    return start..<end
  }
}
