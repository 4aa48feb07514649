/// A glossary that was read from a file, and what of the file is not in it.
public struct GlossaryReading: Hashable, Sendable {
  /// What a file was read as.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Values separated by commas or semicolons.
    case csv
    /// Values separated by tabs.
    case tsv
    /// A workbook.
    case xlsx
    /// JSON Lines.
    case jsonl
    /// TBX of 2008.
    case tbx
    /// TBX of 2019.
    case tbx3
    /// TMX.
    case tmx
  }

  /// The entries.
  public var glossary: Glossary
  /// What the file was read as.
  public var format: Format
  /// Whether the file was written by the export of a glossary, so that identifiers and decisions mean what they meant there.
  public var isOwn: Bool
  /// The ids of entries of which the file does not say what was decided about them.
  public var unmarked: Set<String> = []
  /// Columns of terms that a table of our own has lost: what they hold is not deleted.
  var missing: Set<GlossaryColumn> = []
  /// What a person should know.
  public var warnings: [GlossaryReadWarning] = []

  /// How many entries were left out for a fault of their own: the id of an earlier one, an end before their terms, lost letters.
  public var leftOut: Int {
    warnings.reduce(0) { count, warning in
      switch warning {
      case .repeatedIDs(let list): count + list.count
      case .cutRows(let places), .lostLetters(let places): count + places.count
      default: count
      }
    }
  }

  /// Makes proposals of the entries of which the file does not say what was decided: an import approves none of them.
  public mutating func proposeUnmarked() {
    for k in glossary.entries.indices where unmarked.contains(glossary.entries[k].id) {
      glossary.entries[k].propose()
    }
  }
}

extension GlossaryEntry {
  /// Makes a proposal of an entry of a list: one that is given is approved by every import.
  mutating func propose() {
    status = .proposed
    if isGiven { kinds = [.term] }
  }
}

/// What was left out of a file or is doubtful about it.
public enum GlossaryReadWarning: Hashable, Sendable {
  /// Lines or rows of which something is to be said: how many there are, and which the first few are, from 1.
  public struct Places: Hashable, Sendable {
    /// How many there are.
    public private(set) var count = 0
    /// The first five.
    public private(set) var first: [Int] = []

    mutating func add(_ line: Int) {
      count += 1
      if first.count < 5 { first.append(line) }
    }
  }

  /// Something and how often it is there.
  public struct Count: Hashable, Sendable {
    /// What.
    public var name: String
    /// How often.
    public var count: Int
  }

  /// Something and the lines where it is.
  public struct Named: Hashable, Sendable {
    /// What.
    public var name: String
    /// Where.
    public var places: Places
  }

  /// An id that an entry has and, with other contents, a later one.
  public struct Repetition: Hashable, Sendable {
    /// The id.
    public var id: String
    /// The line of the entry that was taken.
    public var first: Int
    /// The line of the one that was left out.
    public var line: Int
  }

  /// Bytes that the encoding does not have; they became U+FFFD.
  case malformed(TextEncoding, DecodingErrors)
  /// Rows with fewer cells than the header; what they lack is empty.
  case shortRows(Places)
  /// Rows with more cells than the header, which are left out.
  case longRows(Places)
  /// Rows of our own that end before their terms do, which are left out.
  case cutRows(Places)
  /// Columns of our own that are gone.
  case missingColumns([String])
  /// Rows with question marks where letters were, which are left out.
  case lostLetters(Places)
  /// Lines that begin with "#", which are left out.
  case comments(Places)
  /// Rows or entries without a term in any of the three languages, which are left out.
  case withoutTerms(Places)
  /// Units of a memory with fewer than two of the languages, which are left out.
  case oneLanguage(Places)
  /// Units of a memory that are sentences or titles, which are left out.
  case sentences(Places)
  /// Entries that are called as an earlier one, which are left out.
  case duplicates(Places)
  /// Entries that have the id of an earlier one and say something else, which are left out.
  case repeatedIDs([Repetition])
  /// Rows before the header, which are left out.
  case beforeHeader(Places)
  /// A status that there is not; the entries stay proposed.
  case unknownStatus([Named])
  /// Terms of other languages, which are left out.
  case otherLanguages([Count])
  /// Columns that mean nothing here.
  case ignoredColumns([String])
  /// Fields of XML that mean nothing here.
  case ignoredFields([Count])
  /// Sheets of a workbook that were not read.
  case otherSheets([String])
}

/// Gathers counts by name, for warnings.
struct NamedCounts {
  private var counts: [String: Int] = [:]

  mutating func add(_ name: String, _ count: Int = 1) { counts[name, default: 0] += count }

  var isEmpty: Bool { counts.isEmpty }

  /// The most frequent first.
  var sorted: [GlossaryReadWarning.Count] {
    counts.map { GlossaryReadWarning.Count(name: $0.key, count: $0.value) }
      .sorted { $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count }
  }
}
