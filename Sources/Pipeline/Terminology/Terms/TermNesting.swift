internal import Lingua

/// Which triples are parts of longer ones, as the C-value counts it.
struct TermNesting {
  private var inside: [Trilingual<[Int32]>: (beads: Float, kinds: Float)] = [:]

  init(_ entries: [Trilingual<[Int32]>: TermAssembly.Entry]) {
    // By the Russian term, which most others are parts of in the same way.
    var byRussian: [[Int32]: [Trilingual<[Int32]>]] = [:]
    for key in entries.keys { byRussian[key.ru, default: []].append(key) }
    for (long, entry) in entries where long.ru.count > 1 {
      for first in long.ru.indices {
        for last in first..<long.ru.count where last - first + 1 < long.ru.count {
          for short in byRussian[Array(long.ru[first...last])] ?? []
          where Self.has(long.kk, short.kk) && Self.has(long.en, short.en) {
            inside[short, default: (0, 0)].beads += Float(entry.places.count)
            inside[short]?.kinds += 1
          }
        }
      }
    }
  }

  private static func has(_ long: [Int32], _ short: [Int32]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...long.count - short.count).contains { long[$0..<$0 + short.count].elementsEqual(short) }
  }

  /// In how many beads longer triples have this one.
  func beads(_ key: Trilingual<[Int32]>) -> Float { inside[key]?.beads ?? 0 }

  /// How many longer triples have it.
  func kinds(_ key: Trilingual<[Int32]>) -> Float { inside[key]?.kinds ?? 0 }
}
