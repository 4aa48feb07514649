internal import Lingua

/// The JSON shapes of the contract in docs/formats.md.
extension DocumentAnalysis {
  /// The members that the contract gives an analysed document, in its order, without the document's own fields.
  public var jsonMembers: [JSONValue.Member] {
    [
      .init("sections", .array(sections.map(\.json))),
      .init(
        "sentences",
        .object(Language.allCases.map { l in .init(l.tag, .array(sentences[l].map { .string($0.text) })) })),
      .init("beads", .array(beads.map(\.json))),
      .init("keywords", .array(keywords.map(\.json))),
      .init("acronyms", .array(acronyms.map(\.json))),
    ]
  }
}

extension Section {
  /// As the contract has it: lang, kind, text, label where there is one, range.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("lang", .string(language.tag)), .init("kind", .string(kind.rawValue)), .init("text", .string(text)),
    ]
    if let label { members.append(.init("label", .string(label))) }
    members.append(.init("range", .array([.integer(range.lowerBound), .integer(range.upperBound)])))
    return .object(members)
  }
}

extension Bead {
  /// As the contract has it: for each language the indices, then the score, then "crossing" where it is true.
  public var json: JSONValue {
    .object(
      Language.allCases.map { l in .init(l.tag, .array(sentences[l].map { .integer($0) })) } + [
        .init("score", .decimal(score, digits: 4))
      ] + (isCrossing ? [.init("crossing", .bool(true))] : []))
  }
}

extension KeywordRow {
  /// As the contract has it: one keyword or null for each language.
  public var json: JSONValue {
    .object(Language.allCases.map { l in .init(l.tag, terms[l].map { .string($0) } ?? .null) })
  }
}

extension AcronymEntry {
  /// As the contract has it: variants joined by "|", expansions, evidence, flag where there is one.
  public var json: JSONValue {
    var members: [JSONValue.Member] = Language.allCases.map { l in
      .init(l.tag, acronyms[l].isEmpty ? .null : .string(acronyms[l].joined(separator: "|")))
    }
    members += Language.allCases.map { l in
      .init(l.tag + "_expansion", expansions[l].map { .string($0) } ?? .null)
    }
    members.append(.init("evidence", .string(evidence.rawValue)))
    if let flag { members.append(.init("flag", .string(flag))) }
    return .object(members)
  }
}
