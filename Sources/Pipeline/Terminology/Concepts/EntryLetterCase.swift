internal import Lingua

/// Finds terms that differ by letter case alone and are different concepts: ИТ (information technology) and ит (dog).
enum EntryLetterCase {
  static func flag(_ entries: inout [GlossaryEntry]) {
    var places = Trilingual<[String: [Int]]>(repeating: [:])
    for (k, entry) in entries.enumerated() {
      for language in Language.allCases {
        for term in entry.terms[language] {
          places[language][String(folded: term.text), default: []].append(k)
        }
      }
    }
    for k in entries.indices {
      for language in Language.allCases {
        for term in entries[k].terms[language] {
          for other in places[language][String(folded: term.text)] ?? [] where other != k {
            let folded = String(folded: term.text)
            let twin = entries[other].terms[language].first { String(folded: $0.text) == folded }
            guard let twin, twin.text != term.text else { continue }
            let flag = GlossaryFlag(.letterCase, "\(language.tag): \(twin.text)")
            if !entries[k].flags.contains(flag) { entries[k].flags.append(flag) }
          }
        }
      }
    }
  }
}

extension String {
  /// The letters and digits as the glossary compares them.
  fileprivate init(folded text: String) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: GlossaryLetters.folded(text))
    self.init(view)
  }
}
