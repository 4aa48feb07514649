/// Which field each row of the concept lexicon belongs to.
public struct ConceptFields: Sendable {
  /// The names of the fields.
  private let names: [String]
  /// For each row the number of its name; 0 for none.
  private let rows: [UInt16]
  /// For each name how many rows it has.
  private let counts: [Int]

  /// Reads the column `domain` of every file of concepts and of the acronyms; some milliseconds.
  ///
  /// - Throws: `LexiconError` when a file cannot be read or a row is broken.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    var names = [""]
    var numbers = ["": 0]
    var rows: [UInt16] = []
    var counts = [0]
    for file in try lexicons.conceptFiles() {
      let table = try LexiconRows(name: file.name, bytes: file.bytes, columns: [], optional: ["domain"])
      try table.forEach { (cells, _) throws(LexiconError) in
        let name = String(decoding: table.bytes[cells[0]], as: UTF8.self)
        if numbers[name] == nil {
          numbers[name] = names.count
          names.append(name)
          counts.append(0)
        }
        let number = numbers[name] ?? 0
        rows.append(UInt16(truncatingIfNeeded: number))
        counts[number] += 1
      }
    }
    self.names = names
    self.rows = rows
    self.counts = counts
  }

  /// The field of a row, by the number that `ConceptLexicon` gives it; empty where it has none.
  public func field(of row: Int) -> String { rows.indices.contains(row) ? names[Int(rows[row])] : "" }

  /// What share of all rows a field has.
  public func share(of field: String) -> Double {
    guard let number = names.firstIndex(of: field), !rows.isEmpty else { return 0 }
    return Double(counts[number]) / Double(rows.count)
  }
}
