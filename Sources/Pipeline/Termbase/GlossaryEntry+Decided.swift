internal import Lingua

extension GlossaryEntry {
  /// The concept as it was decided, with what documents say of it.
  func decided(with proposal: GlossaryEntry, _ index: inout ConceptIndex) -> GlossaryEntry {
    var entry = self
    entry.kinds = Set(kinds + proposal.kinds).sorted()
    entry.score = proposal.score
    entry.evidence = [Evidence(Evidence.termbase, documents: proposal.sources.count)]
    entry.sources = []
    entry.contexts = Trilingual(repeating: [])
    // What documents said when it was proposed is said anew; what its own letters are stays.
    entry.flags.removeAll { $0.reason != .letterCase && $0.reason != .homoglyph }
    for language in Language.allCases {
      for k in entry.terms[language].indices { entry.terms[language][k].printed = [] }
    }
    return entry.joined(by: proposal, &index)
  }

  /// The concept with what another proposal says of it; its own terms stay, and what differs is flagged. A language without
  /// a term stays so: an editor may have deleted it.
  func joined(by proposal: GlossaryEntry, _ index: inout ConceptIndex) -> GlossaryEntry {
    var entry = self
    var open = proposal
    open.flags = proposal.flags.compactMap { unsettled($0, &index) }
    entry.unite(open)
    for language in Language.allCases {
      let keys = terms[language].map { index.key($0.text, language) }
      for term in proposal.terms[language] {
        let key = index.key(term.text, language)
        if let known = keys.firstIndex(of: key) {
          entry.terms[language][known].add(term.printed)
          if terms[language][known].usage == .deprecated { entry.flagOnce(.departure, "\(language.tag): \(term.text)") }
          let isSame = terms[language][known].text == term.text
          if !isSame, terms[language][known].names(term, language) {
            let flag = terms[language][known].difference(from: term, language)
            entry.flagOnce(flag.reason, flag.detail)
          }
        } else if terms[language].isEmpty || status == .edited
          || terms[language].contains(where: { ($0.form == .acronym) == (term.form == .acronym) })
        {
          // An acronym beside full forms, or the other way round, contradicts nothing unless an editor deleted it.
          entry.flagOnce(.departure, "\(language.tag): \(term.text)")
        }
      }
    }
    return entry
  }

  /// What is left of a flag of a proposal: that the lexicon has the very name that was decided is no doubt any more.
  private func unsettled(_ flag: GlossaryFlag, _ index: inout ConceptIndex) -> GlossaryFlag? {
    guard flag.reason == .doubt else { return flag }
    var reasons: [Substring] = []
    for reason in flag.detail.split(separator: "; ") {
      if let form = AcronymReview.lexiconExpansion(in: reason), names(form, &index) { continue }
      reasons.append(reason)
    }
    return reasons.isEmpty ? nil : GlossaryFlag(.doubt, reasons.joined(separator: "; "))
  }

  /// Whether it is called so in a language.
  private func names(_ text: String, _ index: inout ConceptIndex) -> Bool {
    for language in Language.allCases {
      let key = index.key(text, language)
      for term in terms[language] where index.key(term.text, language) == key { return true }
    }
    return false
  }

  /// The proposal with one that differs by case or look-alike letters alone.
  func joined(byTwin proposal: GlossaryEntry) -> GlossaryEntry {
    var entry = self
    entry.unite(proposal)
    for language in Language.allCases {
      for term in proposal.terms[language] {
        guard let known = entry.terms[language].firstIndex(where: { $0.names(term, language) }) else {
          entry.terms[language].append(term)
          continue
        }
        entry.terms[language][known].add(term.printed)
        if entry.terms[language][known].text == term.text { continue }
        let flag = entry.terms[language][known].difference(from: term, language)
        if flag.reason == .homoglyph, !entry.terms[language][known].isUnmixed(language) {
          entry.flagOnce(.homoglyph, entry.terms[language][known].text)
          entry.terms[language][known].text = term.text
        } else {
          entry.flagOnce(flag.reason, flag.detail)
        }
      }
    }
    return entry
  }

  /// Adds up evidence, sources, contexts and flags.
  private mutating func unite(_ other: GlossaryEntry) {
    kinds = Set(kinds + other.kinds).sorted()
    for item in other.evidence {
      if let known = evidence.firstIndex(where: { $0.name == item.name }) {
        evidence[known].documents += item.documents
      } else {
        evidence.append(item)
      }
    }
    for source in other.sources {
      if let known = sources.firstIndex(where: { $0.document == source.document }) {
        sources[known].count += source.count
      } else {
        sources.append(source)
      }
    }
    for language in Language.allCases {
      for context in other.contexts[language] where !contexts[language].contains(context) {
        contexts[language].append(context)
      }
    }
    flagOnce(other.flags)
  }

  /// Leaves out flags that say that it means something else than one of some entries.
  mutating func dropContradictions(of headlines: Set<String>) {
    flags.removeAll { ($0.reason == .homonym || $0.reason == .conflict) && headlines.contains($0.detail) }
  }

  private mutating func flagOnce(_ reason: GlossaryFlag.Reason, _ detail: String) {
    flagOnce([GlossaryFlag(reason, detail)])
  }

  /// Adds flags that it does not have yet.
  mutating func flagOnce(_ flags: [GlossaryFlag]) {
    for flag in flags where !self.flags.contains(flag) { self.flags.append(flag) }
  }
}

extension GlossaryTerm {
  /// Adds up printed forms.
  fileprivate mutating func add(_ forms: [Printed]) {
    for form in forms {
      if let known = printed.firstIndex(where: { $0.text == form.text }) {
        printed[known].count += form.count
      } else {
        printed.append(form)
      }
    }
  }
}
