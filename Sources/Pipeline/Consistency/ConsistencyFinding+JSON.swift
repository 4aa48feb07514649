internal import Lingua

/// A finding as a line of JSON; docs/formats.md has the members.
extension ConsistencyFinding {
  /// The members of the finding, but for the document's name and for words.
  public var jsonMembers: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("kind", .string(kind.rawValue)), .init("code", .string(message.code)),
      .init("language", .string(language.tag)),
      .init("range", .array([.integer(range.lowerBound), .integer(range.upperBound)])),
      .init("line", .integer(line)), .init("column", .integer(column)), .init("text", .string(excerpt.text)),
    ]
    members += message.members
    if let entry { members.append(.init("entry", .string(entry))) }
    if let suggestion { members.append(.init("suggestion", .string(suggestion))) }
    return members
  }
}

extension ConsistencyFinding.Message {
  /// The kind of message, for programs.
  var code: String {
    switch self {
    case .lacksTerm: "lacks-term"
    case .standsAlone: "stands-alone"
    case .spelledOtherwise: "spelled-otherwise"
    case .deprecated: "deprecated"
    case .variants: "variants"
    case .noCounterpart: "no-counterpart"
    case .repeats: "repeats"
    case .manyWithoutCounterpart: "many-without-counterpart"
    case .leftIn: "left-in"
    case .acronym: "acronym"
    }
  }

  fileprivate var members: [JSONValue.Member] {
    func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    switch self {
    case .lacksTerm(let term, let source, let expected, let found):
      return [
        .init("term", .string(term)), .init("source", .string(source.tag)), .init("expected", list(expected)),
        .init("found", found.map { .string($0) } ?? .null),
      ]
    case .standsAlone(let term, let missing, let expected):
      return [
        .init("term", .string(term)), .init("missing", list(missing.map(\.tag))), .init("expected", list(expected)),
      ]
    case .spelledOtherwise(let term, let expected):
      return [.init("found", .string(term)), .init("expected", list(expected))]
    case .deprecated(let term, let preferred):
      return [.init("found", .string(term)), .init("expected", list(preferred))]
    case .variants(let forms): return [.init("forms", list(forms))]
    case .noCounterpart(let text, let missing):
      return [.init("found", .string(text)), .init("missing", list(missing.map(\.tag)))]
    case .repeats(let text, let line, let missing):
      return [
        .init("found", .string(text)), .init("missing", list(missing.map(\.tag))), .init("repeats", .integer(line)),
      ]
    case .manyWithoutCounterpart(let count, let total, let missing):
      return [.init("count", .integer(count)), .init("of", .integer(total)), .init("missing", list([missing.tag]))]
    case .leftIn(let text, let language):
      return [.init("found", .string(text)), .init("source", .string(language.tag))]
    case .acronym(let acronym, let reason): return [.init("found", .string(acronym)), .init("reason", .string(reason))]
    }
  }
}
