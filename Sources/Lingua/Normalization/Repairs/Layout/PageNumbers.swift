/// Finds lines that hold a page number and nothing else.
struct PageNumbers {
  let text: TextLines
  let lexicon: LayoutLexicon
  let figures: LayoutFigures

  /// A line of only a number.
  struct Candidate {
    var line: Int
    var number: Int
    /// Empty lines or ends of the page on both sides.
    var isAlone: Bool
    /// The first or last line of its page.
    var isEdge: Bool
  }

  /// The lines that are page numbers, and how sure that is.
  func lines(isNote: (Int) -> Bool) -> [(line: Int, confidence: Double)] {
    let all = candidates()
    let alone = all.count { $0.isAlone }
    // A column of numbers is a table.
    let limit = max(4, 2 * figures.pageCount + 2)
    guard alone <= limit else { return sequence(all).map { ($0, 0.9) } }
    let rising = Set(sequence(all))
    var result: [(line: Int, confidence: Double)] = []
    for candidate in all {
      if rising.contains(candidate.line) {
        result.append((candidate.line, 1))
      } else if figures.isWrapped, candidate.isAlone,
        candidate.isEdge || figures.pageCount == 1 && alone <= 3
      {
        result.append((candidate.line, candidate.isEdge ? 0.95 : 0.8))
      } else if figures.isWrapped, text.endsBlock(candidate.line), candidate.line > 0,
        isNote(candidate.line - 1)
      {
        result.append((candidate.line, 0.9))
      }
    }
    return result
  }

  /// The numbers at the ends of pages and columns that grow by one a page; most pages must have one.
  private func sequence(_ candidates: [Candidate]) -> [Int] {
    guard figures.pageCount > 1 else { return [] }
    var byShift: [Int: [Int]] = [:]
    for candidate in candidates
    where candidate.isEdge || text.endsBlock(candidate.line) {
      byShift[candidate.number - text.lines[candidate.line].page, default: []].append(
        candidate.line)
    }
    func pages(_ lines: [Int]) -> Int { Set(lines.map { text.lines[$0].page }).count }
    let best = byShift.max { (pages($0.value), $1.key) < (pages($1.value), $0.key) }
    guard let best, pages(best.value) > 1, pages(best.value) * 3 >= figures.pageCount * 2 else {
      return []
    }
    return best.value
  }

  private func candidates() -> [Candidate] {
    var result: [Candidate] = []
    for page in text.pages {
      guard let first = page.first(where: { !text.lines[$0].isEmpty }),
        let last = page.last(where: { !text.lines[$0].isEmpty })
      else { continue }
      for line in first...last where text.lines[line].count <= 24 {
        guard let number = number(of: line) else { continue }
        result.append(
          Candidate(
            line: line, number: number, isAlone: text.opensBlock(line) && text.endsBlock(line),
            isEdge: line == first || line == last))
      }
    }
    return result
  }

  /// The number that a line consists of, with at most a few marks and a word for "page" about it; 0 to 9999.
  func number(of line: Int) -> Int? {
    let bytes = text.bytes
    let range = text.lines[line].text
    var number: Int?
    var marks = 0
    var words = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let end = bytes.wordEnd(from: position, limit: range.upperBound, text.cases)
      guard end > position else {
        let (value, count) = bytes.scalar(at: position)
        // Marks that recognition makes of specks, and those that printers set about numbers; no sign of arithmetic.
        guard Self.isMark(value) else { return nil }
        if value != 0x20 { marks += 1 }
        position += count
        continue
      }
      if let value = Self.digits(bytes, position..<end) {
        if number == nil { number = value } else if words == 0 { return nil }
      } else {
        guard lexicon.contains(bytes.lowered(position..<end, text.cases), .page) else { return nil }
        words += 1
      }
      position = end
    }
    guard marks <= 4, words <= 2 else { return nil }
    return number
  }

  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x22, 0x27, 0x28, 0x29, 0x2A, 0x2C...0x2E, 0x3A, 0x5B, 0x5D, 0x5F, 0x60, 0x7C, 0x7E:
      true
    case 0xAB, 0xB0, 0xB7, 0xBB, 0x2010...0x2015, 0x2018...0x201F, 0x2022: true
    default: false
    }
  }

  static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard (1...4).contains(range.count) else { return nil }
    var value = 0
    for i in range {
      guard bytes[i] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(bytes[i] - 0x30)
    }
    return value
  }
}
