internal import Lingua

/// Writes the file that `TranslationTable` reads.
struct TranslationTableWriter {
  /// How words were cut to stems.
  let scheme: StemScheme
  /// The hash of the Kazakh stemmer's tables.
  let stemmerHash: UInt32
  /// The names of the sources.
  let sources: [String]
  /// The stems of each language in UTF-8, by number.
  let stems: Trilingual<[[UInt8]]>
  /// The share that each stem has of all words of its language.
  let frequencies: Trilingual<[Float]>
  /// For each ordered pair, in the order of `TranslationLayout.pairs`, the rows of all stems.
  let rows: [[[TranslationModel.Entry]]]

  /// The file's bytes: stems in byte order, without those that have no translation and are none.
  func bytes() throws(TrainingError) -> [UInt8] {
    let order = order()
    for language in Language.allCases where order[language].count > 1 << 16 {
      throw .tooManyStems(order[language].count)
    }
    // The place of each stem in the file.
    var places = stems.map { [Int](repeating: -1, count: $0.count) }
    for language in Language.allCases {
      for (place, stem) in order[language].enumerated() { places[language][stem] = place }
    }
    var header: [UInt8] = []
    var body: [UInt8] = []
    /// Begins a part and notes its place in the header.
    func begin() {
      // Numbers at even places are faster to read on some machines.
      while body.count % 4 != 0 { body.append(0) }
      header.append(number: TranslationLayout.headerSize + body.count)
    }
    begin()
    let names = sources.map { $0 + "\n" }.joined()
    header.append(number: names.utf8.count)
    body += Array(names.utf8)
    for language in Language.allCases {
      header.append(number: order[language].count)
      begin()
      var start = 0
      body.append(number: 0)
      for stem in order[language] {
        start += stems[language][stem].count
        body.append(number: start)
      }
      begin()
      for stem in order[language] { body += stems[language][stem] }
      begin()
      for stem in order[language] { body.append(number: Int(frequencies[language][stem].bitPattern)) }
    }
    for (rows, pair) in zip(rows, TranslationLayout.pairs) {
      let entries = order[pair.source].map { stem in
        rows[stem].map { (target: places[pair.target][Int($0.stem)], probability: $0.probability) }
          .sorted { $0.target < $1.target }
      }
      header.append(number: entries.reduce(0) { $0 + $1.count })
      begin()
      var start = 0
      body.append(number: 0)
      for row in entries {
        start += row.count
        body.append(number: start)
      }
      begin()
      for row in entries {
        for entry in row { body += [UInt8(entry.target & 0xFF), UInt8(entry.target >> 8)] }
      }
      begin()
      for row in entries {
        for entry in row { body.append(UInt8(min(255, max(1, (entry.probability * 255).rounded())))) }
      }
    }
    var bytes: [UInt8] = []
    for k in 0..<8 { bytes.append(TranslationLayout.magic.utf8Start[k]) }
    bytes.append(number: Int(TranslationLayout.version))
    bytes.append(number: Int(scheme.number))
    bytes.append(number: TranslationLayout.headerSize + body.count)
    bytes.append(number: Int(stemmerHash))
    return bytes + header + body
  }

  /// For each language the stems that have a translation or are one, by their bytes.
  private func order() -> Trilingual<[Int]> {
    var used = stems.map { [Bool](repeating: false, count: $0.count) }
    for (rows, pair) in zip(rows, TranslationLayout.pairs) {
      for (stem, row) in rows.enumerated() where !row.isEmpty {
        used[pair.source][stem] = true
        for entry in row { used[pair.target][Int(entry.stem)] = true }
      }
    }
    var order = Trilingual<[Int]>(repeating: [])
    for language in Language.allCases {
      let stems = stems[language]
      order[language] = used[language].indices.filter { used[language][$0] }
        .sorted { stems[$0].lexicographicallyPrecedes(stems[$1]) }
    }
    return order
  }
}

extension TranslationTableWriter {
  /// What was learned from a text.
  init(text: ParallelText, rows: [[[TranslationModel.Entry]]], stemmerHash: UInt32 = 0) {
    self.init(
      scheme: text.scheme, stemmerHash: stemmerHash,
      sources: text.sources.map { "\($0.name).\($0.languages.map(\.tag).joined(separator: "-"))" },
      stems: text.stems, frequencies: text.frequencies, rows: rows)
  }
}

extension [UInt8] {
  /// Appends a 32-bit number in little-endian order.
  fileprivate mutating func append(number: Int) {
    let value = UInt32(truncatingIfNeeded: number)
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
  }
}
