internal import Lingua

/// What a line can be part of.
enum SectionState: Hashable {
  /// Front matter that belongs to no language: classifiers, authors before the title, a journal's name.
  case outside
  /// The body of the article.
  case body
  /// The list of references.
  case references
  case title(Language)
  /// Authors and addresses between a title and its abstract.
  case credits(Language)
  case abstract(Language)
  case keywords(Language)

  /// All states; a path is a list of indices in it.
  static let all: [SectionState] =
    [.outside, .body, .references] + Language.allCases.map { .title($0) } + Language.allCases.map { .credits($0) }
    + Language.allCases.map { .abstract($0) } + Language.allCases.map { .keywords($0) }
}

/// Scores for reading lines as sections, in the manner of log-odds. They were set by hand; only their order of size matters:
/// a label outweighs every other sign, capitals and metadata outweigh the look of a single line.
struct SectionModel {
  /// The width of a full line in characters; much larger where paragraphs are not broken into lines.
  var fullWidth: Int

  /// What a line weighs: paragraphs on one line weigh as much as the lines that they would make.
  private func weight(_ block: Block) -> Double {
    min(8, max(0.5, Double(block.features.width) / 70))
  }

  // MARK: Lines

  /// How well a line fits a state; `before` is the line before it.
  func emission(_ state: SectionState, _ block: Block, before: Block?) -> Double {
    if block.strength > .none, let heading = block.heading {
      return headingEmission(state, block, heading, before: before)
    }
    let f = block.features
    switch state {
    case .outside:
      if f.metadata >= 2 { return 0.7 }
      if f.metadata >= 1 { return 0.3 }
      if f.letters == 0 { return 0 }
      return f.isProse ? -0.2 * weight(block) : -0.15
    case .credits:
      if f.metadata >= 2 { return 0.8 }
      if f.metadata >= 1 { return 0.5 }
      if f.letters == 0 { return 0.2 }
      if f.isProse { return -0.5 * weight(block) }
      return f.isCaps ? -1 : -0.3
    case .body, .references: return 0.5 * weight(block)
    case .title: return 0  // see titleStart and titleContinuation
    case .abstract(let language): return abstract(language, block, before: before)
    case .keywords(let language): return keywordsContinuation(language, block, before: before)
    }
  }

  private func headingEmission(
    _ state: SectionState, _ block: Block, _ heading: Heading, before: Block?
  ) -> Double {
    if case .abstract(let language) = state, heading.kind.opensBody, let before, before.opens(.abstract),
      before.features.letters == 0
    {
      // "Abstract" + "Introduction. …": the abstract is structured.
      return 2 + 0.5 * weight(block) + fit(block, language)
    }
    let isStrong = block.strength == .strong
    switch (heading.kind, state) {
    case (.keywords, .keywords(let language)), (.abstract, .abstract(let language)):
      let named = heading.languages.contains(language) ? 0.5 : heading.kind == .keywords ? -2.0 : -1
      let base = heading.kind == .keywords ? (isStrong ? 6.0 : 3.5) : (isStrong ? 4.0 : 2.0)
      return base + named + fit(block, language) + (heading.kind == .abstract ? 0.5 * weight(block) : 0)
    case (.keywords, .abstract): return isStrong ? -8 : -1
    case (.keywords, .outside), (.abstract, .outside): return isStrong ? -5 : 0
    case (.keywords, .body), (.keywords, .references), (.abstract, .body), (.abstract, .references): return 0
    case (.keywords, _), (.abstract, _): return isStrong ? -8 : -2
    case (.title, .title(let language)):
      return (heading.languages.contains(language) ? 4 : 2) + (fit(block, language) < -1 ? -4 : 0)
    case (.title, _): return 0
    case (.introduction, .body): return 2
    case (.references, .references): return 3
    case (.references, .body): return -2
    case (.back, .outside): return 1
    case (.back, .credits): return 0.5
    case (.back, .body), (.back, .references): return 0.5
    case (.back, .abstract): return -4
    case (.introduction, .abstract), (.references, .abstract): return -4
    // A structured abstract has its own "Methods." and "Results.".
    case (_, .abstract(let language)): return -0.5 + 0.5 * weight(block) + fit(block, language)
    case (_, .body): return 1
    case (_, .outside): return -2
    case (_, .references): return 0
    default: return -8
    }
  }

  private func fit(_ block: Block, _ language: Language) -> Double { block.fit[language] }

  /// How a line fits the language of a paragraph: a foreign sentence does not end it.
  private func tolerantFit(_ block: Block, _ language: Language) -> Double { max(-1.2, block.fit[language]) }

  private func abstract(_ language: Language, _ block: Block, before: Block?) -> Double {
    let f = block.features
    if f.letters == 0 { return -0.1 }
    if f.isCaps {
      // A line of acronyms in the middle of a sentence.
      let isInside = block.line.gap == 0 && before.map { !$0.features.endsSentence && !$0.features.isCaps } == true
      return isInside ? -0.8 : -2.5
    }
    if f.metadata >= 2 && !f.isProse { return -2 + tolerantFit(block, language) }
    if f.metadata >= 1 { return (f.isProse ? 0.2 : -0.8) + tolerantFit(block, language) }
    return (f.isProse ? 0.5 * weight(block) : 0.3) + tolerantFit(block, language)
  }

  /// How well a line begins a title.
  func titleStart(_ language: Language, _ block: Block, before: Block?, after: Block?) -> Double {
    let f = block.features
    guard block.strength == .none else { return 0 }
    guard f.letters >= 4, f.words <= 50 else { return -4 }
    var score: Double
    if f.isCaps {
      score = f.words >= 2 && f.letters >= 12 ? 2.5 : 0.5
      // Acronyms at the end of a paragraph.
      if let before, block.line.gap == 0, before.strength == .none {
        if before.features.endsWithSeparator { score -= 2 }
        // The middle of a title is not its beginning.
        if before.features.isCaps && before.features.metadata < 1 && !before.features.endsSentence { score -= 1.5 }
      }
    } else {
      score = -1
      if block.line.gap > 0 || block.line.startsPage || before.map({ $0.clashes(with: block) }) != false {
        score += 0.9
      }
      if let after {
        if after.line.gap > 0 || after.clashes(with: block) { score += 0.9 }
        if after.features.metadata >= 2 { score += 1 } else if after.features.metadata >= 1 { score += 0.7 }
        if after.opens(.abstract) { score += 1 }
      }
      if block.isMarkedHeading { score += 1 }
      if f.startsLower { score -= 2 }
      if f.words < 3 { score -= 0.5 }
    }
    return score + titlePenalties(language, block)
  }

  /// How well a line goes on with the title that the line before it is of.
  private func titleContinuation(_ language: Language, _ block: Block, before: Block) -> Double {
    let f = block.features
    guard block.strength == .none else { return 0 }
    guard f.words <= 50, f.letters > 0 else { return -4 }
    let isCaps = f.isCaps || (before.features.isCaps && f.lower == 0 && f.upper > 0)
    if isCaps && before.features.isCaps && block.line.gap == 0 && f.metadata < 2 {
      // The first line has earned the score, and a place may well end a title.
      return 0.9 + min(0, fit(block, language))
    }
    return (isCaps ? 0.4 : -0.2) + titlePenalties(language, block)
  }

  private func titlePenalties(_ language: Language, _ block: Block) -> Double {
    let f = block.features
    var score = min(0, fit(block, language))
    if f.endsSentence { score -= f.isCaps ? 0.3 : 1.5 }
    if f.innerStops > 0 && !f.isCaps { score -= 0.5 }
    if f.metadata >= 2 { score -= 4 } else if f.metadata >= 1 { score -= f.isCaps ? 1.2 : 2.5 }
    return score
  }

  private func keywordsContinuation(_ language: Language, _ block: Block, before: Block?) -> Double {
    guard let before else { return -8 }
    let f = block.features
    // Behind a comma stands another item, whatever its script: names and acronyms are Latin in every language.
    let isItem = before.features.endsWithSeparator && block.line.gap == 0
    var score = 0.3 + max(isItem ? -0.3 : -2, fit(block, language))
    if before.heading?.delimiter == .line && before.opens(.keywords) { return score + 1.5 - (f.isProse ? 1.0 : 0) }
    let isContinued = before.features.endsWithSeparator || before.features.endsWithHyphen
    if isContinued { score += 1.5 }
    if before.features.endsSentence { score -= f.startsLower && block.line.gap == 0 ? 1 : 3 }
    if f.startsLower { score += 0.4 } else if !isContinued { score -= 0.3 }
    if f.separators == 0 && f.isProse { score -= 0.7 }
    if block.line.gap > 0 {
      score -= isContinued ? 0.5 : f.startsLower && !before.features.endsSentence ? 0.7 : 2.5
    } else if !isContinued && !f.startsLower && !isItemBelowItem(block, before)
      && before.line.range.count * 4 < lineBytes(before) * 3
    {
      score -= 1.5
    }
    if f.isCaps && !before.features.isCaps { score -= isContinued && block.line.gap == 0 && f.words < 4 ? 0.5 : 2.5 }
    if f.metadata >= 1 && !f.startsLower { score -= isContinued && block.line.gap == 0 ? 0.3 : 2 }
    if f.separators >= 1 { score += 0.5 }
    if f.innerStops >= 1 { score -= 0.7 }
    return score
  }

  /// Whether two lines are items of a list that has one on each line.
  private func isItemBelowItem(_ block: Block, _ before: Block) -> Bool {
    func isItem(_ f: LineFeatures) -> Bool { f.separators == 0 && f.words <= 5 && !f.endsSentence && f.metadata < 1 }
    return block.line.gap == 0 && isItem(block.features) && isItem(before.features)
      && (before.strength == .none || before.heading?.delimiter == .line)
  }

  /// The bytes that a full line of this block's script takes.
  private func lineBytes(_ block: Block) -> Int {
    block.features.cyrillic > block.features.latin ? fullWidth * 19 / 10 : fullWidth
  }

  // MARK: Steps

  /// How well a line in state `to` follows one in state `from`.
  func transition(_ from: SectionState, _ to: SectionState, _ block: Block, before: Block, after: Block?) -> Double {
    switch to {
    case .outside:
      switch from {
      case .outside: return 0
      case .body: return -6
      case .references, .title: return -3
      case .credits: return -2
      case .abstract: return -1 + ending(before, block)
      case .keywords: return -0.3
      }
    case .body:
      switch from {
      case .body: return 0
      case .outside, .keywords, .references: return -1
      case .title, .credits: return -3
      case .abstract: return -0.5 + ending(before, block)
      }
    case .references:
      switch from {
      case .references, .body: return 0
      case .abstract: return -1 + ending(before, block)
      case .outside, .keywords: return -1
      default: return -5
      }
    case .title(let language):
      let step = toTitle(from, language, block, before)
      return step
        + (from == .title(language)
          ? titleContinuation(language, block, before: before)
          : titleStart(language, block, before: before, after: after))
    case .credits(let language):
      return from == .credits(language) || from == .title(language) ? 0 : -8
    case .abstract(let language): return toAbstract(from, language, block, before)
    case .keywords(let language): return toKeywords(from, language, block, before)
    }
  }

  private func toTitle(_ from: SectionState, _ language: Language, _ block: Block, _ before: Block) -> Double {
    switch from {
    case .outside: return 0
    case .body: return -6
    case .references: return -0.5
    case .title(let other):
      if other != language {
        return block.line.gap > 0 || block.opens(.title) ? -0.3 : before.clashes(with: block) ? -0.8 : -2.7
      }
      if block.opens(.title) { return -4 }
      if block.line.gap > 0 { return before.opens(.title) ? 0 : -2 }
      // The last line may be one short word.
      let isCaps = block.features.isCaps || before.features.isCaps && block.features.lower == 0
      return before.features.isCaps == isCaps || block.features.startsWithBracket ? 0 : -1.5
    case .credits: return -2
    case .abstract(let other): return (other == language ? -6 : -0.5) + ending(before, block)
    case .keywords(let other): return other == language ? -4 : -0.2
    }
  }

  private func toAbstract(_ from: SectionState, _ language: Language, _ block: Block, _ before: Block) -> Double {
    if block.opens(.abstract) {
      switch from {
      case .outside: return 0
      // Most articles have a title.
      case .title(let other), .credits(let other): return other == language ? 0.4 : 0
      case .abstract(let other): return other == language ? -4 : ending(before, block)
      case .keywords: return -0.3
      case .references: return -0.5
      case .body: return -6
      }
    }
    if from == .abstract(language) { return 0 }
    let start = block.features.startsLower ? -4.5 : -2.0
    switch from {
    case .title(let other), .credits(let other): return other == language ? start : start - 4
    case .outside: return start - 2
    case .abstract: return start - 3 + ending(before, block)
    case .keywords(let other): return start - (other == language ? 6 : 2.5)
    case .references, .body: return -12
    }
  }

  private func toKeywords(_ from: SectionState, _ language: Language, _ block: Block, _ before: Block) -> Double {
    guard block.opens(.keywords) else { return from == .keywords(language) ? 0 : -1000 }
    switch from {
    case .abstract(let other):
      // Lists may stand together after the last abstract, each under its own label.
      let isNamed = block.heading?.languages.contains(language) == true
      return (other == language ? 2 : isNamed ? -1.5 : -3) + (block.strength == .weak ? ending(before, block) : 0)
    case .title(let other), .credits(let other): return other == language ? -1 : -4
    case .outside: return -1
    case .keywords(let other): return other == language ? -6 : -1
    case .references: return -5
    case .body: return -8
    }
  }

  /// An abstract ends with a sentence.
  private func ending(_ before: Block, _ block: Block) -> Double {
    before.features.endsSentence ? 0 : block.strength == .strong || block.line.gap > 0 ? -0.4 : -1.5
  }
}
