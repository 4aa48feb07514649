/// How a page lay on the scanner.
enum PageSkew {
  /// More than this is no skew but a page that was never read rightly.
  private static let steepest = 0.2

  /// How far lines fall for each unit to the right: the median over the lines, by their width.
  static func slope(of words: [PlacedWord]) -> Double {
    var slopes: [(slope: Double, weight: Double)] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, words[end].line == words[start].line { end += 1 }
      if let found = slope(of: words[start..<end]) { slopes.append(found) }
      start = end
    }
    slopes.sort { $0.slope < $1.slope }
    let half = slopes.reduce(0) { $0 + $1.weight } / 2
    var sum = 0.0
    for (slope, weight) in slopes {
      sum += weight
      // What lies within the boxes' own rounding is none.
      if sum >= half { return abs(slope) > 0.0005 && abs(slope) < steepest ? slope : 0 }
    }
    return 0
  }

  /// The least squares through the middles of a line's words; nil for a line too short to tell.
  private static func slope(of line: ArraySlice<PlacedWord>) -> (slope: Double, weight: Double)? {
    let boxes = line.filter { $0.isInk && $0.length > 2 }.map(\.box)
    guard boxes.count >= 3, let first = boxes.first else { return nil }
    let box = boxes.reduce(first) { $0.joined($1) }
    guard box.width > 5 * first.height else { return nil }
    let count = Double(boxes.count)
    let x = boxes.reduce(0) { $0 + $1.center } / count
    let y = boxes.reduce(0) { $0 + $1.middle } / count
    let above = boxes.reduce(0) { $0 + ($1.center - x) * ($1.middle - y) }
    let below = boxes.reduce(0) { $0 + ($1.center - x) * ($1.center - x) }
    return below > 0 ? (above / below, box.width) : nil
  }
}
