internal import Lingua

extension BeadExplanation {
  /// As the contract has it: the total, its parts, and for each pair of languages its own.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("total", .part(total)), .init("shape", .part(shape)), .init("paragraphs", .part(paragraphs)),
    ]
    members.append(.init("pairs", .array(pairs.map(\.json))))
    return .object(members)
  }
}

extension BeadExplanation.Pair {
  /// As the contract has it: the languages, the score, its parts, and the links.
  fileprivate var json: JSONValue {
    func both(_ value: (BeadExplanation.Side) -> JSONValue) -> JSONValue {
      .object([.init(languages.source.tag, value(source)), .init(languages.target.tag, value(target))])
    }
    var members: [JSONValue.Member] = [
      .init("pair", .string(languages.text)), .init("score", .part(score)), .init("words", both { .part($0.words) }),
      .init("length", .part(length)), .init("characters", both { .integer($0.characters) }),
      .init("ratio", ratio.map { .part($0) } ?? .null), .init("usual_ratio", .part(usualRatio)),
      .init("unlinked", both { .array($0.unlinked.map { .string($0) }) }), .init("gain", .part(gain)),
      .init("links", .array(links.map { $0.json(languages) })),
    ]
    if disagrees { members.append(.init("disagrees", .bool(true))) }
    return .object(members)
  }
}

extension BeadExplanation.Link {
  /// As the contract has it: the two words, what says so, and the gain.
  fileprivate func json(_ languages: LanguagePair) -> JSONValue {
    .object([
      .init(languages.source.tag, .string(source)), .init(languages.target.tag, .string(target)),
      .init("evidence", .array(evidence.map { .string($0.rawValue) })), .init("gain", .part(gain)),
    ])
  }
}

extension JSONValue {
  /// A part of a score.
  fileprivate static func part(_ value: Double) -> JSONValue { .decimal(value, digits: 4) }
}
