internal import Lingua

/// Which triples have a word too many or too few: another triple has the same terms in two languages and in the third a
/// longer or shorter one that fits them better.
struct TermSiblings {
  private var unfit: Set<Trilingual<[Int32]>> = []

  init(_ entries: [Trilingual<[Int32]>: TermAssembly.Entry]) {
    var families: [Trilingual<[Int32]>: [Trilingual<[Int32]>]] = [:]
    for key in entries.keys where !key.values.contains([]) {
      for language in Language.allCases {
        var pair = key
        pair[language] = []
        families[pair, default: []].append(key)
      }
    }
    for (pair, keys) in families where keys.count > 1 {
      guard let language = Language.allCases.first(where: { pair[$0].isEmpty }) else { continue }
      for key in keys {
        let spread = Self.spread(key)
        if keys.contains(where: { Self.spread($0) < spread && Self.isNested($0[language], key[language]) }) {
          unfit.insert(key)
        }
      }
    }
  }

  /// Whether a triple is worse than a sibling.
  func isUnfit(_ key: Trilingual<[Int32]>) -> Bool { unfit.contains(key) }

  /// How far the numbers of words differ.
  private static func spread(_ key: Trilingual<[Int32]>) -> Int {
    let counts = key.values.map(\.count)
    return (counts.max() ?? 0) - (counts.min() ?? 0)
  }

  /// Whether the words of one term are among those of the other.
  private static func isNested(_ a: [Int32], _ b: [Int32]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return short.allSatisfy { long.contains($0) }
  }
}
