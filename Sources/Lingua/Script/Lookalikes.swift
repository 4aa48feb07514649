/// Letters and signs that are drawn alike, or nearly, in two scripts (lexicons/lookalikes.tsv).
package struct Lookalikes: Sendable {
  /// How near two letters are, and so what it takes to believe that one stands for the other.
  package enum Kind: String, Sendable, CaseIterable {
    /// The same drawing in common typefaces; Latin and Cyrillic stand for each other both ways.
    case shape
    /// Nearly the same.
    case near
    /// What recognition takes for it; only a known word makes it believable.
    case misread
    /// A letter that no word of the three languages has.
    case letterForm = "letter-form"
    /// Typed for a Kazakh letter that a font or keyboard lacks.
    case standIn = "stand-in"
    /// A digit inside a word.
    case digit
  }

  /// A row of the table.
  package struct Pair: Sendable {
    /// What stands in the text.
    package var letter: Unicode.Scalar
    /// What is meant; the first where the word does not decide.
    package var meant: [Unicode.Scalar]
    /// The script of the letter.
    package var script: Script
    /// How near they are.
    package var kind: Kind
  }

  static let fileName = "lookalikes.tsv"
  /// The pairs in the order of the table.
  package let pairs: [Pair]

  /// The table that was built in, for the folds that are made once for all; empty only if it is broken.
  package static let embedded = (try? Lookalikes(lexicons: .embedded)) ?? Lookalikes(pairs: [])

  private init(pairs: [Pair]) { self.pairs = pairs }

  /// Reads the table.
  ///
  /// - Throws: `LexiconError` when it is missing or a row is broken.
  package init(lexicons: Lexicons) throws(LexiconError) {
    let table = try LexiconRows(
      name: Self.fileName, bytes: lexicons.bytes(of: Self.fileName),
      columns: ["letter", "stands-for", "scripts", "kind"])
    var pairs: [Pair] = []
    try table.forEach { (cells, line) throws(LexiconError) in
      guard let letter = Self.single(table.text(cells[0])) else {
        throw table.error(line, "letter", cells[0], expected: "one character")
      }
      let meant = table.text(cells[1]).split(separator: "|").map { Self.single($0) }
      guard !meant.isEmpty, meant.allSatisfy({ $0 != nil }) else {
        throw table.error(line, "stands-for", cells[1], expected: "characters with | between them")
      }
      let scripts = table.text(cells[2]).split(separator: " ")
      guard scripts.count == 2 else { throw table.error(line, "scripts", cells[2], expected: "two scripts") }
      guard let kind = Kind(rawValue: table.text(cells[3])) else {
        throw table.error(
          line, "kind", cells[3], expected: Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      pairs.append(
        Pair(
          letter: letter, meant: meant.compactMap { $0 }, script: Script(rawValue: String(scripts[0])), kind: kind))
    }
    self.pairs = pairs
  }

  private static func single(_ cell: some StringProtocol) -> Unicode.Scalar? {
    let scalars = cell.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  /// Latin letters and the Cyrillic ones that have the same drawing, of those that `isMeant` takes.
  package func shapes(
    where isMeant: (_ latin: Unicode.Scalar, _ cyrillic: Unicode.Scalar) -> Bool
  ) -> [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] {
    pairs.compactMap { pair in
      guard pair.kind == .shape, pair.script == .latin, let first = pair.meant.first, isMeant(pair.letter, first)
      else { return nil }
      return (pair.letter, first)
    }
  }

  /// What a character stands for by rows of a kind; nil where there is none.
  package func meant(by letter: Unicode.Scalar, _ kind: Kind) -> Unicode.Scalar? {
    pairs.first { $0.letter == letter && $0.kind == kind }?.meant.first
  }
}
