internal import Lingua

/// The keys of a text's tokens, sorted for a join.
struct TokenKeys: Sendable {
  struct Entry: Sendable {
    var key: UInt64
    var type: Int32
    var weight: Float
  }

  let entries: [Entry]
  /// Whether a lexicon knows the type, or it is a number.
  let isKnown: [Bool]

  init(
    _ text: AlignmentText, evidence: [any WordEvidence], learned: TranslationEvidence, options: AlignmentOptions
  ) {
    self = TypeKeys(text, evidence: evidence, learned: learned, options: options).sorted()
  }

  fileprivate init(entries: [Entry], isKnown: [Bool]) {
    self.entries = entries.sorted { ($0.key, $0.type) < ($1.key, $1.type) }
    self.isKnown = isKnown
  }
}

/// The keys of a text's tokens, type after type, so that those of a stretch are found without a search.
struct TypeKeys: Sendable {
  private var entries: [TokenKeys.Entry] = []
  /// Where the keys of each type begin; one more than there are types.
  private var starts: [Int32] = [0]
  /// Whether a lexicon knows the type, or it is a number.
  private(set) var isKnown: [Bool]

  init(
    _ text: AlignmentText, evidence: [any WordEvidence], learned: TranslationEvidence, options: AlignmentOptions
  ) {
    isKnown = Array(repeating: false, count: text.types.count)
    entries.reserveCapacity(text.types.count * 3)
    starts.reserveCapacity(text.types.count + 1)
    let factors = evidence.map { Float($0.weight(options.weights).squareRoot()) }
    var keys: [EvidenceKey] = []
    for type in 0..<text.types.count {
      let codes = text.types.codes(type)
      let kind = text.types.kind(type)
      isKnown[type] = kind.isNumber || learned.stems[type] >= 0
      for (number, kindOfEvidence) in evidence.enumerated() where factors[number] > 0 {
        keys.removeAll(keepingCapacity: true)
        kindOfEvidence.append(keysOf: codes, kind: kind, language: text.language, to: &keys)
        if number == 0 && !keys.isEmpty { isKnown[type] = true }
        for key in keys {
          entries.append(
            TokenKeys.Entry(
              key: (key.key & 0xFF_FFFF_FFFF_FFFF) | (UInt64(number) << 56), type: Int32(type),
              weight: key.weight * factors[number]))
        }
      }
      starts.append(Int32(entries.count))
    }
  }

  /// The keys of some types, which are numbered anew.
  ///
  /// - Parameter types: which, ascending.
  func stretch(_ types: [Int32]) -> TypeKeys {
    var result = self
    result.entries = []
    result.starts = [0]
    result.isKnown = types.map { isKnown[Int($0)] }
    for (number, type) in types.enumerated() {
      for var entry in entries[Int(starts[Int(type)])..<Int(starts[Int(type) + 1])] {
        entry.type = Int32(number)
        result.entries.append(entry)
      }
      result.starts.append(Int32(result.entries.count))
    }
    return result
  }

  /// The same keys, sorted for a join.
  func sorted() -> TokenKeys { TokenKeys(entries: entries, isKnown: isKnown) }
}

/// Which token types of one text translate which of another, and how probably.
struct Links: Sendable {
  struct Link: Sendable {
    var target: Int32
    /// How probably the source type is translated by the target.
    var probability: Float
    /// The same from the other side.
    var back: Float
    /// The better of both.
    var strength: Float { max(probability, back) }
  }

  /// One reason for a link.
  private struct Found {
    var source: Int32
    var target: Int32
    var probability: Float
    var back: Float

    init(_ source: Int32, _ target: Int32, _ probability: Float, _ back: Float) {
      self.source = source
      self.target = target
      self.probability = probability
      self.back = back
    }
  }

  /// What the translation table knows of two texts.
  struct Learned {
    let source: TranslationEvidence
    let target: TranslationEvidence
    let table: TranslationView
    let weight: Float
  }

  private(set) var links: [Link] = []
  private(set) var starts: [Int32]

  /// A key that more types than this share tells nothing.
  static let widest = 48

  /// - Parameters:
  ///   - source: the keys of the first text.
  ///   - target: the keys of the second one.
  ///   - learned: what the translation table knows of both.
  ///   - widest: a key tells nothing of more types of one text than this.
  init(_ source: TokenKeys, _ target: TokenKeys, learned: Learned, widest: Int = Links.widest) {
    var found: [Found] = []
    let a = source.entries
    let b = target.entries
    var i = 0
    var j = 0
    while i < a.count && j < b.count {
      if a[i].key < b[j].key { i += 1; continue }
      if b[j].key < a[i].key { j += 1; continue }
      let key = a[i].key
      var iEnd = i
      while iEnd < a.count && a[iEnd].key == key { iEnd += 1 }
      var jEnd = j
      while jEnd < b.count && b[jEnd].key == key { jEnd += 1 }
      for left in a[i..<min(iEnd, i + widest)] {
        for right in b[j..<min(jEnd, j + widest)] {
          let probability = left.weight * right.weight
          found.append(Found(left.type, right.type, probability, probability))
        }
      }
      i = iEnd
      j = jEnd
    }
    if learned.weight > 0 {
      learned.target.each(from: learned.source, table: learned.table) { a, b, probability in
        found.append(Found(a, b, probability * learned.weight, 0))
      }
      learned.source.each(from: learned.target, table: learned.table) { b, a, probability in
        found.append(Found(a, b, 0, probability * learned.weight))
      }
    }
    (links, starts) = Self.gathered(found, sources: source.isKnown.count)
  }

  /// The links by source and target, each once with its best reasons.
  private static func gathered(_ found: [Found], sources: Int) -> (links: [Link], starts: [Int32]) {
    // By source in one pass; the few links of a source are then sorted by target.
    var places = [Int32](repeating: 0, count: sources + 1)
    for item in found { places[Int(item.source) + 1] += 1 }
    for k in 1..<places.count { places[k] += places[k - 1] }
    var next = places
    var sorted = [Link](repeating: Link(target: 0, probability: 0, back: 0), count: found.count)
    for item in found {
      sorted[Int(next[Int(item.source)])] = Link(
        target: item.target, probability: item.probability, back: item.back)
      next[Int(item.source)] += 1
    }
    var links: [Link] = []
    links.reserveCapacity(found.count)
    var starts = [Int32](repeating: 0, count: sources + 1)
    for source in 0..<sources {
      let range = Int(places[source])..<Int(places[source + 1])
      sorted[range].sort { $0.target < $1.target }
      let begin = links.count
      for link in sorted[range] {
        if links.count > begin && links[links.count - 1].target == link.target {
          links[links.count - 1].probability = max(links[links.count - 1].probability, link.probability)
          links[links.count - 1].back = max(links[links.count - 1].back, link.back)
        } else {
          links.append(link)
        }
      }
      starts[source + 1] = Int32(links.count)
    }
    return (links, starts)
  }

  /// The links of a type.
  func range(_ source: Int) -> Range<Int> { Int(starts[source])..<Int(starts[source + 1]) }

  /// The same links from the other side.
  func reversed(targets: Int) -> Links {
    var result = self
    result.starts = Array(repeating: 0, count: targets + 1)
    for link in links { result.starts[Int(link.target) + 1] += 1 }
    for k in 1..<result.starts.count { result.starts[k] += result.starts[k - 1] }
    var next = result.starts
    for source in 0..<starts.count - 1 {
      for link in links[range(source)] {
        result.links[Int(next[Int(link.target)])] = Link(
          target: Int32(source), probability: link.back, back: link.probability)
        next[Int(link.target)] += 1
      }
    }
    return result
  }
}
