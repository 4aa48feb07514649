internal import Lingua

/// The JSON shapes of the contract in docs/formats.md.
extension DocumentAnalysis {
  /// The members that the contract gives an analysed document, in its order, without the document's own fields; those of
  /// files with sentences where each language has one.
  public func jsonMembers(_ options: ExportOptions = ExportOptions()) -> [JSONValue.Member] {
    let beads = JSONValue.array(beads.map { $0.json(options) })
    let texts = sentences.map { list in JSONValue.array(list.map { .string($0.text) }) }
    guard let files else {
      var members: [JSONValue.Member] = [
        .init("sections", .array(sections.map(\.json))), .init("sentences", texts.json),
        .init("beads", beads), .init("keywords", .array(keywords.map(\.json))),
        .init("acronyms", .array(acronyms.map(\.json))),
      ]
      if !glosses.isEmpty { members.append(.init("glosses", .array(glosses.map(\.json)))) }
      return members
    }
    let ranges = sentences.map { list in
      JSONValue.array(list.map { .array([.integer($0.range.lowerBound), .integer($0.range.upperBound)]) })
    }
    let starts = paragraphs.map { JSONValue.array($0.map { .integer($0) }) }
    var members: [JSONValue.Member] = [
      .init("files", files.map { $0.map { .string($0) } ?? .null }.json), .init("sentences", texts.json),
      .init("ranges", ranges.json), .init("paragraphs", starts.json), .init("beads", beads),
    ]
    if !warnings.isEmpty { members.append(.init("warnings", .array(warnings.map(\.json)))) }
    return members
  }
}

extension Trilingual<JSONValue> {
  /// An object with a member for each language.
  fileprivate var json: JSONValue { .object(Language.allCases.map { .init($0.tag, self[$0]) }) }
}

extension LanguageWarning {
  /// As the contract has it: the kind of doubt and what was found.
  public var json: JSONValue {
    switch self {
    case .wrong(let given, let detected, let confidence):
      .object([
        .init("code", .string("wrong-language")), .init("given", .string(given.tag)),
        .init("detected", .string(detected.rawValue)), .init("confidence", .decimal(confidence, digits: 4)),
      ])
    case .same(let a, let b, let detected):
      .object([
        .init("code", .string("same-language")), .init("given", .array([.string(a.tag), .string(b.tag)])),
        .init("detected", .string(detected.rawValue)),
      ])
    }
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
  /// As the contract has it: for each language the indices, the score, and, where there is something to say, whether the
  /// bead crosses another, which pairs of languages disagree, whether a reader should look, and what the
  /// score is made of.
  public func json(_ options: ExportOptions = ExportOptions()) -> JSONValue {
    var members: [JSONValue.Member] = Language.allCases.map { l in
      .init(l.tag, .array(sentences[l].map { .integer($0) }))
    }
    members.append(.init("score", .decimal(score, digits: 4)))
    if isCrossing { members.append(.init("crossing", .bool(true))) }
    if !disagreements.isEmpty {
      members.append(.init("disagree", .array(disagreements.map { .string($0.text) })))
    }
    if options.needsReview(score) { members.append(.init("review", .bool(true))) }
    if let explanation { members.append(.init("explanation", explanation.json)) }
    return .object(members)
  }
}

extension KeywordRow {
  /// As the contract has it: one keyword or null for each language, what speaks for the row, and a flag where there is one.
  public var json: JSONValue {
    var members: [JSONValue.Member] = Language.allCases.map { l in
      .init(l.tag, terms[l].map { .string($0) } ?? .null)
    }
    if let evidence { members.append(.init("evidence", .string(evidence.rawValue))) }
    if let flag { members.append(.init("flag", .string(flag))) }
    return .object(members)
  }
}

extension InlineGloss {
  /// As the contract has it: what each language has or null, the places of both, the shape, and the Russian in Latin letters where it
  /// was printed so.
  public var json: JSONValue {
    var members = Language.allCases.map { l in JSONValue.Member(l.tag, terms[l].map { .string($0) } ?? .null) }
    members.append(.init("shape", .string(shape.rawValue)))
    if let romanized { members.append(.init("romanized", .string(romanized))) }
    let places = Language.allCases.compactMap { l in
      ranges[l].map { JSONValue.Member(l.tag, .array([.integer($0.lowerBound), .integer($0.upperBound)])) }
    }
    members.append(.init("ranges", .object(places)))
    return .object(members)
  }
}

extension AcronymEntry {
  /// As the contract has it: variants joined by "|", expansions, their dictionary forms where those differ, the domain
  /// where it is known, evidence, flag where there is one.
  public var json: JSONValue {
    var members: [JSONValue.Member] = Language.allCases.map { l in
      .init(l.tag, acronyms[l].isEmpty ? .null : .string(acronyms[l].joined(separator: "|")))
    }
    members += Language.allCases.map { l in
      .init(l.tag + "_expansion", expansions[l].map { .string($0) } ?? .null)
    }
    for l in Language.allCases {
      guard let form = headExpansions[l], form != expansions[l] else { continue }
      members.append(.init(l.tag + "_expansion_form", .string(form)))
    }
    if let domain { members.append(.init("domain", .string(domain))) }
    members.append(.init("evidence", .string(evidence.rawValue)))
    if let flag { members.append(.init("flag", .string(flag))) }
    return .object(members)
  }
}
