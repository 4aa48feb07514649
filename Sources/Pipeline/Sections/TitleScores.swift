internal import Lingua

/// How lines begin titles and go on with them.
extension SectionModel {
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
  func titleContinuation(_ language: Language, _ block: Block, before: Block) -> Double {
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
}
