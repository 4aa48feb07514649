internal import Lingua

/// Reads the neighbourhoods of labels as blocks, and the blocks as states.
struct BlockReader {
  let headings: Headings
  let metadata: Metadata
  let identifier: LanguageIdentifier

  /// How many lines before and after a label are looked at.
  private static let before = 150
  private static let after = 60
  /// How far that goes on where an abstract does, set in a narrow column.
  private static let longest = 400

  /// How many lines are looked at where there is no label: of the front matter, and at the end.
  private static let front = 200
  private static let back = 150

  /// The lines of a document and the headings that they begin with.
  struct Lines {
    let bytes: UnsafeBufferPointer<UInt8>
    var lines: [TextLine]
    var headings: [Int: Heading] = [:]
    /// The lines with believed labels of abstracts and keywords.
    var anchors: [Int] = []
    /// The last heading of a list of references.
    var references: Int?
  }

  /// Reads the lines of a document.
  func lines(of bytes: UnsafeBufferPointer<UInt8>) -> Lines {
    let splitter = LabelSplitter(headings: headings, bytes: bytes)
    var lines = TextLine.lines(of: bytes)
    splitter.split(&lines)
    PageFurniture.mark(&lines, in: bytes)
    lines.removeAll(where: \.isFurniture)
    splitter.join(&lines)
    let reader = LineReader(metadata: metadata)
    var result = Lines(bytes: bytes, lines: lines)
    for i in lines.indices {
      guard let heading = headings.heading(in: bytes, line: lines[i].range) else { continue }
      result.headings[i] = heading
      switch heading.kind {
      case .keywords, .abstract:
        if strength(heading, i, lines, bytes, reader) > .none { result.anchors.append(i) }
      case .references:
        if strength(heading, i, lines, bytes, reader) == .strong { result.references = i }
      default: break
      }
    }
    return result
  }

  /// The readings of all stretches of the document that hold a label.
  func regions(of document: Lines) -> [SectionCandidates.Reading] {
    regions(around: document).map { region in
      var blocks = self.blocks(of: document, region)
      identifyParagraphs(&blocks, document.bytes)
      let widths = blocks.filter(\.features.isProse).map(\.features.width).sorted()
      let model = SectionModel(fullWidth: widths.isEmpty ? 80 : widths[widths.count / 2])
      let states = SectionPath(model: model).states(of: blocks[...], isInside: region.lowerBound > 0)
      return SectionCandidates.Reading(
        blocks: blocks[...], states: states, isMarkup: isMarkup(blocks, document.bytes),
        firstGroup: region.lowerBound * 2)
    }
  }

  /// The beginning and the end of a document, for the search without labels.
  func ends(of document: Lines) -> [[Block]] {
    let count = document.lines.count
    let front = 0..<min(count, Self.front)
    var lower = max(front.upperBound, count - Self.back)
    if let references = document.references, references + 1 > lower { lower = references + 1 }
    let ranges = lower < count ? [front, lower..<count] : [front]
    return ranges.map { range in
      var blocks = self.blocks(of: document, range)
      identifyParagraphs(&blocks, document.bytes)
      return blocks
    }
  }

  private func blocks(of document: Lines, _ range: Range<Int>) -> [Block] {
    let reader = LineReader(metadata: metadata)
    let bytes = document.bytes
    return range.map { i in
      let line = document.lines[i]
      var block = Block(line: line)
      if let heading = document.headings[i] {
        block.strength = strength(heading, i, document.lines, bytes, reader)
        if block.strength > .none { block.heading = heading }
      }
      let start = block.heading?.textStart ?? line.range.lowerBound
      block.features = reader.features(of: start..<line.range.upperBound, in: bytes)
      block.fitLetters()
      block.isMarkedHeading = bytes[line.range.lowerBound] == UInt8(ascii: "#")
      return block
    }
  }

  /// Whether labels or lines are set off in the way of Markdown.
  private func isMarkup(_ blocks: [Block], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    blocks.contains { block in
      let range = block.line.range
      return block.isMarkedHeading || block.heading?.isMarkedUp == true
        || range.count > 4 && bytes[range.lowerBound] == 0x2A && bytes[range.lowerBound + 1] == 0x2A
    }
  }

  private func regions(around document: Lines) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    for (k, anchor) in document.anchors.enumerated() {
      // The front matter belongs to the first label however long it is, within reason.
      let lower = anchor <= 2 * Self.before ? 0 : anchor - Self.before
      var upper = min(document.lines.count, anchor + Self.after)
      let isLast = k + 1 == document.anchors.count || document.anchors[k + 1] > upper
      if isLast, document.headings[anchor]?.kind == .abstract { upper = end(ofAbstractAt: anchor, upper, document) }
      if let last = regions.last, lower <= last.upperBound {
        regions[regions.count - 1] = last.lowerBound..<upper
      } else {
        regions.append(lower..<upper)
      }
    }
    return regions
  }

  /// Where the prose under the heading of an abstract ends that is longer than the window; the window's end where
  /// something else begins inside it.
  private func end(ofAbstractAt anchor: Int, _ window: Int, _ document: Lines) -> Int {
    let limit = min(document.lines.count, anchor + Self.longest)
    guard window < limit else { return window }
    let reader = LineReader(metadata: metadata)
    var letters: (cyrillic: Int, latin: Int) = (0, 0)
    for i in anchor + 1..<limit {
      let f = reader.features(of: document.lines[i].range, in: document.bytes)
      let isForeign = f.letters >= 20 && (f.latin > f.cyrillic) != (letters.latin > letters.cyrillic)
      let isOther = document.headings[i] != nil || f.isCaps || f.metadata >= 2 || document.lines[i].gap > 1
      if i > anchor + 1 && isForeign || isOther || f.letters == 0 && document.lines[i].gap > 0 { return max(window, i) }
      letters.cyrillic += f.cyrillic
      letters.latin += f.latin
    }
    return limit
  }

  private func strength(
    _ heading: Heading, _ i: Int, _ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>, _ reader: LineReader
  ) -> HeadingStrength {
    let line = lines[i]
    let rest = reader.features(of: heading.textStart..<line.range.upperBound, in: bytes)
    var next: LineFeatures?
    if i + 1 < lines.count, lines[i + 1].gap == 0 { next = reader.features(of: lines[i + 1].range, in: bytes) }
    let before = i > 0 && line.gap == 0 && !line.startsPage ? reader.features(of: lines[i - 1].range, in: bytes) : nil
    return .of(heading, rest: rest, next: next, before: before)
  }

  /// Asks for the language of paragraphs that their letters do not tell: Kazakh without its letters, or in Latin script.
  private func identifyParagraphs(_ blocks: inout [Block], _ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < blocks.count {
      let isLatin = blocks[start].features.latin > blocks[start].features.cyrillic
      guard blocks[start].features.isProse else {
        start += 1
        continue
      }
      var end = start + 1
      while end < blocks.count, blocks[end].features.isProse, blocks[end].strength == .none,
        blocks[end].line.gap == 0 || !blocks[end - 1].features.endsSentence,
        (blocks[end].features.latin > blocks[end].features.cyrillic) == isLatin
      {
        end += 1
      }
      // A slice that is kept would have all blocks copied when one is changed.
      var letters = 0
      var kazakh = 0
      for i in start..<end {
        letters += blocks[i].features.letters
        kazakh += isLatin ? blocks[i].features.kazakhLatin : blocks[i].features.kazakh
      }
      if kazakh * 33 < letters && letters >= 60 {
        let range =
          blocks[start].line.range
          .lowerBound..<min(
            blocks[end - 1].line.range.upperBound, blocks[start].line.range.lowerBound + 2000)
        let text = String(decoding: bytes[range], as: UTF8.self)
        let guess = identifier.identify(text, among: isLatin ? [.kk, .en] : [.kk, .ru])
        if let language = guess.language.language {
          for i in start..<end { blocks[i].fit(language) }
        }
      }
      start = end
    }
  }
}
