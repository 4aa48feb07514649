internal import Lingua

/// Joins the acronyms of the three languages that stand for one thing.
struct AcronymLinker {
  let lexicon: AcronymLexicon

  /// Nodes that belong together.
  struct Cluster {
    var nodes: [Int]
    /// Whether a link was made against the lexicon.
    var contradictsLexicon = false
    /// Whether keyword rows or the lexicon speak for a link, rather than position alone.
    var isKnown = false
    /// An acronym of one language that stands where the cluster's acronyms of the others stand: "ABC" where
    /// the row's own acronym is "XYZ".
    var intruders: [Int] = []
    /// An acronym that means something else, alone where the cluster's acronyms stand, in a language that they lack.
    var strangers: [Int] = []
  }

  private static let threshold = 1.0
  private static let rowAlone = 2.5
  private static let rowShared = 1.2
  private static let sameConcept = 2.0
  private static let sameLatin = 3.0
  private static let sameCyrillic = 1.0
  private static let sameBeads = 1.6
  private static let sameOrder = 0.4
  private static let otherConcept = -1.5
  /// How well an acronym of another meaning must stand where others do to be noticed there.
  private static let noticeable = 0.5

  private struct Pair {
    var a: Int
    var b: Int
    var score: Double
    var contradicts: Bool
    var isKnown: Bool
  }

  /// The clusters of a document; every node is in exactly one, or an intruder of one.
  func clusters(of collection: AcronymCollection) -> [Cluster] {
    let nodes = collection.nodes
    var owner = Array(nodes.indices)
    var clusters = nodes.indices.map { Cluster(nodes: [$0]) }
    func merge(_ a: Int, _ b: Int, _ pair: Pair?) {
      let (to, from) = (owner[a], owner[b])
      guard to != from else { return }
      for node in clusters[from].nodes { owner[node] = to }
      clusters[to].nodes += clusters[from].nodes
      clusters[to].contradictsLexicon =
        clusters[to].contradictsLexicon || clusters[from].contradictsLexicon || pair?.contradicts == true
      clusters[to].isKnown = clusters[to].isKnown || clusters[from].isKnown || pair?.isKnown == true
      clusters[from].nodes = []
    }
    for (a, b) in collection.aliases { merge(a, b, nil) }
    for (a, b) in variants(nodes) { merge(a, b, nil) }
    let pairs = pairs(nodes, collection.beadCounts)
    for pair in pairs where pair.score >= Self.threshold {
      let (left, right) = (clusters[owner[pair.a]].nodes, clusters[owner[pair.b]].nodes)
      guard owner[pair.a] != owner[pair.b], areCompatible(left, right, nodes) else { continue }
      merge(pair.a, pair.b, pair)
    }
    // What stands where another row's acronym is expected, and is known to mean something else, is a finding of that row.
    for pair in pairs where pair.contradicts && pair.score >= 0 {
      for (alone, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
        let language = nodes[alone].language
        guard clusters[owner[alone]].nodes == [alone], nodes[alone].definitions.isEmpty, owner[other] != owner[alone],
          clusters[owner[other]].nodes.contains(where: { nodes[$0].language == language })
        else { continue }
        clusters[owner[other]].intruders.append(alone)
        clusters[owner[alone]].nodes = []
        owner[alone] = owner[other]
        break
      }
    }
    for pair in pairs where pair.contradicts && pair.score >= Self.noticeable {
      for (alone, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
        let cluster = clusters[owner[other]]
        guard clusters[owner[alone]].nodes == [alone], nodes[alone].definitions.isEmpty, cluster.nodes.count > 1,
          !cluster.nodes.contains(where: { nodes[$0].language == nodes[alone].language }),
          !cluster.strangers.contains(alone)
        else { continue }
        clusters[owner[other]].strangers.append(alone)
      }
    }
    return clusters.filter { !$0.nodes.isEmpty }
  }

  /// Pairs of one language that the lexicon lists as variants of one concept.
  private func variants(_ nodes: [AcronymNode]) -> [(Int, Int)] {
    var seen: [String: Int] = [:]
    var result: [(Int, Int)] = []
    for (k, node) in nodes.enumerated() where node.concepts.count == 1 {
      let name = "\(node.language.tag) \(node.concepts[0])"
      if let other = seen[name] { result.append((other, k)) } else { seen[name] = k }
    }
    return result
  }

  private func areCompatible(_ a: [Int], _ b: [Int], _ nodes: [AcronymNode]) -> Bool {
    for x in a {
      for y in b where nodes[x].language == nodes[y].language {
        if !areVariants(nodes[x], nodes[y], latin: (a + b).map { nodes[$0] }) { return false }
      }
    }
    return true
  }

  /// Whether two acronyms of one language may be one: the same letters in another order, one letter more, or a Latin
  /// acronym beside the Cyrillic one.
  private func areVariants(_ a: AcronymNode, _ b: AcronymNode, latin: [AcronymNode]) -> Bool {
    if !a.concepts.isEmpty, !b.concepts.isEmpty { return !Set(a.concepts).isDisjoint(with: b.concepts) }
    // Two acronyms of one sentence are two.
    let beads = Set(a.uses.compactMap(\.bead))
    if b.uses.contains(where: { use in use.bead.map(beads.contains) ?? false }) { return false }
    if a.isKept != b.isKept {
      let kept = a.isKept ? a.key : b.key
      return latin.contains { $0.language == .en && $0.key == kept }
    }
    let x = AcronymMatcher.letters(of: a.key)
    let y = AcronymMatcher.letters(of: b.key)
    if x.count >= 3, x.sorted() == y.sorted() { return true }
    let (short, long) = x.count < y.count ? (x, y) : (y, x)
    guard short.count >= 3, long.count == short.count + 1 else { return false }
    return long.indices.contains { k in
      var rest = long
      rest.remove(at: k)
      return rest == short
    }
  }

  private func pairs(_ nodes: [AcronymNode], _ beadCounts: [Int: Trilingual<Int>]) -> [Pair] {
    var joint: Set<[Int]> = []
    func collect(_ groups: [[Int]]) {
      // Groups as large as this say nothing about single pairs.
      for group in groups where group.count <= 60 {
        for (k, a) in group.enumerated() {
          for b in group[(k + 1)...] where nodes[a].language != nodes[b].language {
            joint.insert([min(a, b), max(a, b)])
          }
        }
      }
    }
    var beads: [Int: [Int]] = [:]
    var rows: [Int: [Int]] = [:]
    var concepts: [Int: [Int]] = [:]
    var keys: [String: [Int]] = [:]
    for (k, node) in nodes.enumerated() {
      for bead in Set(node.uses.compactMap(\.bead)) { beads[bead, default: []].append(k) }
      for row in Set(node.uses.compactMap(\.row)) { rows[row, default: []].append(k) }
      for concept in node.concepts { concepts[concept, default: []].append(k) }
      keys[node.key, default: []].append(k)
    }
    collect(Array(beads.values))
    collect(Array(rows.values))
    collect(Array(concepts.values))
    collect(Array(keys.values))
    return joint.map { pair($0[0], $0[1], nodes, beadCounts) }
      .sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
  }

  private func pair(_ i: Int, _ j: Int, _ nodes: [AcronymNode], _ beadCounts: [Int: Trilingual<Int>]) -> Pair {
    let (a, b) = (nodes[i], nodes[j])
    var score = 0.0
    var isKnown = false
    var rows: [Int: Bool] = [:]
    for use in a.uses { if let row = use.row { rows[row] = (rows[row] ?? true) && use.isAlone } }
    var byRow = 0.0
    for use in b.uses {
      guard let row = use.row, let alone = rows[row] else { continue }
      byRow = max(byRow, alone && use.isAlone ? Self.rowAlone : Self.rowShared)
    }
    if byRow > 0 { isKnown = true }
    score += byRow
    let shared = !Set(a.concepts).isDisjoint(with: b.concepts)
    if shared {
      score += Self.sameConcept
      isKnown = true
    }
    let contradicts = !shared && !a.concepts.isEmpty && !b.concepts.isEmpty
    if contradicts { score += Self.otherConcept }
    if a.key == b.key {
      let isLatin = (a.language == .en || a.isKept) && (b.language == .en || b.isKept)
      score += isLatin ? Self.sameLatin : Self.sameCyrillic
      isKnown = isKnown || isLatin
    }
    score += together(a, b, beadCounts)
    if AcronymMatcher.letters(of: a.key).count == AcronymMatcher.letters(of: b.key).count { score += 0.1 }
    return Pair(a: i, b: j, score: score, contradicts: contradicts, isKnown: isKnown)
  }

  /// How well the uses of two acronyms fall into the same beads, and there at the same place of the order.
  private func together(_ a: AcronymNode, _ b: AcronymNode, _ beadCounts: [Int: Trilingual<Int>]) -> Double {
    var left: [Int: [Int]] = [:]
    for use in a.uses { if let bead = use.bead { left[bead, default: []].append(use.ordinal) } }
    var right: [Int: [Int]] = [:]
    for use in b.uses { if let bead = use.bead { right[bead, default: []].append(use.ordinal) } }
    let total = left.values.reduce(0) { $0 + $1.count } + right.values.reduce(0) { $0 + $1.count }
    guard total > 0 else { return 0 }
    var common = 0
    var ordered = 0
    var comparable = 0
    for (bead, places) in left {
      guard let others = right[bead] else { continue }
      common += min(places.count, others.count)
      if let counts = beadCounts[bead], counts[a.language] == counts[b.language] {
        comparable += 1
        if places == others { ordered += 1 }
      }
    }
    guard common > 0 else { return 0 }
    let order = comparable == 0 ? 0 : Double(ordered) / Double(comparable)
    return Self.sameBeads * Double(2 * common) / Double(total) + Self.sameOrder * order
  }
}
