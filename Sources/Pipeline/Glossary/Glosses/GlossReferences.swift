internal import Lingua

/// Finds a reference in Cyrillic before the same reference in Latin letters: both begin with the same author.
struct GlossReferences {
  let text: GlossText
  let names: GlossNames
  let quotes: GlossQuotes

  /// The titles of both, where the second begins at a bracket.
  func titles(at place: Int, _ before: Int) -> (left: Range<Int>, right: Range<Int>)? {
    var start = before
    while start > 0, text.scalars[start - 1] != "\n", before - start < 3 * GlossQuotes.longest { start -= 1 }
    while start < before, !text.scalars[start].isLetter { start += 1 }
    guard text.hasCyrillic(start..<before + 1), let left = author(start, before + 1),
      let right = author(place + 1, text.scalars.count), names.areOne(left.author, right.author),
      let title = self.title(left.next, before + 1),
      let translation = self.title(right.next, min(text.scalars.count, right.next + GlossQuotes.longest))
    else { return nil }
    return (title, translation)
  }

  /// What stands before the first comma, and where what follows it begins.
  private func author(_ start: Int, _ end: Int) -> (author: Range<Int>, next: Int)? {
    var k = start
    while k < end, k - start < 80, text.scalars[k] != "\n" {
      if text.scalars[k] == "," { return k == start ? nil : (start..<k, k + 1) }
      k += 1
    }
    return nil
  }

  /// A quoted title, one that a lost quotation mark ends, or what stands before the next comma.
  private func title(_ start: Int, _ end: Int) -> Range<Int>? {
    var first = start
    while first < end, text.scalars[first] == " " { first += 1 }
    if let quoted = quotes.beginning(at: first), quoted.next <= end { return quoted.inside }
    var comma: Int?
    for k in first..<max(first, end) {
      let scalar = text.scalars[k]
      if scalar == "\n" || scalar == ")" { break }
      if scalar == "”" || scalar == "»" { return first..<k }
      if scalar == "," && comma == nil { comma = k }
      if let comma, k - comma > 120 { break }
    }
    return comma.map { first..<$0 }
  }
}
