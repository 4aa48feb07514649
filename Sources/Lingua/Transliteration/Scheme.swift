/// A transliteration scheme: what the head of its table says.
public struct Scheme: Hashable, Sendable {
  /// How sure the table is.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Copied from the standard.
    case official
    /// Two sources or more agree on the letters.
    case corroborated
    /// One source only, or a reading of our own.
    case uncertain
  }

  /// Whether the scheme can be run backwards.
  public enum Reversibility: String, Hashable, Sendable, CaseIterable {
    /// Every letter comes back.
    case yes
    /// Rules bring most letters back, but some letters are written alike.
    case partly
    /// The scheme drops or merges too much.
    case no
  }

  /// The name: the table's file name without its ending, such as "kk-latn-2021-jan".
  public var id: String
  /// A title for people.
  public var title: String
  /// Where the rows come from.
  public var source: String
  /// The script that is transliterated.
  public var from: Script
  /// The script of the result.
  public var to: Script
  /// The language, as a BCP 47 tag.
  public var language: String
  /// How sure the table is.
  public var status: Status
  /// Whether it can be run backwards.
  public var reversibility: Reversibility

  /// The folder of the tables in the lexicons.
  static let folder = "transliteration/"

  /// The schemes of the lexicons, by id; only the heads of the tables are read.
  ///
  /// - Throws: `LexiconError` when a head lacks a line or holds what it cannot.
  public static func all(lexicons: Lexicons = .embedded) throws(LexiconError) -> [Scheme] {
    var schemes: [Scheme] = []
    for name in lexicons.names where name.hasPrefix(folder) && name.hasSuffix(".tsv") {
      schemes.append(try SchemeHead(file: name, bytes: lexicons.bytes(of: name)).scheme)
    }
    return schemes
  }

  /// The id that a name given by a person stands for: lower case, hyphens for underscores.
  static func id(of name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      }, as: UTF8.self)
  }

  /// The ids nearest to a name that is none, the nearest first.
  static func near(_ name: String, lexicons: Lexicons) -> [String] {
    let asked = id(of: name)
    let scored = lexicons.names.filter { $0.hasPrefix(folder) && $0.hasSuffix(".tsv") }.map { file in
      let id = String(file.dropFirst(folder.count).dropLast(4))
      // Part of a name ("alalc", "2021") is as good as one wrong letter.
      let isPart = asked.utf8.count >= 3 && id.contains(asked)
      return (id: id, distance: isPart ? 1 : Spelling.distance(asked, id))
    }
    let limit = max(3, asked.utf8.count / 3)
    return scored.filter { $0.distance <= limit }.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.prefix(5)
      .map(\.id)
  }
}

/// Why a scheme cannot be used.
public enum TransliterationError: Error, Hashable, Sendable {
  /// There is no scheme of that name; the ids nearest to it.
  case unknownScheme(name: String, near: [String])
  /// The scheme cannot be run backwards, and so cannot be escaped either.
  case irreversible(id: String)
  /// Its table cannot be read.
  case lexicon(LexiconError)
  /// ICU cannot load its data.
  case icu(ICUError)
}

/// The comment lines at the head of a table, which say what the scheme is and how its rows are to be read.
struct SchemeHead: Sendable {
  /// A rule of whole words: a mark that stands before words of front vowels.
  struct Harmony: Sendable {
    var mark: [Unicode.Scalar] = []
    /// Letters that ask for the mark.
    var front: Set<UInt32> = []
    /// Letters that make the mark needless.
    var unless: Set<UInt32> = []
    /// What the mark is written as, on the way back.
    var marks: Set<UInt32> = []
    /// Letters of the result that tell a front word, where it has none of `back`.
    var signs: Set<UInt32> = []
    /// Letters of the result that tell a back word, where it has no mark.
    var back: Set<UInt32> = []
  }

  var scheme: Scheme
  /// Whether i and ı are the lower case of İ and I.
  var isTurkic = false
  /// Named classes of letters for the column `context`.
  var classes: [String: [UInt32]] = [:]
  var harmony: Harmony?

  init(file: String, bytes: [UInt8]) throws(LexiconError) {
    var values: [String: (value: String, line: Int)] = [:]
    var number = 0
    let text = bytes.starts(with: LexiconCheck.mark) ? bytes.dropFirst(LexiconCheck.mark.count) : bytes[...]
    for var line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      guard line.first == UInt8(ascii: "#") else { break }
      let text = String(decoding: line.dropFirst(), as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      values[text[..<colon].trimmingBlanks()] = (
        text[text.index(after: colon)...].trimmingBlanks(), number
      )
    }
    func value(_ name: String) throws(LexiconError) -> (value: String, line: Int) {
      guard let found = values[name], !found.value.isEmpty else {
        throw LexiconError(
          file: file, line: 0,
          reason: .badValue(column: "head", value: "", expected: "complete: a line \"# \(name): …\" is missing"))
      }
      return found
    }
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) throws(LexiconError) -> Choice {
      let found = try value(name)
      guard let choice = Choice(rawValue: found.value) else {
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw LexiconError(
          file: file, line: found.line,
          reason: .badValue(column: name, value: found.value, expected: "one of \(known)"))
      }
      return choice
    }
    scheme = Scheme(
      id: String(file.dropFirst(Scheme.folder.count).dropLast(4)), title: try value("title").value,
      source: try value("source").value, from: Script(rawValue: try value("from").value),
      to: Script(rawValue: try value("to").value), language: try value("language").value,
      status: try choice("status"), reversibility: try choice("reversible"))
    isTurkic = values["case"]?.value == "turkic"
    for (name, entry) in values where name.hasPrefix("class ") {
      classes[name.dropFirst(6).trimmingBlanks()] = entry.value.unicodeScalars.map(\.value)
    }
    if let rule = values["harmony"] {
      var harmony = Harmony()
      for part in rule.value.split(separator: " ") {
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2 else { continue }
        let letters = Array(pair[1].unicodeScalars)
        switch pair[0] {
        case "mark": harmony.mark = letters
        case "front": harmony.front = Set(letters.map(\.value))
        case "unless": harmony.unless = Set(letters.map(\.value))
        case "marks": harmony.marks = Set(letters.map(\.value))
        case "signs": harmony.signs = Set(letters.map(\.value))
        case "back": harmony.back = Set(letters.map(\.value))
        default:
          throw LexiconError(
            file: file, line: rule.line,
            reason: .badValue(
              column: "harmony", value: String(pair[0]), expected: "mark, front, unless, marks, signs or back"))
        }
      }
      self.harmony = harmony
    }
  }
}
