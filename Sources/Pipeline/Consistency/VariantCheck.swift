internal import Lingua

/// Finds where a document mixes names of one concept.
struct VariantCheck {
  let approved: ApprovedTerms
  let document: CheckedDocument
  let places: LinePlaces

  func findings() -> [ConsistencyFinding] { acronymVariants() + approvedVariants() }

  /// Acronyms that the analysis knows to be one.
  private func acronymVariants() -> [ConsistencyFinding] {
    document.analysis.acronyms.flatMap { entry in
      Language.allCases.compactMap { language -> ConsistencyFinding? in
        let variants = entry.acronyms[language]
        guard variants.count > 1, let first = entry.uses[language].first, !Self.isCompound(variants) else { return nil }
        // The place of the first variant that is not the usual one; in a keyword list a use is the whole keyword.
        let range = variants.dropFirst().lazy.compactMap { places.place(of: $0, in: entry.uses[language]) }.first
        return finding(variants, language, range ?? first, entry: nil, suggestion: nil)
      }
    }
  }

  /// Names of one sort that are approved for one concept, both in use.
  private func approvedVariants() -> [ConsistencyFinding] {
    var uses: [Int: Trilingual<[(name: Int, range: Range<Int>, text: String)]>] = [:]
    for unit in document.units {
      for language in Language.allCases {
        for text in unit.texts[language] {
          for hit in approved.hits(in: text) {
            let entry = approved.names[language][hit.name].entry
            if approved.ofEntry[entry][language].count < 2 { continue }
            uses[entry, default: Trilingual(repeating: [])][language].append(
              (hit.name, text.range(hit.words), text.string(hit.words)))
          }
        }
      }
    }
    var findings: [ConsistencyFinding] = []
    for entry in uses.keys.sorted() {
      for language in Language.allCases {
        for isAcronym in [false, true] {
          let found = (uses[entry]?[language] ?? []).filter {
            let name = approved.names[language][$0.name]
            return name.isAcronym == isAcronym && !name.isDeprecated
          }
          let names = Set(found.map(\.name)).sorted()
          // What somebody admitted beside the preferred name may stand beside it.
          guard names.count > 1, !names.allSatisfy({ approved.names[language][$0].term.usage == .admitted }),
            !areOne(names, language)
          else { continue }
          let usual = approved.ofEntry[entry][language].first { names.contains($0) } ?? names[0]
          guard let other = found.first(where: { $0.name != usual }) else { continue }
          findings.append(
            finding(
              names.map { approved.names[language][$0].term.text }, language, other.range,
              entry: approved.entries[entry].id, suggestion: approved.names[language][usual].term.text))
        }
      }
    }
    return findings
  }

  /// Whether an acronym is a part of another: AC-SOM is a sort of SOM.
  private static func isCompound(_ variants: [String]) -> Bool {
    variants.contains { variant in
      let parts = variant.split(separator: "-").map(String.init)
      return parts.count > 1 && variants.contains(where: parts.contains)
    }
  }

  /// Whether names differ in nothing but inflection and order.
  private func areOne(_ names: [Int], _ language: Language) -> Bool {
    Set(names.map { Set(approved.names[language][$0].content.map(\.stem)) }).count == 1
  }

  private func finding(
    _ forms: [String], _ language: Language, _ range: Range<Int>, entry: String?, suggestion: String?
  ) -> ConsistencyFinding {
    ConsistencyFinding(
      .variants, .variants(forms), document: document.analysis.name, language: language, range: range, entry: entry,
      suggestion: suggestion ?? forms.first)
  }
}
