internal import Lingua

/// Parts a list of keywords that holds the items of two or three languages.
struct KeywordLanguages {
  let bytes: UnsafeBufferPointer<UInt8>
  let reader: LineReader

  private struct Item {
    var range: Range<Int>
    /// Whether a slash stands before it.
    var followsSlash: Bool
    var language: Language?
  }

  /// Gives languages that have an abstract and no list their part of another's list.
  func part(_ candidates: [SectionCandidate]) -> [SectionCandidate] {
    var missing = Language.allCases.filter { language in
      candidates.contains { $0.language == language && $0.kind == .abstract }
        && !candidates.contains { $0.language == language && $0.kind == .keywords }
    }
    guard !missing.isEmpty else { return candidates }
    var result: [SectionCandidate] = []
    for list in candidates {
      guard list.kind == .keywords, !missing.isEmpty else {
        result.append(list)
        continue
      }
      let items = self.items(of: list)
      let segments = self.segments(items, languages: [list.language] + missing)
      guard segments.count > 1 else {
        result.append(list)
        continue
      }
      for (language, part) in segments {
        guard let first = items[part].first, let last = items[part].last else { continue }
        var section = list
        section.language = language
        section.pieces = list.pieces.compactMap { piece in
          let clipped = piece.clamped(to: first.range.lowerBound..<last.range.upperBound)
          return clipped.isEmpty ? nil : clipped
        }
        result.append(section)
        missing.removeAll { $0 == language }
      }
    }
    return result
  }

  /// The languages in the order in which they stand and the items of each; one segment where one language will do.
  private func segments(_ items: [Item], languages: [Language]) -> [(Language, Range<Int>)] {
    let commas = items.dropFirst().filter { !$0.followsSlash }.count
    let slashes = items.dropFirst().filter(\.followsSlash).count
    // "a, b, c / d, e, f": the slashes part the languages.
    let slashesPart = slashes > 0 && slashes < languages.count && commas > slashes
    var best: (cost: Double, segments: [(Language, Range<Int>)]) = (
      items.reduce(0) { $0 + cost($1, in: languages[0]) }, [(languages[0], items.indices)]
    )
    func extend(_ start: Int, _ cost: Double, _ done: [(Language, Range<Int>)]) {
      guard cost < best.cost + 4 else { return }
      for language in languages where !done.contains(where: { $0.0 == language }) {
        var sum = cost
        for end in start..<items.count {
          sum += self.cost(items[end], in: language)
          let next = end + 1
          guard next - start >= 2 else { continue }
          let segments = done + [(language, start..<next)]
          if next == items.count {
            if sum < best.cost && segments.contains(where: { $0.0 == languages[0] }) { best = (sum, segments) }
          } else if segments.count < languages.count, items.count - next >= 2 {
            let isParted = slashesPart && items[next].followsSlash
            extend(next, sum + (isParted ? -1 : slashesPart ? 6 : 2.5), segments)
          }
        }
      }
    }
    if items.count >= 4 && items.count <= 60 { extend(0, 0, []) }
    return best.segments
  }

  /// What it costs to count an item to a language. Kazakh words need not have Kazakh letters; Latin names and acronyms
  /// stand in every list.
  private func cost(_ item: Item, in language: Language) -> Double {
    guard let own = item.language, own != language else { return 0 }
    switch (own, language) {
    case (.ru, .kk): return 0.5
    case (.kk, .ru): return 2
    case (.en, _): return 1
    default: return 3
    }
  }

  private func language(of f: LineFeatures) -> Language? {
    // Acronyms and formulas are of every language.
    guard f.letters >= 3, f.lower > 0 || f.words >= 2 || f.letters > 6 else { return nil }
    if f.latin > f.cyrillic { return .en }
    return f.kazakh > 0 ? .kk : .ru
  }

  private func items(of list: SectionCandidate) -> [Item] {
    var items: [Item] = []
    var start: Int?
    var end = 0
    var slash = false
    func close(_ isSlash: Bool) {
      if let first = start {
        let range = TextLine.trim(bytes, first..<end)
        if !range.isEmpty {
          let language = language(of: reader.features(of: range, in: bytes))
          items.append(Item(range: range, followsSlash: slash, language: language))
        }
        slash = false
      }
      if isSlash { slash = true }
      start = nil
    }
    for piece in list.pieces {
      for offset in piece {
        switch bytes[offset] {
        case 0x2C, 0x3B, 0x7C: close(false)
        case 0x2F where offset > piece.lowerBound && bytes[offset - 1] <= 0x20: close(true)
        case 0x2E where offset + 1 < piece.upperBound && bytes[offset + 1] == 0x20: close(false)
        default:
          if start == nil { start = offset }
          end = offset + 1
        }
      }
    }
    close(false)
    return items
  }
}
