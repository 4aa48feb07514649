extension Lexicons {
  /// The tables that hold concepts, each with the columns of its three languages: the files of `concepts/`, the expansions
  /// of the acronyms, and the tables of a user's own.
  var conceptFiles: [(name: String, columns: [String])] {
    let words = Language.allCases.map(\.tag)
    return names.filter { $0.hasPrefix("concepts/") && $0.hasSuffix(".tsv") }.map { ($0, words) }
      + [("acronyms.tsv", words.map { $0 + "_expansion" })]
      + additions.map { ($0.path, words) }
  }
}
