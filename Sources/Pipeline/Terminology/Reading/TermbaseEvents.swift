internal import Lingua

/// Takes the entries of TBX: `martif` of 2008, and `tbx` of 2019 in both styles. The names of elements differ, and in the
/// style DCT the name of a field is that of its element and not its `type`.
struct TermbaseEvents: MarkupEvents {
  /// What an element is.
  private enum Part {
    case entry, language, term
    /// A field whose text is taken.
    case field(Field)
    /// An element whose text belongs to the field around it.
    case inline
    /// Metadata about who did what when, which are passed over with all that is in them.
    case passed
    case other
  }

  private enum Field {
    case term, note, source, subject, context, type, status, definition
  }

  private let format: GlossaryReading.Format
  private var open: [Part] = []
  private var passed = 0
  private var text: [UInt8] = []

  private var list = EntryList()
  private var entry = GlossaryEntry.given
  private var number = 0
  private var isOwnEntry = false
  private var isOwnFile = false
  private var tag = ""
  private var language: Language?
  private var foreignTerms = 0
  private var term: GlossaryTerm?
  private var contexts: [GlossaryContext] = []

  init(format: GlossaryReading.Format) { self.format = format }

  mutating func start(_ element: MarkupElement) {
    let part = part(of: element)
    open.append(part)
    switch part {
    case .entry:
      entry = .given
      entry.id = element.text("id") ?? ""
      number += 1
      isOwnEntry = false
    case .language:
      tag = element.text("lang") ?? ""
      language = Language(fileTag: tag)
      foreignTerms = 0
    case .term:
      term = GlossaryTerm("")
      contexts = []
    case .field: text = []
    case .passed: passed += 1
    case .inline, .other: break
    }
  }

  private mutating func part(of element: MarkupElement) -> Part {
    if passed > 0 { return .other }
    if case .field? = open.last { return .inline }
    if case .inline? = open.last { return .inline }
    switch element.localName {
    case "termEntry", "conceptEntry": return .entry
    case "langSet", "langSec": return .language
    case "tig", "ntig", "termSec": return .term
    case "term": return .field(.term)
    case "note": return .field(.note)
    case "transacGrp", "transac", "back", "martifHeader", "tbxHeader": return .passed
    case "descrip", "admin", "termNote", "xref", "ref", "adminNote", "descripNote":
      return field(element.text("type") ?? element.localName)
    case "descripGrp", "adminGrp", "termNoteGrp", "termGrp", "body", "text", "martif", "tbx": return .other
    // In the style DCT each field is an element.
    default: return isInEntry ? field(element.localName) : .other
    }
  }

  private var isInEntry: Bool { open.contains { if case .entry = $0 { true } else { false } } }

  private mutating func field(_ name: String) -> Part {
    switch name {
    case "source": return .field(.source)
    case "subjectField": return .field(.subject)
    case "context": return .field(.context)
    case "termType": return .field(.type)
    case "administrativeStatus", "normativeAuthorization": return .field(.status)
    case "definition": return .field(.definition)
    default:
      list.addField(name)
      return .other
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch open.last {
    case .field?, .inline?: text += bytes
    default: break
    }
  }

  mutating func end() {
    switch open.popLast() {
    case .field(let field)?: take(field, String(decoding: text, as: UTF8.self))
    case .term?:
      if let term, !term.text.isEmpty { finish(term) }
      term = nil
    case .language?:
      list.addLanguage(tag.isEmpty ? "without a tag" : tag, terms: foreignTerms)
      language = nil
      tag = ""
    case .entry?: finishEntry()
    case .passed?: passed -= 1
    default: break
    }
  }

  private mutating func take(_ field: Field, _ value: String) {
    switch field {
    case .term: term?.text = value
    case .type:
      switch value.trimmed {
      case "acronym", "abbreviation", "initialism": term?.form = .acronym
      case "fullForm": term?.form = .fullForm
      default: break
      }
    case .status: term?.usage = GlossaryTerm.Usage(administrativeStatus: value.trimmed)
    case .note:
      if EntryNote.read(value, into: &entry) {
        isOwnEntry = true
        isOwnFile = true
      }
    case .subject: entry.domain = value
    case .definition: EntryNote.add("definition: " + value, to: &entry)
    case .source:
      if term == nil, language == nil {
        entry.sources.append(GlossaryEntry.Source(document: value, count: 1))
      } else if !contexts.isEmpty, contexts[contexts.count - 1].document.isEmpty {
        contexts[contexts.count - 1].document = value
      }
    case .context: contexts.append(GlossaryContext(document: "", left: value, term: "", right: ""))
    }
  }

  private mutating func finish(_ term: GlossaryTerm) {
    guard let language else {
      foreignTerms += 1
      return
    }
    entry.terms[language].append(term)
    entry.contexts[language] += contexts.map { context in
      GlossaryContext(sentence: context.left, term: term.text, document: context.document)
    }
  }

  private mutating func finishEntry() {
    // Files of people are indented, and their texts run over lines; ours hold what was written.
    if !isOwnEntry {
      entry.collapseBlanks()
      // "c1" is the name of another concept in the next file.
      entry.id = ""
      // Whom somebody cites is no document that has the concept.
      for _ in entry.sources { list.addField("source") }
      entry.sources = []
    }
    list.add(entry, line: number, isMarked: isOwnEntry)
  }

  /// The glossary.
  func finished() -> GlossaryReading { list.reading(format, isOwn: isOwnFile) }
}

extension MarkupElement {
  /// The value of an attribute as text; nil where it has none of that name.
  func text(_ name: StaticString) -> String? { value(name).map { String(decoding: $0, as: UTF8.self) } }
}

extension GlossaryTerm.Usage {
  /// What `administrativeStatus` says, in TBX's own words and in those that it shows to people.
  init?(administrativeStatus value: String) {
    switch value {
    case "preferredTerm-admn-sts", "preferredTerm", "preferred", "standardizedTerm": self = .preferred
    case "admittedTerm-admn-sts", "admittedTerm", "admitted": self = .admitted
    case "deprecatedTerm-admn-sts", "deprecatedTerm", "deprecated", "notRecommended", "supersededTerm-admn-sts",
      "supersededTerm", "superseded", "obsolete":
      self = .deprecated
    default: return nil
    }
  }
}

extension GlossaryContext {
  /// A sentence in which a term is looked for as it stands; where it does not, all of it is before the term.
  init(sentence: String, term: String, document: String) {
    let bytes = Array(sentence.utf8)
    let wanted = Array(term.utf8)
    var start: Int?
    if !wanted.isEmpty, bytes.count >= wanted.count {
      start = (0...(bytes.count - wanted.count)).first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }
    let place = start.map { $0..<($0 + wanted.count) } ?? bytes.count..<bytes.count
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    self.init(
      document: document, left: text(0..<place.lowerBound), term: text(place),
      right: text(place.upperBound..<bytes.count))
  }
}

extension GlossaryEntry {
  /// Makes one blank of each run of blanks and line ends, in all texts that people indent.
  mutating func collapseBlanks() {
    domain = domain?.collapsed
    note = note?.split(whereSeparator: { $0.isNewline }).map { String($0).collapsed }.filter { !$0.isEmpty }
      .joined(separator: "\n")
    for k in sources.indices { sources[k].document = sources[k].document.collapsed }
    for language in Language.allCases {
      for k in terms[language].indices { terms[language][k].text = terms[language][k].text.collapsed }
      for k in contexts[language].indices {
        contexts[language][k].document = contexts[language][k].document.collapsed
        contexts[language][k].left = contexts[language][k].left.collapsedKeepingEnds
        contexts[language][k].term = contexts[language][k].term.collapsedKeepingEnds
        contexts[language][k].right = contexts[language][k].right.collapsedKeepingEnds
      }
    }
  }
}

extension String {
  /// One blank for each run of blanks, tabs and line ends, none at the ends.
  fileprivate var collapsed: String { collapsedKeepingEnds.trimmed }

  fileprivate var collapsedKeepingEnds: String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if isBlank, bytes.last == 0x20 { continue }
      bytes.append(isBlank ? 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
