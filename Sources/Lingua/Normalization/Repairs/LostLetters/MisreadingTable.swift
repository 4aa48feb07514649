internal import Glibc

/// How print is misread: for what was read, the letters that may have stood there.
struct MisreadingTable: Sendable {
  /// Up to three letters that may stand where up to three characters were read.
  struct Option {
    /// The codes of the letters.
    var letters: (UInt8, UInt8, UInt8)
    /// How many letters.
    var count: Int
    /// How many characters were read for them.
    var read: Int
    /// Minus the logarithm of the probability that they are read so.
    var cost: Float
  }

  /// The letters of one reading, by `key`.
  private let ranges: [UInt64: Range<Int>]
  private let options: [Option]
  private let codes: [UInt8]
  // What a letter costs that was read as it is. A Kazakh letter is hardly ever read where there was none.
  private static let asRead: Float = 0.03

  /// Reads a table of the columns letters, read_as and probability.
  ///
  /// - Parameter codes: the code of each letter below U+0600.
  /// - Throws: `LexiconError` when it is missing or broken.
  init(_ name: String, codes: [UInt8], lexicons: Lexicons) throws(LexiconError) {
    self.codes = codes
    let file = try lexicons.file(name, columns: ["letters", "read_as", "probability"])
    var found: [UInt64: [Option]] = [:]
    for row in file.rows {
      let letters = row[0].unicodeScalars.map { $0.value < 0x600 ? codes[Int($0.value)] : 0 }
      let read = row[1].unicodeScalars.map(\.value)
      guard (1...3).contains(letters.count), !letters.contains(0) else {
        throw LexiconError(
          file: name, line: row.line,
          reason: .badValue(column: "letters", value: row[0], expected: "one to three letters in lower case"))
      }
      guard read.count <= 3 else {
        throw LexiconError(
          file: name, line: row.line,
          reason: .badValue(column: "read_as", value: row[1], expected: "at most three characters"))
      }
      guard let probability = Float(row[2]), probability > 0, probability <= 1 else {
        throw LexiconError(
          file: name, line: row.line,
          reason: .badValue(column: "probability", value: row[2], expected: "a number above 0 and up to 1"))
      }
      let padded = letters + [0, 0]
      let option = Option(
        letters: (padded[0], padded[1], padded[2]), count: letters.count, read: read.count,
        cost: -log(probability))
      found[Self.key(read[...]), default: []].append(option)
    }
    var options: [Option] = []
    var ranges: [UInt64: Range<Int>] = [:]
    for (key, list) in found.sorted(by: { $0.key < $1.key }) {
      ranges[key] = options.count..<options.count + list.count
      options += list
    }
    self.options = options
    self.ranges = ranges
  }

  private static func key(_ read: ArraySlice<UInt32>) -> UInt64 {
    read.reduce(UInt64(read.count)) { $0 << 20 | UInt64($1 & 0xFFFFF) }
  }

  /// Appends what may stand at a place of a word as it was read, in lower case.
  func append(at place: Int, of read: [UInt32], to list: inout [Option]) {
    for count in 0...min(3, read.count - place) {
      if count == 1, read[place] < 0x600, codes[Int(read[place])] != 0 {
        list.append(Option(letters: (codes[Int(read[place])], 0, 0), count: 1, read: 1, cost: Self.asRead))
      }
      if let range = ranges[Self.key(read[place..<place + count])] { list += options[range] }
    }
  }
}
