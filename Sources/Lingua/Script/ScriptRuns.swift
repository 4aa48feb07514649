/// A stretch of text in one script.
public struct ScriptRun: Hashable, Sendable {
  /// The script; `Zyyy` only when the whole text has no other.
  public var script: Script
  /// Where it stands, in UTF-8 offsets.
  public var range: Range<Int>

  /// A run of one script.
  public init(script: Script, range: Range<Int>) {
    self.script = script
    self.range = range
  }
}

extension String {
  /// The script runs of the text. They tile it: digits, punctuation and marks join the run before them (at the start,
  /// the run after them), as UAX #24 advises.
  public var scriptRuns: [ScriptRun] {
    var runs: [ScriptRun] = []
    var start = 0
    var offset = 0
    var current: Int32?
    for scalar in unicodeScalars {
      let code = scalar.runScript
      if let code, code != current {
        if let current, offset > start {
          runs.append(ScriptRun(script: Script(icuCode: current), range: start..<offset))
          start = offset
        }
        current = code
      }
      offset += UTF8.width(scalar)
    }
    if offset > start {
      runs.append(ScriptRun(script: current.map { Script(icuCode: $0) } ?? .common, range: start..<offset))
    }
    return runs
  }
}

extension Unicode.Scalar {
  /// ICU's code of the character's script; nil where it belongs to any script.
  fileprivate var runScript: Int32? {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: return Script.icuLatin
    case 0..<0x80: return nil
    case 0x400...0x482, 0x48A...0x52F: return Script.icuCyrillic
    default:
      // USCRIPT_COMMON and USCRIPT_INHERITED are 0 and 1, USCRIPT_UNKNOWN is 103.
      let code = icuScript
      return code <= 1 || code == 103 ? nil : code
    }
  }
}

extension Script {
  // USCRIPT_LATIN and USCRIPT_CYRILLIC; ICU never renumbers them.
  fileprivate static let icuLatin: Int32 = 25
  fileprivate static let icuCyrillic: Int32 = 8

  fileprivate init(icuCode: Int32) { self.init(rawValue: ICU.scriptShortName(icuCode)) }
}
