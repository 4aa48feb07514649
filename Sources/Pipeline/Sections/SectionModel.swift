internal import Lingua

/// Scores for reading lines as sections, in the manner of log-odds. They were set by hand; only their order of size matters:
/// a label outweighs every other sign, capitals and metadata outweigh the look of a single line.
struct SectionModel {
  /// The width of a full line in characters; much larger where paragraphs are not broken into lines.
  var fullWidth: Int

  /// What a line weighs: paragraphs on one line weigh as much as the lines that they would make.
  private func weight(_ block: Block) -> Double {
    min(8, max(0.5, Double(block.features.width) / 70))
  }

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

  func fit(_ block: Block, _ language: Language) -> Double { block.fit[language] }

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
}
