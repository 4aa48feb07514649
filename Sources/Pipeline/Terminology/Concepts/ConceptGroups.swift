internal import Lingua

/// Gathers what documents say alike.
struct ConceptGroups {
  private(set) var groups: [ConceptGroup] = []
  private var places: [Trilingual<[ConceptGroup.Name]>: Int] = [:]

  /// Takes what a document says.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - number: its number.
  mutating func add(_ document: DocumentObservations, number: Int) {
    for concept in document.concepts {
      let place = place(of: concept)
      groups[place].kinds.insert(concept.kind)
      groups[place].documents.insert(number)
      groups[place].evidence[concept.evidence, default: []].insert(number)
      if let flag = concept.flag { groups[place].doubts[flag, default: []].insert(number) }
      // The first in the alphabet, so that it does not depend on the order of documents.
      if let domain = concept.domain { groups[place].domain = min(domain, groups[place].domain ?? domain) }
      for language in Language.allCases {
        for term in concept.terms[language] {
          let name = Self.name(term)
          if concept.kind == .keyword {
            groups[place].listed[language][name, default: [:]][term.text, default: 0] += 1
          } else {
            groups[place].named[language][name, default: [:]][term.text, default: 0] += 1
          }
        }
        if let context = concept.contexts[language] { groups[place].contexts[language].append(context) }
      }
    }
  }

  /// Takes a group that was made elsewhere.
  mutating func add(_ group: ConceptGroup) {
    guard let place = places[group.names] else {
      places[group.names] = groups.count
      return groups.append(group)
    }
    groups[place].kinds.formUnion(group.kinds)
    groups[place].documents.formUnion(group.documents)
    groups[place].evidence.merge(group.evidence) { $0.union($1) }
    groups[place].probability = max(groups[place].probability, group.probability)
  }

  private mutating func place(of concept: DocumentObservations.Concept) -> Int {
    let names = concept.terms.map { Array(Set($0.map(Self.name))).sorted() }
    if let place = places[names] { return place }
    places[names] = groups.count
    groups.append(ConceptGroup(names: names))
    return groups.count - 1
  }

  private static func name(_ term: DocumentObservations.Term) -> ConceptGroup.Name {
    ConceptGroup.Name(isAcronym: term.form == .acronym, key: term.key)
  }
}
