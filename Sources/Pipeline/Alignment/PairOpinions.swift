/// What each pair of three texts says of them without the third one.
struct PairOpinions {
  /// The pairs of texts, in the order of their steps.
  static let pairs = TextPair.all(of: 3)

  /// The counterparts of the sentences of both texts of a pair.
  private struct Opinion {
    var there: [Range<Int32>]
    var back: [Range<Int32>]
  }

  private let opinions: [Opinion]

  /// - Parameters:
  ///   - steps: the best steps of each pair.
  ///   - counts: how many sentences each text has.
  init(_ steps: [[BeadSearch.Step]], counts: [Int]) {
    opinions = zip(Self.pairs, steps).map { pair, steps in
      var opinion = Opinion(
        there: Array(repeating: 0..<0, count: counts[pair.a]), back: Array(repeating: 0..<0, count: counts[pair.b]))
      for step in steps {
        let blocks = step.blocks(2)
        let (first, second) = (Self.small(blocks[0]), Self.small(blocks[1]))
        for sentence in blocks[0] { opinion.there[sentence] = second }
        for sentence in blocks[1] { opinion.back[sentence] = first }
      }
      return opinion
    }
  }

  private static func small(_ range: Range<Int>) -> Range<Int32> {
    Int32(truncatingIfNeeded: range.lowerBound)..<Int32(truncatingIfNeeded: range.upperBound)
  }

  /// The pairs that would put some of a bead's sentences otherwise.
  func disagreeing(with bead: TextSearch.Found) -> [(a: Int, b: Int)] {
    zip(Self.pairs, opinions).filter { pair, opinion in
      let (first, second) = (bead.sentences(pair.a), bead.sentences(pair.b))
      return first.contains { !Self.agrees(opinion.there[$0], second) }
        || second.contains { !Self.agrees(opinion.back[$0], first) }
    }
    .map(\.0)
  }

  private static func agrees(_ opinion: Range<Int32>, _ sentences: [Int]) -> Bool {
    opinion.count == sentences.count && sentences.allSatisfy { opinion.contains(Int32(truncatingIfNeeded: $0)) }
  }
}
