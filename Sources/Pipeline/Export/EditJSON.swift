public import Lingua

extension Edit {
  /// As the contract has it: rule, range in UTF-8 offsets of the input, replacement, and the confidence where it is not 1.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(rule.rawValue)),
      .init("range", .array([.integer(range.lowerBound), .integer(range.upperBound)])),
      .init("replacement", .string(replacement)),
    ]
    if confidence < 1 { members.append(.init("confidence", .decimal(confidence, digits: 3))) }
    return .object(members)
  }
}
