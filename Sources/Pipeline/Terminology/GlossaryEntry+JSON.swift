internal import Lingua

/// An entry as a line of a glossary in JSON; docs/formats.md has the members.
extension GlossaryEntry {
  /// The entry as JSON; what is empty is left out, but for the three languages.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(id)), .init("kinds", .array(kinds.map { .string($0.rawValue) })),
      .init("status", .string(status.rawValue)),
    ]
    for language in Language.allCases {
      members.append(.init(language.tag, .array(terms[language].map(\.json))))
    }
    members.append(.init("score", .decimal(score, digits: 4)))
    members.append(.init("count", .integer(count)))
    if let domain { members.append(.init("domain", .string(domain))) }
    if let note { members.append(.init("note", .string(note))) }
    members.append(
      .init(
        "evidence",
        .array(
          evidence.map {
            .object([.init("name", .string($0.name)), .init("documents", .integer($0.documents))])
          })))
    members.append(.init("flags", .array(flags.map(\.json))))
    members.append(
      .init(
        "sources",
        .array(
          sources.map {
            .object([.init("document", .string($0.document)), .init("count", .integer($0.count))])
          })))
    members.append(
      .init(
        "contexts",
        .object(Language.allCases.map { .init($0.tag, .array(contexts[$0].map(\.json))) })))
    return .object(members)
  }

  /// Reads what `json` wrote.
  ///
  /// - Returns: nil where the value is no such entry.
  public init?(json: JSONValue) {
    guard let id = json["id"]?.string, let kinds = json["kinds"]?.array,
      let status = json["status"]?.string.flatMap(Status.init(rawValue:))
    else { return nil }
    self.init(id: id, kinds: kinds.compactMap { $0.string.flatMap(Kind.init) }, terms: Trilingual(repeating: []))
    self.status = status
    for language in Language.allCases {
      let list = json[language.tag]?.array ?? []
      terms[language] = list.compactMap(GlossaryTerm.init(json:))
      guard terms[language].count == list.count else { return nil }
      contexts[language] = (json["contexts"]?[language.tag]?.array ?? []).compactMap(GlossaryContext.init(json:))
    }
    score = json["score"]?.double ?? 1
    domain = json["domain"]?.string
    note = json["note"]?.string
    evidence = (json["evidence"]?.array ?? []).compactMap { item in
      item["name"]?.string.map { Evidence($0, documents: item["documents"]?.integer ?? 0) }
    }
    flags = (json["flags"]?.array ?? []).compactMap(GlossaryFlag.init(json:))
    sources = (json["sources"]?.array ?? []).compactMap { item in
      item["document"]?.string.map { Source(document: $0, count: item["count"]?.integer ?? 0) }
    }
  }
}

extension JSONValue {
  /// The number, if it is one.
  fileprivate var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }
}

extension GlossaryTerm {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [.init("term", .string(text)), .init("form", .string(form.rawValue))]
    if let usage { members.append(.init("usage", .string(usage.rawValue))) }
    members.append(
      .init(
        "printed",
        .array(
          printed.map { .object([.init("text", .string($0.text)), .init("count", .integer($0.count))]) })))
    return .object(members)
  }

  fileprivate init?(json: JSONValue) {
    guard let text = json["term"]?.string, let form = json["form"]?.string.flatMap(Form.init(rawValue:))
    else { return nil }
    self.init(text, form: form, usage: json["usage"]?.string.flatMap(Usage.init(rawValue:)))
    printed = (json["printed"]?.array ?? []).compactMap { item in
      item["text"]?.string.map { Printed($0, count: item["count"]?.integer ?? 0) }
    }
  }
}

extension GlossaryContext {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [.init("document", .string(document))]
    if let range {
      members.append(.init("range", .array([.integer(range.lowerBound), .integer(range.upperBound)])))
    }
    members += [.init("left", .string(left)), .init("term", .string(term)), .init("right", .string(right))]
    return .object(members)
  }

  fileprivate init?(json: JSONValue) {
    guard let document = json["document"]?.string, let term = json["term"]?.string else { return nil }
    let range = json["range"]?.array?.compactMap(\.integer) ?? []
    self.init(
      document: document, range: range.count == 2 && range[0] <= range[1] ? range[0]..<range[1] : nil,
      left: json["left"]?.string ?? "", term: term, right: json["right"]?.string ?? "")
  }
}

extension GlossaryFlag {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [.init("reason", .string(reason.rawValue))]
    if !detail.isEmpty { members.append(.init("detail", .string(detail))) }
    return .object(members)
  }

  fileprivate init?(json: JSONValue) {
    guard let reason = json["reason"]?.string.flatMap(Reason.init(rawValue:)) else { return nil }
    self.init(reason, json["detail"]?.string ?? "")
  }
}
