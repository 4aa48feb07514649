/// Finds lines that are printed at the top or bottom of pages.
struct RunningHeads {
  let text: TextLines
  let lexicon: LayoutLexicon
  let figures: LayoutFigures

  /// The lines that are running heads, and how sure that is.
  ///
  /// - Parameter isGone: whether a line is page furniture of another kind.
  func lines(isGone: (Int) -> Bool) -> [(line: Int, confidence: Double)] {
    var edges: [(first: Int, last: Int)?] = []
    var counts: [[UInt32]: Int] = [:]
    for page in text.pages {
      guard let first = page.first(where: { !text.lines[$0].isEmpty && !isGone($0) }),
        let last = page.last(where: { !text.lines[$0].isEmpty && !isGone($0) }), first < last
      else {
        edges.append(nil)
        continue
      }
      edges.append((first, last))
      for line in [first, last] { counts[key(line), default: 0] += 1 }
    }
    var result: [(line: Int, confidence: Double)] = []
    for edge in edges {
      guard let edge else { continue }
      for line in [edge.first, edge.last] {
        let key = key(line)
        if key.count >= 4, counts[key, default: 0] > 1 {
          result.append((line, 1))
        } else if line == edge.first, let confidence = headAlone(line, isGone: isGone) {
          result.append((line, confidence))
        }
      }
    }
    return result
  }

  /// The letters of a line, without the numbers that change from page to page.
  private func key(_ line: Int) -> [UInt32] {
    LossyFold.fold(text.bytes, text.lines[line].text).filter { $0 != 0x20 }
  }

  /// How sure it is that the first line of a page is a running head that no other page repeats; nil where it may be the
  /// title of what follows.
  ///
  /// A head stands alone above prose and ends no sentence. It names a series and a year or number; or the prose below it
  /// goes on in the middle of a sentence; or, unlike a title, it shares few words with what follows.
  private func headAlone(_ line: Int, isGone: (Int) -> Bool) -> Double? {
    let range = text.lines[line].text
    let (letters, capitals) = text.bytes.letters(range, text.cases)
    guard figures.isWrapped, text.endsBlock(line), letters >= 6,
      text.lines[line].count <= max(100, figures.width * 6 / 5)
    else { return nil }
    let page = text.pages[text.lines[line].page]
    let below = (line + 1..<page.upperBound).filter { !text.lines[$0].isEmpty && !isGone($0) }
    guard below.count >= 5, let next = below.first, let last = below.last else { return nil }
    let hasNumber = text.words(range).contains {
      text.bytes[$0.lowerBound] &- 0x30 < 10 && $0.count > 1
    }
    if hasNumber, lexicon.hasSeriesWord(text.bytes, range) { return 0.95 }
    guard !text.endsSentence(line), capitals * 10 <= letters * 6, beginsWithCapital(range),
      text.words(range).count >= 3
    else { return nil }
    if text.bytes.isSmall(at: text.lines[next].text.lowerBound, text.cases) { return 0.9 }
    // The prose below: a block of several lines, most of them full.
    var block = 1
    while next + block < page.upperBound, !text.lines[next + block].isEmpty { block += 1 }
    let full = (next..<next + block).count { text.lines[$0].count * 10 >= figures.width * 7 }
    let body = text.lines[next].text.lowerBound..<text.lines[last].text.upperBound
    guard block >= 2, full * 2 >= block, !hasFrontMatter(body), sharedWords(range, body) < 0.5
    else { return nil }
    return 0.7
  }

  private func beginsWithCapital(_ range: Range<Int>) -> Bool {
    guard let word = text.words(range).first,
      text.bytes.characterCount(range.lowerBound..<word.lowerBound) <= 2
    else { return false }
    return text.bytes.isCapital(at: word.lowerBound, text.cases)
  }

  /// Whether an address or the number of a classification stands near the beginning, as behind the title of an article.
  private func hasFrontMatter(_ body: Range<Int>) -> Bool {
    let start = body.lowerBound..<Swift.min(body.upperBound, body.lowerBound + 900)
    return start.contains { text.bytes[$0] == 0x40 }
      || text.words(start).contains { lexicon.isClassifier(text.bytes.lowered($0, text.cases)) }
  }

  /// The share of a line's longer words whose beginnings stand in the body.
  private func sharedWords(_ line: Range<Int>, _ body: Range<Int>) -> Double {
    let wanted = Set(text.words(line).compactMap { beginning($0) })
    if wanted.isEmpty { return 1 }
    var found: Set<[UInt8]> = []
    for word in text.words(body) {
      if let beginning = beginning(word), wanted.contains(beginning) { found.insert(beginning) }
    }
    return Double(found.count) / Double(wanted.count)
  }

  /// The first five letters of a word that has so many, in lower case.
  private func beginning(_ word: Range<Int>) -> [UInt8]? {
    var position = word.lowerBound
    for _ in 0..<5 {
      guard position < word.upperBound else { return nil }
      position += text.bytes.scalar(at: position).count
    }
    return text.bytes.lowered(word.lowerBound..<Swift.min(position, word.upperBound), text.cases)
  }
}
