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
  /// How sure the rule is that the change is right, above 0 and up to 1. What cannot be wrong has 1.
  public var confidence: Double

  /// A change of `range` to `replacement` by `rule`, which is as sure as `confidence` says.
  public init(rule: EditRule, range: Range<Int>, replacement: String, confidence: Double = 1) {
    self.rule = rule
    self.range = range
    self.replacement = replacement
    self.confidence = confidence
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
    var position = 0
    for edit in self {
      guard edit.range.lowerBound >= position, edit.range.upperBound <= input.count else {
        throw EditReplayError(edit: edit, textCount: input.count)
      }
      position = edit.range.upperBound
    }
    return String(decoding: applied(to: input), as: UTF8.self)
  }

  /// Applies edits that are known to fit.
  func applied(to input: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var position = 0
    for edit in self {
      output += input[position..<edit.range.lowerBound]
      output += edit.replacement.utf8
      position = edit.range.upperBound
    }
    output += input[position...]
    return output
  }
}
