internal import Lingua

/// The entries of a file, each name once, and what is to be said of the others.
struct EntryList {
  private(set) var entries: [GlossaryEntry] = []
  private var lines: [Int] = []
  private var places: [String: Int] = [:]
  private var unmarked: Set<String> = []
  private var repeated: [GlossaryReadWarning.Repetition] = []
  private var duplicates = GlossaryReadWarning.Places()
  private var withoutTerms = GlossaryReadWarning.Places()
  private var otherLanguages = NamedCounts()
  private var statuses: [GlossaryReadWarning.Named] = []
  private var fields = NamedCounts()
  /// Further warnings, before those that are counted here.
  var warnings: [GlossaryReadWarning] = []

  /// Adds an entry; one that has no name gets one of its terms. One that says what an earlier one does, and one without terms,
  /// is counted only; one that has the name of an earlier one and says something else is left out and named.
  ///
  /// - Parameter isMarked: whether it says itself what was decided about it.
  mutating func add(_ entry: GlossaryEntry, line: Int, isMarked: Bool = true) {
    var entry = entry
    for language in Language.allCases { entry.terms[language].removeAll { $0.text.isEmpty } }
    if entry.languages.isEmpty { return withoutTerms.add(line) }
    if entry.id.isEmpty { entry.id = entry.nameOfTerms }
    if let place = places[entry.id] {
      if entries[place].terms == entry.terms, entries[place].status == entry.status { return duplicates.add(line) }
      return repeated.append(.init(id: entry.id, first: lines[place], line: line))
    }
    places[entry.id] = entries.count
    entries.append(entry)
    lines.append(line)
    if !isMarked { unmarked.insert(entry.id) }
  }

  /// Counts terms of a language that is none of the three.
  mutating func addLanguage(_ tag: String, terms: Int) { if terms > 0 { otherLanguages.add(tag, terms) } }

  /// Notes a status that there is not.
  mutating func addStatus(_ status: String, line: Int) {
    let known = statuses.firstIndex { $0.name == status }
    if known == nil { statuses.append(.init(name: status, places: .init())) }
    statuses[known ?? statuses.count - 1].places.add(line)
  }

  /// Counts a field that means nothing.
  mutating func addField(_ name: String) { fields.add(name) }

  /// Whether a question mark stands for a letter that an encoding lacked: т?тін. Where one surely does, all may.
  private var hasLostLetters: Bool {
    entries.contains { entry in
      Language.allCases.contains { entry.terms[$0].contains { $0.text.hasQuestionMarkBeforeLetter } }
    }
  }

  /// The glossary with all warnings.
  func reading(_ format: GlossaryReading.Format, isOwn: Bool) -> GlossaryReading {
    var entries = entries
    var lost = GlossaryReadWarning.Places()
    if hasLostLetters {
      for (entry, line) in zip(entries, lines) where entry.hasQuestionMark { lost.add(line) }
      entries.removeAll(where: \.hasQuestionMark)
    }
    var documents: Set<String> = []
    for entry in entries { for source in entry.sources { documents.insert(source.document) } }
    var reading = GlossaryReading(
      glossary: Glossary(documents: documents.sorted(by: NaturalOrder.precedes), entries: entries), format: format,
      isOwn: isOwn)
    reading.unmarked = unmarked
    reading.warnings = warnings
    if lost.count > 0 { reading.warnings.append(.lostLetters(lost)) }
    if withoutTerms.count > 0 { reading.warnings.append(.withoutTerms(withoutTerms)) }
    if duplicates.count > 0 { reading.warnings.append(.duplicates(duplicates)) }
    if !repeated.isEmpty { reading.warnings.append(.repeatedIDs(repeated)) }
    if !statuses.isEmpty { reading.warnings.append(.unknownStatus(statuses)) }
    if !otherLanguages.isEmpty { reading.warnings.append(.otherLanguages(otherLanguages.sorted)) }
    if !fields.isEmpty { reading.warnings.append(.ignoredFields(fields.sorted)) }
    return reading
  }
}

extension String {
  fileprivate var hasQuestionMarkBeforeLetter: Bool {
    zip(unicodeScalars, unicodeScalars.dropFirst()).contains { $0 == "?" && $1.isLetter }
  }
}

extension GlossaryEntry {
  /// Whether one of its terms has a question mark.
  fileprivate var hasQuestionMark: Bool {
    Language.allCases.contains { terms[$0].contains { $0.text.unicodeScalars.contains("?") } }
  }

  /// Whether a text is an id that this program gives.
  static func isIdentifier(_ text: String) -> Bool { text.hasPrefix("t-") && text.utf8.count == 18 }

  /// A name made of its terms, for an entry that came without one: the same terms give the same name.
  var nameOfTerms: String {
    var hash = XXHash64()
    for language in Language.allCases {
      for term in terms[language] {
        hash.update(language.tag.utf8)
        hash.update([0])
        hash.update(term.text.utf8)
        hash.update([0])
      }
    }
    return "t-" + hash.digest.hash.sixteenDigits
  }

  /// An entry of a user's own list, without name or terms yet.
  static var given: GlossaryEntry {
    GlossaryEntry(id: "", kinds: [.given], terms: Trilingual(repeating: []), status: .approved)
  }
}

extension Language {
  /// The language of a tag as files have it: with or without region and script, of two or three letters ("kk-KZ",
  /// "kaz", "ru_RU", "EN-US"). Kazakh in another script than Cyrillic is not what the texts are in.
  init?(fileTag tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    switch parts.first {
    case "kk", "kaz": self = .kk
    case "ru", "rus": self = .ru
    case "en", "eng": self = .en
    default: return nil
    }
    if self == .kk, parts.contains("latn") || parts.contains("arab") { return nil }
  }
}
