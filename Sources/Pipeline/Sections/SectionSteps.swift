internal import Lingua

/// What it costs to pass from one state to another.
extension SectionModel {
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
