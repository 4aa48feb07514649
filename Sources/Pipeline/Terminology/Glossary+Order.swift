public import Lingua

extension Glossary {
  /// The glossary in the order of a language's dictionary: its head terms by ICU's collation, entries without one last.
  ///
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public func sorted(by language: Language) throws(ICUError) -> Glossary {
    let collator = try ICU.Collator(language)
    var keyed: [(key: [UInt8]?, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      let head = entry.head(language)?.text
      keyed.append((head == nil ? nil : try collator.key(head ?? ""), place))
    }
    keyed.sort { a, b in
      guard let left = a.key, let right = b.key else {
        return (a.key != nil ? 0 : 1, a.place) < (b.key != nil ? 0 : 1, b.place)
      }
      return left == right ? a.place < b.place : left.lexicographicallyPrecedes(right)
    }
    return Glossary(documents: documents, entries: keyed.map { entries[$0.place] })
  }
}
