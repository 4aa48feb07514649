internal import Lingua

/// A stretch of lines that reads as a section.
struct SectionCandidate {
  var kind: Section.Kind
  var language: Language
  /// The lines or parts of lines that hold its text, in order.
  var pieces: [Range<Int>]
  /// The label that introduced it.
  var label: Range<Int>?
  /// Whether its label is beyond doubt: alone on its line, or with its punctuation.
  var isLabelled = false
  /// Whether its label was set off by markup.
  var isMarkedUp: Bool
  /// Whether its label is one of its language.
  var isNamed: Bool
  /// The group of title, abstract and keywords that it belongs to.
  var group: Int
  /// Letters of its text.
  var letters: Int
}

/// Makes candidates out of a path and chooses among them.
enum SectionCandidates {
  /// A run of lines and what they were read as.
  struct Reading {
    var blocks: ArraySlice<Block>
    var states: [SectionState]
    /// Whether signs of Markdown are markup there.
    var isMarkup: Bool
    /// Numbers the groups of all readings of a document.
    var firstGroup: Int
  }

  /// The candidates of a run of lines.
  static func read(_ reading: Reading) -> [SectionCandidate] {
    var candidates: [SectionCandidate] = []
    var group = reading.firstGroup
    var groupLanguage: Language?
    var groupKinds: Set<Section.Kind> = []
    var previous: SectionState = .outside
    for ((index, block), state) in zip(zip(reading.blocks.indices, reading.blocks), reading.states) {
      defer { previous = state }
      let kind: Section.Kind
      let language: Language
      switch state {
      case .title(let l): (kind, language) = (.title, l)
      case .abstract(let l): (kind, language) = (.abstract, l)
      case .keywords(let l): (kind, language) = (.keywords, l)
      case .outside, .body, .references, .credits: continue
      }
      let opens =
        block.strength > .none && block.heading.map { Section.Kind(rawValue: $0.kind.rawValue) == kind } == true
      let text =
        opens
        ? (block.heading?.textStart ?? block.line.range.lowerBound)..<block.line.range.upperBound : block.line.range
      if state == previous && !opens, !candidates.isEmpty {
        candidates[candidates.count - 1].pieces.append(text)
        candidates[candidates.count - 1].letters += block.features.letters
        continue
      }
      if language != groupLanguage || groupKinds.contains(kind) || kind == .title {
        group += 1
        groupLanguage = language
        groupKinds = []
      }
      groupKinds.insert(kind)
      candidates.append(
        SectionCandidate(
          kind: kind, language: language, pieces: text.isEmpty ? [] : [text], label: opens ? block.heading?.label : nil,
          isLabelled: opens && block.strength == .strong && !isInsideBody(index, reading.blocks),
          isMarkedUp: reading.isMarkup,
          isNamed: kind == .keywords && opens && block.heading?.languages.contains(language) == true, group: group,
          letters: block.features.letters))
    }
    return candidates
  }

  /// Whether a line stands between headings of the article's body.
  private static func isInsideBody(_ index: Int, _ blocks: ArraySlice<Block>) -> Bool {
    guard let before = blocks[..<index].last(where: { $0.strength > .none })?.heading?.kind,
      let after = blocks[(index + 1)...].first(where: { $0.strength > .none })?.heading?.kind
    else { return false }
    // An introduction follows abstracts.
    return before.opensBody && after.opensBody && after != .introduction
  }

  /// One candidate of each kind and language, the one whose group is most complete, the first of equals.
  static func choose(_ all: [SectionCandidate]) -> [SectionCandidate] {
    let candidates = all.filter { !$0.pieces.isEmpty && $0.letters >= minimum($0) }
    var kinds: [Int: Set<Section.Kind>] = [:]
    for candidate in candidates { kinds[candidate.group, default: []].insert(candidate.kind) }
    var best: [String: SectionCandidate] = [:]
    for candidate in candidates {
      let key = candidate.language.tag + candidate.kind.rawValue
      guard let rival = best[key] else {
        best[key] = candidate
        continue
      }
      if rank(candidate, kinds) > rank(rival, kinds) { best[key] = candidate }
    }
    // A title alone is any line.
    return best.values.filter { candidate in
      candidate.kind != .title || best[candidate.language.tag + "abstract"] != nil
        || best[candidate.language.tag + "keywords"] != nil
    }.sorted { ($0.pieces.first?.lowerBound ?? 0) < ($1.pieces.first?.lowerBound ?? 0) }
  }

  /// How many labelled sections of one kind the language has that has most of them.
  static func mostAlike(_ candidates: [SectionCandidate]) -> Int {
    let labelled = candidates.filter { $0.kind != .title && $0.isLabelled && $0.letters >= usual($0) }
    return Dictionary(grouping: labelled) { [$0.kind.rawValue, $0.language.tag] }.values.map(\.count).max() ?? 0
  }

  /// A label in the language of the text counts for more than the company; a stub gives way to a whole section.
  private static func rank(_ candidate: SectionCandidate, _ kinds: [Int: Set<Section.Kind>]) -> Int {
    (candidate.letters >= usual(candidate) ? 16 : 0) + (candidate.isNamed ? 8 : 0)
      + (kinds[candidate.group]?.count ?? 0)
  }

  /// The letters that a section must have: under an explicit label one will do.
  private static func minimum(_ candidate: SectionCandidate) -> Int {
    candidate.isLabelled ? 1 : usual(candidate)
  }

  /// The letters that a section has as a rule.
  private static func usual(_ candidate: SectionCandidate) -> Int {
    switch candidate.kind {
    case .title: 4
    case .abstract: candidate.label == nil ? 80 : 30
    case .keywords: 3
    }
  }
}
