internal import Glibc
internal import Lingua

/// How often each letter sequence stands in the text of each class, and from that the rows of a model.
struct SequenceCounts {
  private var keys: [UInt64]
  private var counts: [Float]
  private var seen: [UInt16]
  private var used = 0
  private let classes: Int

  init(classes: Int) {
    self.classes = classes
    let room = 1 << 20
    keys = [UInt64](repeating: 0, count: room)
    counts = [Float](repeating: 0, count: room * classes)
    seen = [UInt16](repeating: 0, count: room)
  }

  private static func slot(_ key: UInt64, in keys: [UInt64]) -> Int {
    var slot = Int((key &* 0xD6E8_FEB8_6659_FD93) >> 20) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  mutating func add(_ key: UInt64, class k: Int, weight: Float) {
    var slot = Self.slot(key, in: keys)
    if keys[slot] == 0 {
      if used * 3 > keys.count * 2 {
        grow()
        slot = Self.slot(key, in: keys)
      }
      keys[slot] = key
      used += 1
    }
    counts[slot * classes + k] += weight
    if seen[slot] < .max { seen[slot] += 1 }
  }

  private mutating func grow() {
    let size = keys.count * 2
    var newKeys = [UInt64](repeating: 0, count: size)
    var newCounts = [Float](repeating: 0, count: size * classes)
    var newSeen = [UInt16](repeating: 0, count: size)
    for old in keys.indices where keys[old] != 0 {
      let slot = Self.slot(keys[old], in: newKeys)
      newKeys[slot] = keys[old]
      newSeen[slot] = seen[old]
      for k in 0..<classes { newCounts[slot * classes + k] = counts[old * classes + k] }
    }
    (keys, counts, seen) = (newKeys, newCounts, newSeen)
  }

  /// The check of each row, 0 for a free one: the sequences that tell most, in rows of their own.
  ///
  /// What a sequence tells is the sum over classes of its share there times the distance of that share from the mean.
  func checks(bits: Int) -> [UInt8] {
    var totals = [Float](repeating: 0, count: classes)
    for slot in keys.indices where keys[slot] != 0 {
      for k in 0..<classes { totals[k] += counts[slot * classes + k] }
    }
    var ranked: [(importance: Float, key: UInt64)] = []
    for slot in keys.indices where keys[slot] != 0 && seen[slot] >= 3 {
      var mean: Float = 0
      for k in 0..<classes where totals[k] > 0 { mean += counts[slot * classes + k] / totals[k] }
      mean /= Float(classes)
      var importance: Float = 0
      for k in 0..<classes where totals[k] > 0 {
        let share = counts[slot * classes + k] / totals[k]
        importance += (share + mean * 0.05) * abs(logf((share + mean * 0.05) / (mean * 1.05)))
      }
      ranked.append((importance, keys[slot]))
    }
    ranked.sort { $0.importance != $1.importance ? $0.importance > $1.importance : $0.key < $1.key }
    var checks = [UInt8](repeating: 0, count: 1 << bits)
    for entry in ranked {
      let (row, check) = ScriptModel.place(entry.key, bits: bits)
      if checks[row] == 0 { checks[row] = check }
    }
    return checks
  }
}
