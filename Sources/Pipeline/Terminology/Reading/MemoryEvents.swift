internal import Lingua

/// Takes the units of TMX as entries: those that have two or three of the languages. What stands in `ph`, `bpt`, `ept`, `it`
/// and `ut` is the code of some program and not text; what `hi` marks is text.
struct MemoryEvents: MarkupEvents {
  private enum Part { case unit, variant, segment, property(String), note, code, other }

  private var open: [Part] = []
  private var codes = 0
  private var text: [UInt8] = []

  private var units: [Unit] = []
  private var unit = Unit()
  private var number = 0
  private var tag = ""
  private var oneLanguage = GlossaryReadWarning.Places()
  private var sentences = GlossaryReadWarning.Places()
  private var list = EntryList()

  private struct Unit {
    var number = 0
    var properties: [String: String] = [:]
    var note: String?
    var terms = Trilingual<[String]>(repeating: [])
  }

  mutating func start(_ element: MarkupElement) {
    let part: Part =
      switch element.localName {
      case "tu": .unit
      case "tuv": .variant
      case "seg": .segment
      case "prop": .property(element.text("type") ?? "")
      case "note": .note
      case "ph", "bpt", "ept", "it", "ut": .code
      default: .other
      }
    open.append(part)
    switch part {
    case .unit:
      number += 1
      unit = Unit(number: number)
    case .variant: tag = element.text("lang") ?? ""
    case .segment, .property, .note: text = []
    case .code: codes += 1
    case .other: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if codes == 0 { text += bytes }
  }

  mutating func end() {
    switch open.popLast() {
    case .segment?:
      let segment = String(decoding: text, as: UTF8.self)
      if let language = Language(fileTag: tag) {
        if !segment.isEmpty { unit.terms[language].append(segment) }
      } else {
        list.addLanguage(tag.isEmpty ? "without a tag" : tag, terms: 1)
      }
    case .property(let type)?: unit.properties[type] = String(decoding: text, as: UTF8.self)
    case .note?: unit.note = String(decoding: text, as: UTF8.self).trimmed
    case .code?: codes -= 1
    case .unit?: finishUnit()
    default: break
    }
  }

  private mutating func finishUnit() {
    let kind = unit.properties["kind"]
    if kind == "sentence" || kind == "title" { return sentences.add(unit.number) }
    if unit.terms.values.count(where: { !$0.isEmpty }) < 2 { return oneLanguage.add(unit.number) }
    units.append(unit)
  }

  /// The glossary; our own units of one concept become one entry again.
  func finished() -> GlossaryReading {
    var entries: [GlossaryEntry] = []
    var numbers: [Int] = []
    var marks: [Bool] = []
    var places: [String: Int] = [:]
    for unit in units {
      let place: Int
      if let concept = unit.properties["concept"], let known = places[concept] {
        place = known
      } else {
        place = entries.count
        var entry = GlossaryEntry.given
        if let concept = unit.properties["concept"] {
          places[concept] = place
          entry.id = concept
          entry.status = unit.properties["status"].flatMap(GlossaryEntry.Status.init) ?? .approved
          // What nobody decided is no list of somebody's own.
          if entry.status == .proposed { entry.kinds = [unit.properties["kind"] == "acronym" ? .acronym : .term] }
        }
        entry.domain = unit.properties["domain"]
        entry.note = unit.note
        entries.append(entry)
        numbers.append(unit.number)
        marks.append(unit.properties["status"] != nil)
      }
      Self.add(unit, to: &entries[place])
    }
    var list = list
    for (k, var entry) in entries.enumerated() {
      if entry.usualForm == .fullForm {
        for language in Language.allCases {
          for k in entry.terms[language].indices where entry.terms[language][k].form == .term {
            entry.terms[language][k].form = .fullForm
          }
        }
      }
      if places[entry.id] == nil { entry.collapseBlanks() }
      list.add(entry, line: numbers[k], isMarked: marks[k])
    }
    if oneLanguage.count > 0 { list.warnings.append(.oneLanguage(oneLanguage)) }
    if sentences.count > 0 { list.warnings.append(.sentences(sentences)) }
    // A memory may lack a language, and what sort of name each is: it adds to a concept and never replaces one.
    return list.reading(.tmx, isOwn: false)
  }

  private static func add(_ unit: Unit, to entry: inout GlossaryEntry) {
    let form: GlossaryTerm.Form = unit.properties["kind"] == "acronym" ? .acronym : .term
    for language in Language.allCases {
      for text in unit.terms[language] {
        let isThere = entry.terms[language].contains { $0.form == form && $0.text.utf8.elementsEqual(text.utf8) }
        if !isThere { entry.terms[language].append(GlossaryTerm(text, form: form)) }
      }
    }
  }
}
