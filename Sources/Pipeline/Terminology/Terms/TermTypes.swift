internal import Lingua

/// The stems of all documents, and what the lexicons say of each.
struct TermTypes: Sendable {
  /// What is known of the stems of a language.
  struct Side: Sendable {
    var stems: [[UInt8]] = []
    var forms: [[UInt8]] = []
    /// How many words of all texts have the stem.
    var counts: [Int32] = []
    /// In how many documents it stands.
    var documents: [Int32] = []
    /// The rows of the concept lexicon, ascending.
    var concepts: [[ConceptMatch]] = []
    /// The concepts of an acronym.
    var acronyms: [[Int]] = []
    /// The stem's number in the translation table, -1 for one that it does not know.
    var rows: [Int32] = []
    /// The share that it has of general text.
    var frequencies: [Float] = []
    var skeletons: [[UInt8]] = []
  }

  private(set) var sides = Trilingual<Side>(repeating: Side())
  /// For each document the numbers of its own stems.
  private(set) var numbers: [Trilingual<[Int32]>] = []

  init(_ documents: [DocumentTerms], _ knowledge: TermKnowledge) {
    var known = Trilingual<[[UInt8]: Int32]>(repeating: [:])
    for document in documents {
      var mine = Trilingual<[Int32]>(repeating: [])
      for language in Language.allCases {
        mine[language] = (0..<document.stems[language].count).map { k in
          let stem = document.stems[language][k]
          let form = document.forms[language][k]
          if let number = known[language][stem] {
            if form.lexicographicallyPrecedes(sides[language].forms[Int(number)]) {
              sides[language].forms[Int(number)] = form
            }
            return number
          }
          let number = Int32(sides[language].stems.count)
          known[language][stem] = number
          sides[language].stems.append(stem)
          sides[language].forms.append(form)
          sides[language].counts.append(0)
          sides[language].documents.append(0)
          return number
        }
        for number in mine[language] { sides[language].documents[Int(number)] += 1 }
        for word in document.words[language] { sides[language].counts[Int(mine[language][Int(word.stem)])] += 1 }
      }
      numbers.append(mine)
    }
    for language in Language.allCases { look(language, knowledge) }
  }

  private mutating func look(_ language: Language, _ knowledge: TermKnowledge) {
    var cutter = knowledge.translations.cutter
    let forms = sides[language].forms
    knowledge.translations.withView { view in
      for form in forms {
        let text = String(decoding: form, as: UTF8.self)
        let codes = LetterCode.codes(text)
        var matches: [ConceptMatch] = []
        knowledge.concepts.append(matchesOf: codes, language, to: &matches)
        // Of a hyphenated word that is not known its last part.
        var last = codes
        if matches.isEmpty, let hyphen = text.utf8.lastIndex(of: 0x2D) {
          last = LetterCode.codes(text[text.utf8.index(after: hyphen)...])
          knowledge.concepts.append(matchesOf: last, language, to: &matches)
        }
        sides[language].concepts.append(matches.sorted { ($0.row, $1.weight) < ($1.row, $0.weight) })
        sides[language].acronyms.append(knowledge.acronyms.concepts(of: text.uppercased(), language))
        sides[language].skeletons.append(knowledge.romanization.skeleton(codes))
        var row: Int?
        for codes in [codes, last] where row == nil {
          var stem: [UInt8] = []
          if cutter.append(stemOf: codes, language, to: &stem) { row = view.number(of: stem, language) }
        }
        sides[language].rows.append(Int32(row ?? -1))
        sides[language].frequencies.append(row.map { view.frequency($0, language) } ?? 0)
      }
    }
  }
}

/// What is known of words beforehand.
struct TermKnowledge: Sendable {
  let concepts: ConceptLexicon
  let acronyms: AcronymLexicon
  let romanization: Romanization
  let translations: TranslationTable
}
