public import Lingua

extension Edit {
  /// As the contract has it: rule, range in the input, replacement.
  public var json: JSONValue {
    .object([
      .init("rule", .string(rule.rawValue)),
      .init("range", .array([.integer(range.lowerBound), .integer(range.upperBound)])),
      .init("replacement", .string(replacement)),
    ])
  }
}
