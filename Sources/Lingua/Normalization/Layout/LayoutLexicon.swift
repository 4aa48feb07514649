/// The words of `lexicons/layout.tsv`: what shows footnotes, running heads and page numbers, and which hyphens stay.
struct LayoutLexicon: Sendable {
  /// What a word shows; the file's own comment says it in full.
  enum Kind: String, CaseIterable, Sendable {
    case note, series, page, place, first, last, digit, joint, ending, unit
  }

  private var words: [Kind: Set<[UInt8]>] = [:]
  private var notes: [[UInt32]] = []
  private var series: [[UInt32]] = []
  private var headings: Set<[UInt8]> = []
  private var classifiers: Set<[UInt8]> = []

  init(lexicons: Lexicons) throws(LexiconError) {
    let cases = LetterCase.shared
    func lowered(_ word: String) -> [UInt8] {
      let bytes = Array(word.utf8)
      return bytes.withUnsafeBufferPointer { $0.lowered(0..<$0.count, cases) }
    }
    let file = try lexicons.file("layout.tsv", columns: ["language", "kind", "word"])
    for row in file.rows {
      guard let kind = Kind(rawValue: row[1]) else {
        throw LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(
            column: "kind", value: row[1],
            expected: Kind.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      switch kind {
      case .note: notes.append(LossyFold.fold(row[2]))
      case .series: series.append(LossyFold.fold(row[2]))
      default: words[kind, default: []].insert(lowered(row[2]))
      }
    }
    for row in try lexicons.file("headings.tsv", columns: ["heading"]).rows {
      headings.insert(lowered(row[0]))
    }
    for row in try lexicons.file("metadata.tsv", columns: ["kind", "marker"]).rows
    where row[0] == "classifier" {
      classifiers.insert(lowered(row[1]))
    }
  }

  /// Whether a word in lower case names a classification of articles, as УДК does.
  func isClassifier(_ word: [UInt8]) -> Bool { classifiers.contains(word) }

  /// Whether a word in lower case is of a kind (other than notes and series).
  func contains(_ word: [UInt8], _ kind: Kind) -> Bool { words[kind]?.contains(word) ?? false }

  /// Whether a line in lower case, up to its first stop or colon, is a heading of a part of an article.
  func isHeading(_ line: [UInt8]) -> Bool {
    var end = line.firstIndex { $0 == 0x2E || $0 == 0x3A } ?? line.count
    while end > 0, line[end - 1] == 0x20 { end -= 1 }
    return end <= 100 && headings.contains(Array(line[..<end]))
  }

  /// Whether a part of a text begins with a word that begins footnotes.
  ///
  /// - Parameter isMarked: whether a footnote's mark stands before it; without one short words do not count, since many
  ///   words are spelled as they are when vowels are one.
  func beginsNote(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isMarked: Bool) -> Bool {
    let folded = LossyFold.fold(
      text, range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + 120))
    return notes.contains { note in
      (isMarked || note.count > 3) && folded.starts(with: note)
        && (folded.count == note.count || folded[note.count] == 0x20)
    }
  }

  /// Whether a word of running heads stands in a part of a text.
  func hasSeriesWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    LossyFold.fold(text, range).split(whereSeparator: { $0 == 0x20 }).contains { word in
      series.contains {
        word.elementsEqual($0) || $0.count == 1 && word.first == $0.first && $0[0] == 0x2116
      }
    }
  }
}
