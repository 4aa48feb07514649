/// A table that holds concepts, with the columns of its three languages.
struct ConceptFile {
  var name: String
  var bytes: [UInt8]
  var columns: [String]
}

extension Lexicons {
  /// The files of `concepts/`, the expansions of the acronyms, and the tables of a user's own.
  ///
  /// - Throws: `LexiconError` when one is missing.
  func conceptFiles() throws(LexiconError) -> [ConceptFile] {
    let words = Language.allCases.map(\.tag)
    var files: [ConceptFile] = []
    for name in names where name.hasPrefix("concepts/") && name.hasSuffix(".tsv") {
      files.append(ConceptFile(name: name, bytes: try bytes(of: name), columns: words))
    }
    files.append(
      ConceptFile(
        name: "acronyms.tsv", bytes: try bytes(of: "acronyms.tsv"), columns: words.map { $0 + "_expansion" }))
    return files + additions.map { ConceptFile(name: $0.path, bytes: $0.bytes, columns: words) }
  }
}
