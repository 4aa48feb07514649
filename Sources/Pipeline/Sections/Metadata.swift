internal import Lingua

/// What kinds of front matter a line shows signs of.
struct MetadataSigns: OptionSet {
  let rawValue: UInt16
  static let classifier = MetadataSigns(rawValue: 1)
  static let identifier = MetadataSigns(rawValue: 2)
  static let contact = MetadataSigns(rawValue: 4)
  static let date = MetadataSigns(rawValue: 8)
  static let affiliation = MetadataSigns(rawValue: 16)
  static let legal = MetadataSigns(rawValue: 32)
  static let place = MetadataSigns(rawValue: 64)
  static let degree = MetadataSigns(rawValue: 128)
  static let journal = MetadataSigns(rawValue: 256)
  static let counter = MetadataSigns(rawValue: 512)

  fileprivate static let names: [String: MetadataSigns] = [
    "classifier": .classifier, "identifier": .identifier, "contact": .contact, "date": .date,
    "affiliation": .affiliation, "legal": .legal, "place": .place, "degree": .degree, "journal": .journal,
    "counter": .counter,
  ]
}

/// The markers of `lexicons/metadata.tsv`.
struct Metadata: Sendable {
  private var trie = LabelTrie<MetadataSigns.RawValue>()

  /// Reads the markers.
  ///
  /// - Throws: `LexiconError` when the file is missing, or a row names a kind that does not exist.
  init(lexicons: Lexicons) throws(LexiconError) {
    let file = try lexicons.file("metadata.tsv", columns: ["kind", "marker"])
    for row in file.rows {
      guard let sign = MetadataSigns.names[row[0]] else {
        throw LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(column: "kind", value: row[0], expected: "a kind that the head of the file lists"))
      }
      let isPrefix = row[1].utf8.last == UInt8(ascii: "*")
      trie.insert(LabelFold.letters(of: row[1]), sign.rawValue, isPrefix: isPrefix)
    }
  }

  /// The signs of the marker that begins at a word of a line.
  func signs(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> (signs: MetadataSigns, end: Int)? {
    guard let match = trie.longestMatch(in: bytes, from: start, to: end) else { return nil }
    return (match.values.reduce(into: []) { $0.insert(MetadataSigns(rawValue: $1)) }, match.end)
  }
}
