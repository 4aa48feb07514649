internal import Lingua

/// The sentences that anchors join: anchors that share sentences, or lie inside of each other, are one group.
struct AnchorGroups {
  /// One group.
  struct Group {
    /// For each language the sentences from the first to the last; nil where no anchor says anything.
    var sentences: Trilingual<ClosedRange<Int>?>
    /// The indices of its anchors.
    var anchors: [Int]
  }

  private(set) var groups: [Group] = []

  /// No anchors.
  init() {}

  /// The groups of an input's anchors, which have passed `AlignmentInput.check()`.
  ///
  /// - Throws: `AlignmentError` when a group does not fit into one bead, or no order keeps all of them.
  init(_ input: AlignmentInput, options: AlignmentOptions) throws(AlignmentError) {
    groups = input.anchors.enumerated().map { number, anchor in
      Group(sentences: anchor.map { $0.map { $0...$0 } }, anchors: [number])
    }
    while mergeOverlaps() {}
    for group in groups {
      for language in Language.allCases {
        guard let range = group.sentences[language] else { continue }
        if range.count > options.maximumBeadSize {
          throw .beadTooLarge(anchors: group.anchors, language: language, sentences: range.count)
        }
        if options.paragraphs == .hard,
          input.paragraphs[language].contains(where: { range.contains($0) && $0 > range.lowerBound })
        {
          throw .acrossParagraphs(anchors: group.anchors, language: language)
        }
      }
    }
    try checkOrder()
  }

  /// The groups that two languages share, in order.
  func ordered(_ a: Language, _ b: Language) -> [(a: ClosedRange<Int>, b: ClosedRange<Int>)] {
    groups.compactMap { group -> (a: ClosedRange<Int>, b: ClosedRange<Int>)? in
      guard let x = group.sentences[a], let y = group.sentences[b] else { return nil }
      return (x, y)
    }
    .sorted { $0.a.lowerBound < $1.a.lowerBound }
  }

  /// The numbers of the groups that a language has, in order.
  private func order(_ language: Language) -> [(number: Int, range: ClosedRange<Int>)] {
    groups.indices.compactMap { number in groups[number].sentences[language].map { (number, $0) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Joins the groups that overlap in some language; returns whether there were any.
  private mutating func mergeOverlaps() -> Bool {
    var isMerged = false
    for language in Language.allCases {
      var dropped = Set<Int>()
      var kept = -1
      for (number, range) in order(language) {
        if kept >= 0, let before = groups[kept].sentences[language], range.lowerBound <= before.upperBound {
          for other in Language.allCases {
            let (a, b) = (groups[kept].sentences[other], groups[number].sentences[other])
            if let a, let b {
              groups[kept].sentences[other] =
                min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
            } else {
              groups[kept].sentences[other] = a ?? b
            }
          }
          groups[kept].anchors += groups[number].anchors
          dropped.insert(number)
        } else {
          kept = number
        }
      }
      guard !dropped.isEmpty else { continue }
      groups = groups.indices.filter { !dropped.contains($0) }.map { groups[$0] }
      isMerged = true
    }
    return isMerged
  }

  /// Groups that no pair of languages shows to cross may still go round in a circle through all three.
  private func checkOrder() throws(AlignmentError) {
    var after = [[Int]](repeating: [], count: groups.count)
    var waiting = [Int](repeating: 0, count: groups.count)
    for language in Language.allCases {
      let order = order(language)
      for (one, next) in zip(order, order.dropFirst()) {
        after[one.number].append(next.number)
        waiting[next.number] += 1
      }
    }
    var free = groups.indices.filter { waiting[$0] == 0 }
    while let number = free.popLast() {
      for next in after[number] {
        waiting[next] -= 1
        if waiting[next] == 0 { free.append(next) }
      }
    }
    let stuck = groups.indices.filter { waiting[$0] > 0 }
    if let one = stuck.first, let other = stuck.dropFirst().first {
      let anchors = [groups[one].anchors[0], groups[other].anchors[0]].sorted()
      throw .crossing(anchors[0], anchors[1])
    }
  }
}
