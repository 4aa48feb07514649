internal import Lingua

/// Words in Latin letters that the languages of an entry share: they are names, written alike in all.
enum LatinWords {
  /// The terms with the words of the first ones in the letter case that has most capitals: quill beside Quill.
  static func agreed(_ terms: Trilingual<[GlossaryTerm]>) -> Trilingual<[GlossaryTerm]> {
    var usual: [String: String] = [:]
    for language in [Language.kk, .ru] {
      for word in terms[language].first.map(words) ?? [] {
        let key = word.lowercased()
        if capitals(word) > usual[key].map(capitals) ?? 0 { usual[key] = word }
      }
    }
    for word in terms.en.first.map(words) ?? [] where usual[word.lowercased()] != nil || hasTwin(word, terms) {
      let key = word.lowercased()
      if capitals(word) > usual[key].map(capitals) ?? 0 { usual[key] = word }
    }
    guard !usual.isEmpty else { return terms }
    var result = terms
    for language in Language.allCases {
      guard let first = terms[language].first, first.form != .acronym else { continue }
      result[language][0].text = first.text.split(separator: " ", omittingEmptySubsequences: false)
        .map { usual[$0.lowercased()] ?? String($0) }.joined(separator: " ")
    }
    return result
  }

  private static func hasTwin(_ word: String, _ terms: Trilingual<[GlossaryTerm]>) -> Bool {
    [Language.kk, .ru].contains { language in
      terms[language].first.map(words)?.contains { $0.lowercased() == word.lowercased() } ?? false
    }
  }

  /// The words of a term that are all in Latin letters.
  private static func words(_ term: GlossaryTerm) -> [String] {
    term.text.split(separator: " ").map(String.init).filter { word in
      word.utf8.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } && word.utf8.allSatisfy { $0 < 0x80 }
    }
  }

  private static func capitals(_ word: String) -> Int { word.unicodeScalars.count { $0.isUppercaseLetter } }
}
