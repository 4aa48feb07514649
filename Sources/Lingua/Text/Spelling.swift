/// How near two spellings are: by the letters that must be put in, taken out, replaced or swapped with the next.
package enum Spelling {
  /// The number of such changes from `a` to `b` (Damerau's distance, swapped letters not changed again); nil where it is
  /// above `limit`.
  static func distance<Letter: Equatable>(_ a: [Letter], _ b: [Letter], limit: Int) -> Int? {
    if abs(a.count - b.count) > limit { return nil }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      var least = i
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, before[j - 2] + 1) }
        row.append(cost)
        least = min(least, cost)
      }
      if least > limit { return nil }
      before = last
      last = row
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }

  /// The number of such changes from one name to another; of long names the first 64 characters are compared.
  package static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.unicodeScalars.prefix(64)), Array(b.unicodeScalars.prefix(64)))
    return distance(a, b, limit: .max) ?? .max
  }

  /// The nearest of some names; nil where none is near.
  package static func nearest(_ name: String, among names: [String]) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    let limit = max(1, letters.count / 3)
    return names.compactMap { other in
      distance(letters, Array(other.lowercased().unicodeScalars), limit: limit).map { (distance: $0, name: other) }
    }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }
}
