internal import Lingua

/// A run of lines that belong together, for documents where no label says what they are.
struct Paragraph {
  enum Role {
    /// A known heading.
    case heading
    /// Authors, addresses, classifiers, dates.
    case metadata
    /// Sentences.
    case prose
    /// A line or some lines that can be a title.
    case title
    case other
  }
  var lines: Range<Int>
  var role: Role
  var language: Language?
  var letters = 0
}

/// Gathers lines to paragraphs.
struct ParagraphReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let identifier: LanguageIdentifier

  private enum LineClass { case heading, metadata, caps, text, blank }

  /// The paragraphs of a run of lines.
  func paragraphs(of blocks: [Block]) -> [Paragraph] {
    let widths = blocks.filter(\.features.isProse).map(\.features.width).sorted()
    let fullWidth = widths.isEmpty ? 80 : widths[widths.count / 2]
    var starts: [Int] = []
    var previous: LineClass = .blank
    var isLong = false
    for i in blocks.indices {
      let kind = lineClass(blocks[i])
      if let start = starts.last, goesOn(blocks[i], kind, after: blocks[i - 1], previous, isLong, fullWidth) {
        // No title has four lines or a sentence that ends.
        isLong = isLong || i - start >= 3 || blocks[i].features.innerStops > 0
      } else {
        starts.append(i)
        isLong = blocks[i].features.innerStops > 0 && blocks[i].features.isProse
      }
      previous = kind
    }
    starts += titlesBeforeMetadata(blocks, starts)
    starts.sort()
    return starts.indices.map { i in
      paragraph(starts[i]..<(i + 1 < starts.count ? starts[i + 1] : blocks.count), blocks)
    }
  }

  private func lineClass(_ block: Block) -> LineClass {
    let f = block.features
    if block.strength > .none { return .heading }
    if f.metadata >= 2 || f.metadata >= 1 && !f.isProse { return .metadata }
    if f.letters == 0 { return .blank }
    return f.isCaps ? .caps : .text
  }

  private func goesOn(
    _ block: Block, _ kind: LineClass, after before: Block, _ previous: LineClass, _ isLong: Bool, _ fullWidth: Int
  ) -> Bool {
    let f = block.features
    let isOpen = !before.features.endsSentence
    if block.strength > .none || block.isMarkedHeading || before.isMarkedHeading { return false }
    // What stands behind a heading on its line is of its paragraph.
    if previous == .heading { return before.features.letters > 0 && block.line.gap == 0 }
    if kind == .blank || previous == .blank { return block.line.gap == 0 && isOpen }
    // The middle of a sentence may look like anything.
    let isInside = previous == .text && isOpen && before.features.isProse && before.features.width * 5 > fullWidth * 4
    if block.line.gap > 0 || fullWidth > 200 {
      return previous == .text && kind == .text && isOpen && f.startsLower
    }
    if isLong && isOpen && before.features.width * 4 > fullWidth * 3 { return true }
    if (f.latin > f.cyrillic) != (before.features.latin > before.features.cyrillic) {
      return isInside && f.startsLower || kind == .metadata && previous == .metadata
    }
    if kind != previous {
      let isShortEnd =
        previous == .caps && (f.lower == 0 || f.startsWithBracket) || kind == .metadata && isInside && f.isProse
      return isShortEnd || isInside && (f.startsLower || kind == .caps && f.words < 4)
        || previous == .metadata && before.features.isProse && isOpen && f.startsLower
    }
    if kind == .text && !isOpen && before.features.width * 4 < fullWidth * 3 { return false }
    return true
  }

  /// Where a sentence-case title begins that no empty line parts from the abstract above it: it stands between the end of
  /// a sentence and the authors.
  private func titlesBeforeMetadata(_ blocks: [Block], _ starts: [Int]) -> [Int] {
    let known = Set(starts)
    var found: [Int] = []
    for start in starts where start > 1 && lineClass(blocks[start]) == .metadata && blocks[start].line.gap == 0 {
      var first = start
      while first > 0, start - first < 4, lineClass(blocks[first - 1]) == .text,
        !blocks[first - 1].features.endsSentence, !known.contains(first)
      {
        first -= 1
      }
      if first > 0, first < start, blocks[first - 1].features.endsSentence, blocks[first].features.startsUpper,
        !known.contains(first)
      {
        found.append(first)
      }
    }
    return found
  }

  private func paragraph(_ lines: Range<Int>, _ blocks: [Block]) -> Paragraph {
    let run = blocks[lines]
    var result = Paragraph(lines: lines, role: .other)
    guard let first = run.first, let last = run.last else { return result }
    if first.strength > .none {
      result.role = .heading
      return result
    }
    var words = 0
    var lowerWords = 0
    var caps = 0
    var isLatin = 0
    for block in run {
      result.letters += block.features.letters
      words += block.features.words
      lowerWords += block.features.lowerWords
      if block.features.isCaps { caps += 1 }
      isLatin += block.features.latin - block.features.cyrillic
    }
    let isCaps = caps * 2 > lines.count
    let isNumbered = startsWithNumber(first.line.range)
    if lineClass(first) == .metadata || last.features.metadata >= 2 && !last.features.isProse {
      result.role = .metadata
    } else if !isCaps && last.features.endsSentence && lowerWords >= 10 && lowerWords * 2 >= words
      && result.letters >= 90 && !isNumbered && !first.features.startsLower
    {
      result.role = .prose
      let range = first.line.range.lowerBound..<min(last.line.range.upperBound, first.line.range.lowerBound + 2000)
      let guess = identifier.identify(String(decoding: bytes[range], as: UTF8.self))
      result.language = guess.language.language
    } else if words >= 2 && words <= 50 && lines.count <= 6 && result.letters >= 8
      && (isCaps || !last.features.endsSentence) && !first.features.startsLower && !last.features.endsWithSeparator
    {
      result.role = .title
      var fit = Trilingual<Double>(repeating: 0)
      for block in run { for language in Language.allCases { fit[language] += block.fit[language] } }
      result.language = isLatin > 0 ? (fit.kk > fit.en ? .kk : .en) : fit.kk >= fit.ru ? .kk : .ru
    }
    return result
  }

  /// "1." and "[1]" begin the entries of a list.
  private func startsWithNumber(_ range: Range<Int>) -> Bool {
    guard let first = bytes[range].first else { return false }
    if first == 0x5B { return true }
    var offset = range.lowerBound
    while offset < range.upperBound, offset - range.lowerBound < 4, (0x30...0x39).contains(bytes[offset]) {
      offset += 1
    }
    return offset > range.lowerBound && offset < range.upperBound && (bytes[offset] == 0x2E || bytes[offset] == 0x29)
  }
}
