internal import Lingua

/// How lines go on with lists of keywords.
extension SectionModel {
  func keywordsContinuation(_ language: Language, _ block: Block, before: Block?) -> Double {
    guard let before else { return -8 }
    let f = block.features
    // Behind a comma stands another item, whatever its script: names and acronyms are Latin in every language.
    // So do several items in a line that follows one without a stop.
    let isOpen = !before.features.endsSentence && block.line.gap == 0
    let isItem = isOpen && (before.features.endsWithSeparator || f.separators >= 2 && !f.isProse)
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
      // A line end inside an item, "1H and" + "13C NMR": the stop that ends the list has not come yet.
      score -= isOpen && f.endsSentence && f.digits > 0 && f.innerStops == 0 ? 0.3 : 1.5
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
}
