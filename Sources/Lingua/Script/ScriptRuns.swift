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
    var offset = 0
    for scalar in unicodeScalars {
      let width = UTF8.width(scalar)
      let script = Script(of: scalar)
      if let last = runs.indices.last {
        if script == runs[last].script || script.isNeutral {
          runs[last].range = runs[last].range.lowerBound..<offset + width
        } else if runs[last].script.isNeutral {
          runs[last] = ScriptRun(script: script, range: runs[last].range.lowerBound..<offset + width)
        } else {
          runs.append(ScriptRun(script: script, range: offset..<offset + width))
        }
      } else {
        runs.append(ScriptRun(script: script.isNeutral ? .common : script, range: 0..<width))
      }
      offset += width
    }
    return runs
  }
}
