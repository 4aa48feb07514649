/// The name that files of one text share: "talk" for talk.kk.txt and talk.ru.txt, for kk_talk.txt and ru_talk.txt, and
/// for kk/talk.txt and ru/talk.txt. Names that share nothing are joined by "+".
///
/// What is shared ends where a part of the name does (".", "_", "-" or a blank). "-" is "standard-input".
///
/// - Parameter paths: the files in their order.
/// - Returns: a name without folders and extension, not empty.
public func commonStem(of paths: [String]) -> String {
  let separators: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " ")]
  let names = paths.map { path in
    path == "-" ? Array("standard-input".utf8) : Array(path.utf8.suffix(while: { $0 != UInt8(ascii: "/") }))
  }
  let stems = names.map { name in
    let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? 0
    return dot > 0 ? Array(name[..<dot]) : name
  }
  guard let first = stems.first else { return "document" }
  func part(_ words: [[UInt8]]) -> [UInt8] {
    let shortest = words.map(\.count).min() ?? 0
    var count = 0
    while count < shortest, words.allSatisfy({ $0[count] == words[0][count] }) { count += 1 }
    // Only whole parts are shared: "en" and "end" have none.
    let isWhole = words.allSatisfy { count == $0.count || separators.contains($0[count]) }
    var shared = words[0].prefix(count)
    if !isWhole { shared = shared.prefix((shared.lastIndex(where: separators.contains) ?? -1) + 1) }
    while let last = shared.last, separators.contains(last) { shared.removeLast() }
    return Array(shared)
  }
  var shared = part(stems)
  if shared.isEmpty { shared = part(stems.map { $0.reversed() }).reversed() }
  if shared.isEmpty {
    shared = stems.dropFirst().reduce(into: first) { $0 += [UInt8(ascii: "+")] + $1 }
  }
  return shared.isEmpty ? "document" : String(decoding: shared, as: UTF8.self)
}

extension Collection where Self: BidirectionalCollection {
  /// The longest end whose elements all fit.
  fileprivate func suffix(while fits: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, fits(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
