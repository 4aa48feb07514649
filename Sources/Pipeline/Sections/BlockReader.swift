internal import Lingua

/// Reads the neighbourhoods of labels as blocks, and the blocks as states.
struct BlockReader {
  let headings: Headings
  let metadata: Metadata
  let identifier: LanguageIdentifier

  /// How many lines before and after a label are looked at.
  private static let before = 150
  private static let after = 60

  /// The readings of all stretches of the document that hold a label.
  func regions(of bytes: UnsafeBufferPointer<UInt8>) -> [SectionCandidates.Reading] {
    let splitter = LabelSplitter(headings: headings, bytes: bytes)
    var lines = TextLine.lines(of: bytes)
    splitter.split(&lines)
    PageFurniture.mark(&lines, in: bytes)
    lines.removeAll(where: \.isFurniture)
    splitter.join(&lines)
    let reader = LineReader(metadata: metadata)
    var found: [Int: Heading] = [:]
    var anchors: [Int] = []
    for i in lines.indices {
      guard let heading = headings.heading(in: bytes, line: lines[i].range) else { continue }
      found[i] = heading
      if heading.kind == .keywords || heading.kind == .abstract,
        strength(heading, i, lines, bytes, reader) > .none
      {
        anchors.append(i)
      }
    }
    var readings: [SectionCandidates.Reading] = []
    for region in regions(around: anchors, count: lines.count) {
      var blocks = region.map { i in
        var block = Block(line: lines[i])
        if let heading = found[i] {
          block.strength = strength(heading, i, lines, bytes, reader)
          if block.strength > .none { block.heading = heading }
        }
        let start = block.heading?.textStart ?? lines[i].range.lowerBound
        block.features = reader.features(of: start..<lines[i].range.upperBound, in: bytes)
        block.fitLetters()
        block.isMarkedHeading = bytes[lines[i].range.lowerBound] == UInt8(ascii: "#")
        return block
      }
      identifyParagraphs(&blocks, bytes)
      let widths = blocks.filter(\.features.isProse).map(\.features.width).sorted()
      let model = SectionModel(fullWidth: widths.isEmpty ? 80 : widths[widths.count / 2])
      let states = SectionPath(model: model).states(of: blocks[...], isInside: region.lowerBound > 0)
      readings.append(
        SectionCandidates.Reading(
          blocks: blocks[...], states: states, isMarkup: isMarkup(blocks, bytes), firstGroup: region.lowerBound * 2))
    }
    return readings
  }

  /// Whether labels or lines are set off in the way of Markdown.
  private func isMarkup(_ blocks: [Block], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    blocks.contains { block in
      let range = block.line.range
      return block.isMarkedHeading || block.heading?.isMarkedUp == true
        || range.count > 4 && bytes[range.lowerBound] == 0x2A && bytes[range.lowerBound + 1] == 0x2A
    }
  }

  private func regions(around anchors: [Int], count: Int) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    for anchor in anchors {
      // The front matter belongs to the first label however long it is, within reason.
      let lower = anchor <= 2 * Self.before ? 0 : anchor - Self.before
      let upper = min(count, anchor + Self.after)
      if let last = regions.last, lower <= last.upperBound {
        regions[regions.count - 1] = last.lowerBound..<upper
      } else {
        regions.append(lower..<upper)
      }
    }
    return regions
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
        (blocks[end].features.latin > blocks[end].features.cyrillic) == isLatin
      {
        end += 1
      }
      let run = blocks[start..<end]
      let letters = run.reduce(0) { $0 + $1.features.letters }
      let kazakh = run.reduce(0) { $0 + (isLatin ? $1.features.kazakhLatin : $1.features.kazakh) }
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
