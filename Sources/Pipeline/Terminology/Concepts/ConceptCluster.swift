internal import Lingua

/// Groups that mean one concept: a seed, and what agrees with it.
struct ConceptCluster {
  /// What the first and best attested group calls the concept, and what it lacked: an acronym that is only used takes
  /// over the expansions of the first group that has them.
  private(set) var seed: Trilingual<Set<ConceptGroup.Name>>
  /// The groups by number, the seed's first.
  var groups: [Int]
  /// Clusters that share an acronym and mean something else.
  var homonyms: Set<Int> = []
  /// Clusters that share a term and translate it otherwise.
  var conflicts: Set<Int> = []

  init(_ names: Trilingual<[ConceptGroup.Name]>, group: Int) {
    seed = names.map(Set.init)
    groups = [group]
  }

  /// Takes a group in.
  ///
  /// - Returns: the names that filled a gap of the seed.
  mutating func add(_ names: Trilingual<[ConceptGroup.Name]>, group: Int) -> Trilingual<[ConceptGroup.Name]> {
    groups.append(group)
    var fresh = Trilingual<[ConceptGroup.Name]>(repeating: [])
    for language in Language.allCases {
      for isAcronym in [false, true] where !seed[language].contains(where: { $0.isAcronym == isAcronym }) {
        fresh[language] += names[language].filter { $0.isAcronym == isAcronym }
      }
      seed[language].formUnion(fresh[language])
    }
    return fresh
  }

  /// How a group agrees with a cluster.
  struct Agreement {
    /// Languages that have a phrase in common, and those whose phrases all differ.
    var samePhrases = 0
    var otherPhrases = 0
    /// Languages that have an acronym in common, and those whose acronyms all differ.
    var sameAcronyms = 0
    var otherAcronyms = 0

    /// Whether they mean one concept.
    ///
    /// Two phrases in common do; an acronym does with an expansion or a second acronym, and alone when
    /// nothing speaks against it and one of the two says nothing in another language.
    var isOne: Bool {
      if otherPhrases > 1 || otherPhrases >= 1 && samePhrases == 0 { return false }
      if samePhrases >= 2 { return true }
      if sameAcronyms >= 1 && samePhrases >= 1 && otherAcronyms <= 1 { return true }
      return otherPhrases == 0 && (sameAcronyms >= 2 || sameAcronyms == 1 && otherAcronyms == 0)
    }
  }

  func agreement(_ names: Trilingual<[ConceptGroup.Name]>) -> Agreement {
    var agreement = Agreement()
    for language in Language.allCases {
      for isAcronym in [false, true] {
        let own = seed[language].filter { $0.isAcronym == isAcronym }
        let other = names[language].filter { $0.isAcronym == isAcronym }
        if own.isEmpty || other.isEmpty { continue }
        switch (isAcronym, other.contains { own.contains($0) }) {
        case (false, true): agreement.samePhrases += 1
        case (false, false): agreement.otherPhrases += 1
        case (true, true): agreement.sameAcronyms += 1
        case (true, false): agreement.otherAcronyms += 1
        }
      }
    }
    return agreement
  }
}
