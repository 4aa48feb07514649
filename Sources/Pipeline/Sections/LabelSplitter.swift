/// Splits lines before labels that stand inside them ("… болады. Түйін сөздер: …").
struct LabelSplitter {
  let headings: Headings
  let bytes: UnsafeBufferPointer<UInt8>

  /// Makes a line of its own of every label that follows the end of a sentence.
  func split(_ lines: inout [TextLine]) {
    var result: [TextLine]?
    for (i, line) in lines.enumerated() {
      let isFollowed = i + 1 < lines.count && lines[i + 1].gap == 0
      let cuts = self.cuts(in: line.range, next: isFollowed ? lines[i + 1].range : nil)
      if cuts.isEmpty {
        result?.append(line)
        continue
      }
      if result == nil { result = Array(lines[..<i]) }
      var first = line
      var start = line.range.lowerBound
      for cut in cuts + [line.range.upperBound] {
        first.range = TextLine.trim(bytes, start..<cut)
        if !first.range.isEmpty { result?.append(first) }
        first.gap = 0
        first.startsPage = false
        start = cut
      }
    }
    if let result { lines = result }
  }

  /// Makes one line of a label that a line end broke in two ("Ключевые" + "слова:").
  func join(_ lines: inout [TextLine]) {
    var merged: [Int] = []
    for i in lines.indices.dropLast() where lines[i + 1].gap == 0 && lines[i].range.count <= 40 {
      let both = lines[i].range.lowerBound..<lines[i + 1].range.upperBound
      guard let heading = headings.heading(in: bytes, line: both), heading.label.upperBound > lines[i].range.upperBound,
        heading.delimiter == .colon || heading.delimiter == .line, heading.kind == .keywords, merged.last != i - 1
      else { continue }
      // A label that was whole already has only found its colon on the next line.
      if let alone = headings.heading(in: bytes, line: lines[i].range), alone.kind == .keywords { continue }
      merged.append(i)
    }
    guard let first = merged.first else { return }
    // In one pass: a file of nothing but broken labels has as many as lines.
    var next = merged[...]
    var result = Array(lines[..<first])
    result.reserveCapacity(lines.count - merged.count)
    var i = first
    while i < lines.count {
      var line = lines[i]
      i += 1
      if next.first == i - 1 {
        next.removeFirst()
        line.range = line.range.lowerBound..<lines[i].range.upperBound
        i += 1
      }
      result.append(line)
    }
    lines = result
  }

  private func cuts(in line: Range<Int>, next: Range<Int>?) -> [Int] {
    var cuts: [Int] = []
    var offset = line.lowerBound
    while offset < line.upperBound {
      let byte = bytes[offset]
      offset += 1
      guard byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3B || byte == 0x29 || byte == 0x5D else {
        continue
      }
      var start = offset
      while start < line.upperBound,
        bytes[start] == 0x20 || bytes[start] == 0x09 || bytes[start] == 0x2A || bytes[start] == 0x5F
      {
        start += 1
      }
      guard start < line.upperBound, bytes[start] >= 0x41 else { continue }
      let (value, _) = scalar(in: bytes, at: start, end: line.upperBound)
      guard isUppercase(value) else { continue }
      // A label may go on in the next line.
      let end = line.upperBound - start < 40 ? next?.upperBound ?? line.upperBound : line.upperBound
      guard let heading = headings.heading(in: bytes, line: start..<end) else { continue }
      switch heading.kind {
      case .keywords, .abstract:
        if heading.delimiter == .colon || (heading.delimiter == .stop && heading.textStart < line.upperBound) {
          cuts.append(offset)
        }
      case .introduction:
        if heading.delimiter == .stop || heading.delimiter == .line
          || (heading.delimiter == .none && heading.textStart == heading.label.upperBound
            && heading.textStart < line.upperBound)
        {
          cuts.append(offset)
        }
      default: break
      }
    }
    return cuts
  }
}
