internal import Lingua

/// The formats that a glossary can be written in.
public enum GlossaryFormat {
  /// All formats, in the order in which help lists them.
  public static let all: [any GlossaryExporter] = [
    GlossaryTSV(),
    GlossaryCSV(),
    GlossaryWorkbook(),
    GlossaryHTML(),
    GlossaryJSONLines(),
    GlossaryTBX(.basic2008),
    GlossaryTBX(.version3),
    GlossaryTMX(),
    GlossaryOmegaT(),
    GlossarySKOS(),
  ]

  /// The names of the formats, in the order of `all`.
  public static var names: [String] { all.map(\.format) }

  /// The format of a name, in any letter case; nil for a name that is not in `names`.
  public static func named(_ name: String) -> (any GlossaryExporter)? {
    let name = name.lowercased()
    return all.first { $0.format == name }
  }

  /// The format that a file's name asks for by its ending: "terms.v3.tbx" is TBX version 3, "terms.tbx" of 2008.
  ///
  /// - Returns: the format with the longest ending that fits; nil where none does.
  public static func ofFile(_ path: String) -> (any GlossaryExporter)? {
    let path = path.lowercased()
    var best: (exporter: any GlossaryExporter, length: Int)?
    for exporter in all {
      for ending in exporter.endings where path.hasSuffix("." + ending) && ending.utf8.count > best?.length ?? 0 {
        best = (exporter, ending.utf8.count)
      }
    }
    return best?.exporter
  }
}

extension Glossary {
  /// The entries that are not rejected and have a term: what goes to those who translate.
  var usableEntries: [GlossaryEntry] { entries.filter { $0.status != .rejected && !$0.languages.isEmpty } }
}

extension GlossaryEntry {
  /// Whether a reader should look: something is doubtful, or nobody has looked and it is not sure.
  func needsReview(_ options: GlossaryExportOptions) -> Bool {
    status == .proposed && (!flags.isEmpty || options.shared.needsReview(score))
  }

  /// The score with at most four decimals; empty for what is not a number.
  var scoreText: String {
    if case .number(let text) = JSONValue.decimal(score, digits: 4) { text } else { "" }
  }

  /// The terms of a language that may be used, the preferred ones first: those of a sort, or all.
  func usable(_ language: Language, acronyms: Bool) -> [GlossaryTerm] {
    let terms = terms[language].filter {
      ($0.form == .acronym) == acronyms && $0.usage != .deprecated && !$0.text.isEmpty
    }
    return terms.filter { $0.usage == .preferred } + terms.filter { $0.usage != .preferred }
  }
}

/// Gives each entry a name that no other has and that XML takes for one: names that somebody else chose may be neither.
struct EntryNames {
  private var given: Set<String> = []

  /// The entry's own name where it can be had, else that with a number, or a number.
  mutating func name(for id: String) -> String {
    let isName =
      id.utf8.enumerated().allSatisfy { k, byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): k > 0
        default: false
        }
      } && !id.isEmpty
    if isName, given.insert(id).inserted { return id }
    let stem = isName ? id : "c"
    var number = given.count + 1
    while !given.insert("\(stem)-\(number)").inserted { number += 1 }
    return "\(stem)-\(number)"
  }
}
