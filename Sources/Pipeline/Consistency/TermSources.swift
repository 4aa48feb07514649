internal import Lingua

/// Finds the approved concepts that a unit names.
struct TermSources {
  /// Where the name of an entry stands.
  struct Source {
    var text: CheckedText
    var words: Range<Int>
    var name: ApprovedTerms.Name
    /// The words that are no grammar, as printed.
    var content: [String]
    /// Whether it is a part of a longer unit, or of one word and has an attribute.
    var isPart: Bool
    var hasAttribute: Bool

    var language: Language { text.language }
    var printed: String { text.string(words) }
    /// The first byte in the source, which names of other entries may share.
    var place: Int { text.range(words).lowerBound }
  }

  let approved: ApprovedTerms
  let longer: LongerUnits

  /// An acronym of two letters has too many meanings to ask for a translation.
  private static let shortestAcronym = 3

  /// The entries that a unit names, in the order in which they are found, and the first place of each in each language.
  ///
  /// - Parameter whole: whether a name must be all of its text, as that of a keyword.
  func sources(in unit: CheckedDocument.Unit, whole: Bool) -> (order: [Int], sources: [Int: [Source]]) {
    var sources: [Int: [Source]] = [:]
    var order: [Int] = []
    for language in [Language.ru, .en, .kk] {
      for text in unit.texts[language] {
        for hit in approved.hits(in: text) where !whole || hit.words.count == text.words.count {
          let name = approved.names[language][hit.name]
          if name.isDeprecated || (name.isAcronym && name.letters.count < Self.shortestAcronym) { continue }
          let source = source(hit.words, of: name, in: text)
          // A place where the name stands for itself says more than the first.
          if let known = sources[name.entry]?.firstIndex(where: { $0.language == language }) {
            if sources[name.entry]?[known].isPart == true, !source.isPart { sources[name.entry]?[known] = source }
            continue
          }
          if sources[name.entry] == nil { order.append(name.entry) }
          sources[name.entry, default: []].append(source)
        }
      }
    }
    return (order, sources)
  }

  private func source(_ words: Range<Int>, of name: ApprovedTerms.Name, in text: CheckedText) -> Source {
    let content = words.filter { k in name.content.contains { $0.stem == text.words[k].stem } }
    return Source(
      text: text, words: words, name: name, content: content.map { text.string($0..<$0 + 1) },
      isPart: longer.hasPart(words, of: text), hasAttribute: longer.hasAttribute(words, in: text))
  }

  /// The name that asks the other languages for the approved ones: one that is meant without doubt, as it stands for itself and has
  /// several words, or another language has it too. One word may mean something else here.
  func asking(_ sources: [Source]) -> Source? {
    sources.first { source in
      source.language != .kk && !source.isPart && (sources.count > 1 || source.name.content.count > 1)
    }
  }
}
