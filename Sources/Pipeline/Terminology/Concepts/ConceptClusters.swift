internal import Lingua

/// Decides which groups mean one concept.
///
/// Groups come in the order of what speaks for them: the best attested becomes the seed that later ones are compared
/// with (a later one only fills what it lacks), so that a chain of likenesses cannot join what differs. The order is a matter of the
/// set of documents alone.
struct ConceptClusters {
  private(set) var clusters: [ConceptCluster] = []
  private let groups: [ConceptGroup]
  private let scores: [Double]
  /// The clusters whose seed has a name.
  private var index = Trilingual<[ConceptGroup.Name: [Int]]>(repeating: [:])

  init(_ groups: [ConceptGroup]) {
    self.groups = groups
    let scores = groups.map(\.score)
    self.scores = scores
    let signatures = groups.map(\.signature)
    let order = groups.indices.sorted { a, b in
      let (left, right) = (groups[a], groups[b])
      if left.isFirstHand != right.isFirstHand { return left.isFirstHand }
      if left.languages != right.languages { return left.languages > right.languages }
      if left.documents.count != right.documents.count { return left.documents.count > right.documents.count }
      if scores[a] != scores[b] { return scores[a] > scores[b] }
      return signatures[a].lexicographicallyPrecedes(signatures[b])
    }
    for k in order { add(k) }
    unite()
    for k in clusters.indices { compare(k) }
  }

  /// How many clusters of a name are looked at: a word that is in hundreds of concepts says little about any.
  private static let mostCandidates = 64

  private mutating func add(_ k: Int) {
    let group = groups[k]
    var best: (cluster: Int, same: Int)?
    for cluster in candidates(group.names) {
      let agreement = clusters[cluster].agreement(group.names)
      let same = 2 * agreement.samePhrases + agreement.sameAcronyms
      let joins = agreement.isOne || isPart(group, of: clusters[cluster], agreement)
      if joins, same > best?.same ?? 0 { best = (cluster, same) }
    }
    if let best {
      return enter(clusters[best.cluster].add(group.names, group: k), best.cluster)
    }
    enter(group.names, clusters.count)
    clusters.append(ConceptCluster(group.names, group: k))
  }

  /// Unites clusters that agree since one of them was filled up: a keyword that took an acronym over, and the acronym
  /// that other documents use without its expansion.
  private mutating func unite() {
    let all = clusters
    clusters = []
    index = Trilingual(repeating: [:])
    for cluster in all {
      let names = cluster.seed.map { $0.sorted() }
      let twin = candidates(names).first { clusters[$0].agreement(names).isOne }
      if let twin {
        for group in cluster.groups { enter(clusters[twin].add(groups[group].names, group: group), twin) }
      } else {
        enter(names, clusters.count)
        clusters.append(cluster)
      }
    }
  }

  private mutating func enter(_ names: Trilingual<[ConceptGroup.Name]>, _ cluster: Int) {
    for language in Language.allCases {
      for name in names[language] { index[language][name, default: []].append(cluster) }
    }
  }

  /// Whether a phrase in one language alone, or the expansion of an acronym that has no other, belongs to the only
  /// cluster that has it.
  private func isPart(_ group: ConceptGroup, of cluster: ConceptCluster, _ agreement: ConceptCluster.Agreement) -> Bool
  {
    guard agreement.samePhrases == 1, agreement.otherPhrases == 0, agreement.otherAcronyms == 0 else { return false }
    let phrases = group.names.map { $0.filter { !$0.isAcronym } }
    let own = cluster.seed.map { $0.filter { !$0.isAcronym } }
    guard
      phrases.values.count(where: { !$0.isEmpty }) == 1 || own.values.count(where: { !$0.isEmpty }) == 1
    else { return false }
    return Language.allCases.allSatisfy { language in
      phrases[language].allSatisfy { (index[language][$0]?.count ?? 0) <= 1 }
    }
  }

  /// The clusters that share a name with these names, each once, in their order.
  private func candidates(_ names: Trilingual<[ConceptGroup.Name]>) -> [Int] {
    var found: Set<Int> = []
    for language in Language.allCases {
      for name in names[language] { found.formUnion((index[language][name] ?? []).prefix(Self.mostCandidates)) }
    }
    return found.sorted()
  }

  /// Notes which other clusters share a name of this one's seed and mean something else.
  private mutating func compare(_ k: Int) {
    let names = clusters[k].seed.map { Array($0) }
    for other in candidates(names) where other != k {
      let agreement = clusters[other].agreement(names)
      if agreement.sameAcronyms >= 1, agreement.otherPhrases + agreement.otherAcronyms >= 1 {
        clusters[k].homonyms.insert(other)
      }
      if agreement.samePhrases >= 1, agreement.otherPhrases >= 2, isTrusted(k), isTrusted(other) {
        clusters[k].conflicts.insert(other)
      }
    }
  }

  private func isTrusted(_ k: Int) -> Bool {
    guard let seed = clusters[k].groups.first else { return false }
    return scores[seed] >= 0.8
  }
}

extension ConceptGroup {
  /// Whether a document or a person names the concept itself; terms that were found by counting come after.
  fileprivate var isFirstHand: Bool { kinds != [.term] }
}
