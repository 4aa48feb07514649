internal import Glibc

/// Looks through a document for lines that were read in a wrong encoding.
struct MojibakeSearch {
  private var line: MojibakeLine
  private let candidates: [MojibakePair]
  private let identifier: LanguageIdentifier
  private let words: KnownWords

  // What Kazakh with letters of other languages may be taken for; none of these has such letters itself.
  private static let likeKazakh = Set(["kk", "ky", "tt", "ba"].map(LanguageTag.init(rawValue:)))

  init(line: MojibakeLine, candidates: [MojibakePair], identifier: LanguageIdentifier, words: KnownWords) {
    self.line = line
    self.candidates = candidates
    self.identifier = identifier
    self.words = words
  }

  /// The edits of a text whose first suspicious place is known.
  mutating func edits(of text: UnsafeBufferPointer<UInt8>, from first: Int) -> [Edit] {
    var edits: [Edit] = []
    var sure: [MojibakePair: Int] = [:]
    var likely: MojibakePair?
    var repaired: [Range<Int>] = []
    var end = 0
    var suspect: Int? = first
    while let place = suspect {
      var start = max(end, place)
      while start > end, text[start - 1] != 0x0A { start -= 1 }
      // All lines that the suspicious block touches.
      while start < min(place + SuspectScan.blockSize, text.count) {
        let range = Mojibake.line(at: start, in: text)
        line.read(text, range)
        if !line.isClean, let finding = finding(text, likely: likely), isSure(finding, text, range) {
          line.repair(text, finding, words: words, into: &edits)
          sure[finding.pair, default: 0] += 1
          likely = finding.pair
          repaired.append(range)
        }
        start = range.upperBound + (range.upperBound < text.count && text[range.upperBound] == 0x0A ? 1 : 0)
      }
      end = start
      suspect = start < text.count ? SuspectScan.next(in: text, from: start) : nil
    }
    if sure.isEmpty { return [] }
    return merge(edits, others(of: text, sure: sure, repaired: repaired))
  }

  /// The best pair for the line that was read. The one of the last line is tried first: where it makes good text of the whole
  /// line, no other needs a look.
  private mutating func finding(_ text: UnsafeBufferPointer<UInt8>, likely: MojibakePair?) -> MojibakeLine.Finding? {
    if let likely, let finding = line.best(text, among: [likely]), finding.isWhole, finding.guessed == 0,
      finding.letters >= 12, finding.mean > -3.3
    {
      return finding
    }
    return line.best(text, among: candidates)
  }

  /// The edits of lines that say too little for themselves but fit what is sure of others.
  private mutating func others(
    of text: UnsafeBufferPointer<UInt8>, sure: [MojibakePair: Int], repaired: [Range<Int>]
  ) -> [Edit] {
    var open: [Range<Int>] = []
    var next = 0
    var start = 0
    while start < text.count {
      let range = Mojibake.line(at: start, in: text)
      start = range.upperBound + (range.upperBound < text.count && text[range.upperBound] == 0x0A ? 1 : 0)
      if next < repaired.count, repaired[next].lowerBound == range.lowerBound {
        next += 1
      } else if text[range].contains(where: { $0 >= 0x80 }) {
        open.append(range)
      }
    }
    let seen = MojibakePair.all.filter { sure[$0] != nil }
    var edits: [Edit] = []
    for range in open {
      line.read(text, range)
      guard let finding = line.best(text, among: seen), finding.converted > 0 else { continue }
      // The odds that a line of this document was misread so.
      let odds = logf((Float(sure[finding.pair] ?? 0) + 0.5) / (Float(open.count) + 1))
      guard fits(finding, odds: odds, text, range) else { continue }
      line.repair(text, finding, words: words, into: &edits)
    }
    return edits
  }

  private func merge(_ first: [Edit], _ second: [Edit]) -> [Edit] {
    if second.isEmpty { return first }
    return (first + second).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a line says by itself that it was misread.
  private mutating func isSure(
    _ finding: MojibakeLine.Finding, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard isWhole(finding) else { return false }
    if finding.pair.right == .utf8 {
      return finding.gain >= 20 || finding.gain >= 6 && finding.mean > -5 || finding.isWhole && finding.converted >= 6
    }
    if finding.pair.keepsRussian {
      return finding.gain >= 10 && finding.mean > -4.4 && line.letters >= 7 && isKazakh(text, range)
    }
    // Units and acronyms, such as дБ, make no words when they are read otherwise.
    guard finding.letters >= 7, finding.letters * 2 >= finding.words * 5 else { return false }
    let needed: Float = finding.letters < 12 ? 20 : 12
    guard finding.gain >= needed && finding.mean > -4 || finding.gain >= 40 && finding.mean > -5 else { return false }
    return isLanguage(finding, text)
  }

  /// Whether a line that says little was misread, by the odds that lines of its document were.
  private mutating func fits(
    _ finding: MojibakeLine.Finding, odds: Float, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard isWhole(finding) else { return false }
    if finding.pair.right == .utf8 {
      return finding.gain >= min(max(2 - odds, 1), 5) && finding.mean > -5
        || finding.isWhole && finding.converted >= 3
    }
    guard finding.gain >= min(max(3 - odds, 2), 16) else { return false }
    if finding.pair.keepsRussian, line.letters >= 10 { return isKazakh(text, range) }
    return isLanguage(finding, text)
  }

  /// Whether what comes out is Kazakh or Russian: all of the line and good in its letters, or words that are known. Text in
  /// other languages gains by chance, too.
  private mutating func isLanguage(_ finding: MojibakeLine.Finding, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if finding.isWhole, finding.letters >= 12, finding.mean > -3.4 { return true }
    let found = line.knownWords(text, finding, among: words)
    return found.known > 0 && found.known * 2 >= found.all
  }

  /// Whether so little was lost that what is left is the text, and what comes out is words, not signs.
  private func isWhole(_ finding: MojibakeLine.Finding) -> Bool {
    finding.guessed * 4 <= finding.converted
      && (finding.pair.right == .utf8 || finding.letters * 3 >= finding.converted * 2)
  }

  /// Whether letters of other languages that would become Kazakh ones stand in a Kazakh line: Ukrainian, Belarusian,
  /// Serbian and Macedonian lines have them of right.
  private func isKazakh(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    Self.likeKazakh.contains(identifier.identify(UnsafeBufferPointer(rebasing: text[range])).language)
  }
}
