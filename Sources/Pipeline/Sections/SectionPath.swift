/// The best reading of a run of lines, by dynamic programming over the states of `SectionModel`.
struct SectionPath {
  let model: SectionModel

  /// The state of every line.
  ///
  /// - Parameter isInside: whether the run begins in the body of the article, not at the start of the document.
  func states(of blocks: ArraySlice<Block>, isInside: Bool) -> [SectionState] {
    let all = SectionState.all
    guard let firstBlock = blocks.first else { return [] }
    var back: [UInt8] = []
    back.reserveCapacity(blocks.count * all.count)
    var scores = all.map { state in
      let after = blocks.dropFirst().first
      let start =
        isInside
        ? model.transition(.body, state, firstBlock, before: firstBlock, after: after)
        : startScore(state, firstBlock, after: after)
      return start + model.emission(state, firstBlock, before: nil)
    }
    var next = scores
    for i in blocks.indices.dropFirst() {
      let block = blocks[i]
      let before = blocks[i - 1]
      let after = i + 1 < blocks.endIndex ? blocks[i + 1] : nil
      for to in all.indices {
        var best = -Double.infinity
        var bestFrom = 0
        for from in all.indices {
          let score = scores[from] + model.transition(all[from], all[to], block, before: before, after: after)
          if score > best {
            best = score
            bestFrom = from
          }
        }
        next[to] = best + model.emission(all[to], block, before: before)
        back.append(UInt8(truncatingIfNeeded: bestFrom))
      }
      swap(&scores, &next)
    }
    var at = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var path = [SectionState](repeating: .outside, count: blocks.count)
    for i in stride(from: blocks.count - 1, through: 0, by: -1) {
      path[i] = all[at]
      if i > 0 { at = Int(back[(i - 1) * all.count + at]) }
    }
    return path
  }

  private func startScore(_ state: SectionState, _ block: Block, after: Block?) -> Double {
    switch state {
    case .outside: 0
    case .title(let language): model.titleStart(language, block, before: nil, after: after)
    case .abstract: block.opens(.abstract) ? 0 : -4
    case .keywords: block.opens(.keywords) ? 0 : -12
    case .body: -1
    case .references: -4
    case .credits: -8
    }
  }
}
