/// The name of a rule that changes text, as it is printed in edit lists: "soft-hyphen", "line-ending".
public struct EditRule: RawRepresentable, Hashable, Sendable {
  /// The printed name.
  public var rawValue: String
  /// A rule of this name.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// One change to a text: the bytes of `range` were replaced by `replacement`.
///
/// Lists of edits are ordered by range and do not overlap, so they replay, invert and compose.
public struct Edit: Hashable, Sendable {
  /// The rule that made the change; two that met at one place are joined with "+".
  public var rule: EditRule
  /// What was replaced, in UTF-8 offsets of the input; empty for an insertion.
  public var range: Range<Int>
  /// What stands there now; empty for a deletion.
  public var replacement: String

  /// A change of `range` to `replacement` by `rule`.
  public init(rule: EditRule, range: Range<Int>, replacement: String) {
    self.rule = rule
    self.range = range
    self.replacement = replacement
  }

  /// How many bytes the text grew by (negative where it shrank).
  public var growth: Int { replacement.utf8.count - range.count }
}

/// An edit list that does not fit the text it is replayed on.
public struct EditReplayError: Error, Hashable, Sendable {
  /// The first edit that overlaps the one before it, or lies outside the text.
  public var edit: Edit
  /// The length of the text in UTF-8 bytes.
  public var textCount: Int
}

extension Array where Element == Edit {
  /// Applies the edits to the text that they were made for.
  ///
  /// - Throws: `EditReplayError` when an edit lies outside the text or overlaps the one before.
  public func replay(on text: String) throws(EditReplayError) -> String {
    let input = Array<UInt8>(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var position = 0
    for edit in self {
      guard edit.range.lowerBound >= position, edit.range.upperBound <= input.count else {
        throw EditReplayError(edit: edit, textCount: input.count)
      }
      output += input[position..<edit.range.lowerBound]
      output += edit.replacement.utf8
      position = edit.range.upperBound
    }
    output += input[position...]
    return String(decoding: output, as: UTF8.self)
  }

  /// The edits of this list followed by `later`, which were made on its output, as one list on the first input.
  ///
  /// Where a later edit touches what an earlier one wrote, the two become one edit whose rule names both.
  public func composed(with later: [Edit]) -> [Edit] {
    if isEmpty { return later }
    if later.isEmpty { return self }
    var result: [Edit] = []
    result.reserveCapacity(count + later.count)
    var i = 0
    var shift = 0  // output offset − input offset, after the first i edits
    for edit in later {
      // Earlier edits that end before this one begins stand alone.
      while i < count, self[i].range.lowerBound + shift + self[i].replacement.utf8.count <= edit.range.lowerBound {
        // An edit that touches only by its end still merges when both are at one place and one is an insertion.
        result.append(self[i])
        shift += self[i].growth
        i += 1
      }
      var rules = [edit.rule]
      var lower = edit.range.lowerBound - shift
      var text = Array<UInt8>(edit.replacement.utf8)
      var upper = edit.range.upperBound - shift
      var first = true
      while i < count, self[i].range.lowerBound + shift < Swift.max(edit.range.upperBound, edit.range.lowerBound + 1) {
        let written = Array<UInt8>(self[i].replacement.utf8)
        let start = self[i].range.lowerBound + shift
        if first && start < edit.range.lowerBound {
          // The head of the earlier replacement survives in front of the later edit.
          text = Array<UInt8>(written[..<(edit.range.lowerBound - start)]) + text
          lower = self[i].range.lowerBound
        }
        if start >= edit.range.upperBound && edit.range.isEmpty { break }
        let end = start + written.count
        if end > edit.range.upperBound { text += written[(edit.range.upperBound - start)...] }
        rules.insert(self[i].rule, at: rules.count - 1)
        shift += self[i].growth
        upper = end > edit.range.upperBound ? self[i].range.upperBound : edit.range.upperBound - shift
        first = false
        i += 1
      }
      var names: [String] = []
      for rule in rules where !names.contains(rule.rawValue) { names.append(rule.rawValue) }
      result.append(
        Edit(
          rule: EditRule(rawValue: names.joined(separator: "+")), range: lower..<Swift.max(lower, upper),
          replacement: String(decoding: text, as: UTF8.self)))
    }
    result += self[i...]
    return result
  }
}
