/// The rows of a scheme for one direction, before they are compiled.
struct SchemeRows: Sendable {
  /// One rule: letters in lower case, what they become, and where.
  struct Row: Sendable {
    var source: [Unicode.Scalar]
    var target: [Unicode.Scalar]
    var context: LetterContext
  }

  /// How many different sides of contexts a table may have: the compiled table has a bit for each.
  private static let sideLimit = 32

  /// The longest cell, since what becomes of a character may depend on so much around it.
  private static let longest = 64
  /// Rules are numbered by two bytes, and composed letters may double them.
  private static let mostRows = 20_000

  let head: SchemeHead
  let isReverse: Bool
  /// What matches first comes first among rows of the same length and number of conditions.
  private(set) var rows: [Row] = []

  /// Reads the table of a scheme.
  ///
  /// - Throws: `LexiconError` at the first row that does not fit.
  init(file: String, bytes: [UInt8], isReverse: Bool) throws(LexiconError) {
    head = try SchemeHead(file: file, bytes: bytes)
    self.isReverse = isReverse
    let table = try LexiconFile(name: file, bytes: bytes, columns: ["source", "target", "context", "way"])
    var own: [Row] = []
    var sides: Set<LetterContext.Side> = []
    for row in table.rows {
      func fail(_ column: String, _ value: String, _ expected: String) -> LexiconError {
        LexiconError(
          file: file, line: row.line, reason: .badValue(column: column, value: value, expected: expected))
      }
      guard ["", ">", "<"].contains(row[3]) else {
        throw fail("way", row[3], "empty, \">\" (forwards only) or \"<\" (backwards only)")
      }
      for (column, name) in [(0, "source"), (1, "target")] where row[column].contains("\\") {
        throw fail(name, row[column], "free of the backslash, which begins an escape")
      }
      guard let context = LetterContext(row[2], classes: head.classes) else {
        throw fail("context", row[2], "LEFT_RIGHT of #, [letters] and the names of classes")
      }
      sides.formUnion([context.left, context.right].compactMap { $0 })
      guard sides.count <= Self.sideLimit else {
        throw fail("context", row[2], "one of at most \(Self.sideLimit) different sides of contexts")
      }
      guard !(row[3] == "<" ? row[1] : row[0]).isEmpty else {
        throw fail(row[3] == "<" ? "target" : "source", "", "a letter; an empty cell matches nothing")
      }
      guard row[0].utf8.count <= Self.longest, row[1].utf8.count <= Self.longest, rows.count < Self.mostRows else {
        throw fail("source", row[0], "at most \(Self.longest) bytes long, in a table of at most \(Self.mostRows) rows")
      }
      let source = Array(row[0].unicodeScalars), target = Array(row[1].unicodeScalars)
      if !isReverse {
        if row[3] != "<" { rows.append(Row(source: source, target: target, context: context)) }
      } else if row[3] == "<" {
        own.append(Row(source: target, target: source, context: context))
      } else if row[3] == "", !target.isEmpty {
        rows.append(Row(source: target, target: source, context: LetterContext()))
      }
    }
    // Rows for the way back say more than the inverse of the others.
    rows = own + rows
  }
}
