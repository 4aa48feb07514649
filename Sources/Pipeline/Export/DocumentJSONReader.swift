internal import Lingua

extension DocumentAnalysis {
  /// Reads what `JSONExporter` wrote of a document, so that all exports can be made of it again.
  ///
  /// What JSON does not say is not there: the places of sentences (but in a partial glossary, which has them), keywords and acronyms, explanations, paragraphs.
  ///
  /// - Returns: nil where the value is no such document.
  public init?(json: JSONValue) {
    guard let name = json["id"]?.string, let sections = json["sections"]?.array, let beads = json["beads"]?.array,
      let keywords = json["keywords"]?.array, let acronyms = json["acronyms"]?.array, let texts = json["sentences"]
    else { return nil }
    self.init(
      name: name, sections: sections.compactMap(Section.init), sentences: Trilingual(repeating: []),
      beads: beads.compactMap(Bead.init), keywords: keywords.map(KeywordRow.init),
      acronyms: acronyms.compactMap(AcronymEntry.init))
    glosses = (json["glosses"]?.array ?? []).compactMap(InlineGloss.init)
    for language in Language.allCases {
      let ranges = json["ranges"]?[language.tag]?.array ?? []
      sentences[language] = (texts[language.tag]?.array ?? []).enumerated().map { k, text in
        Sentence(text: text.string ?? "", range: (k < ranges.count ? ranges[k].range : nil) ?? 0..<0)
      }
    }
    guard self.sections.count == sections.count, self.beads.count == beads.count, self.acronyms.count == acronyms.count
    else { return nil }
  }
}

extension JSONValue {
  /// What each language has in an object, by the language's tag and an ending.
  fileprivate func each<Value>(_ ending: String = "", _ value: (JSONValue?) -> Value) -> Trilingual<Value> {
    Trilingual(kk: value(self["kk" + ending]), ru: value(self["ru" + ending]), en: value(self["en" + ending]))
  }
}

extension JSONValue {
  /// Two numbers that are a range.
  fileprivate var range: Range<Int>? {
    guard let ends = array?.compactMap(\.integer), ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else { return nil }
    return ends[0]..<ends[1]
  }
}

extension Section {
  fileprivate init?(_ json: JSONValue) {
    guard let language = json["lang"]?.string.flatMap(Language.init(rawValue:)),
      let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)), let text = json["text"]?.string,
      let range = json["range"]?.range
    else { return nil }
    self.init(
      language: language, kind: kind, text: text, label: json["label"]?.string, range: range,
      map: OffsetMap())
  }
}

extension Bead {
  fileprivate init?(_ json: JSONValue) {
    guard let score = json["score"] else { return nil }
    self.init(
      json.each { $0?.array?.compactMap(\.integer) ?? [] },
      score: { if case .number(let text) = score { Double(text) ?? .nan } else { .nan } }(),
      isCrossing: json["crossing"]?.bool ?? false,
      disagreements: (json["disagree"]?.array ?? []).compactMap { $0.string.flatMap { LanguagePair($0) } })
  }
}

extension KeywordRow {
  fileprivate init(_ json: JSONValue) {
    self.init(
      json.each { $0?.string }, evidence: json["evidence"]?.string.flatMap(Evidence.init(rawValue:)),
      flag: json["flag"]?.string)
  }
}

extension InlineGloss {
  fileprivate init?(_ json: JSONValue) {
    guard let shape = json["shape"]?.string.flatMap(Shape.init(rawValue:)) else { return nil }
    let places = json["ranges"] ?? .null
    self.init(
      terms: json.each { $0?.string }, ranges: places.each { $0?.range }, shape: shape,
      romanized: json["romanized"]?.string)
  }
}

extension AcronymEntry {
  fileprivate init?(_ json: JSONValue) {
    guard let evidence = json["evidence"]?.string.flatMap(Evidence.init(rawValue:)) else { return nil }
    let expansions = json.each("_expansion") { $0?.string }
    let forms = json.each("_expansion_form") { $0?.string }
    self.init(
      acronyms: json.each { $0?.string?.split(separator: "|").map(String.init) ?? [] }, expansions: expansions,
      evidence: evidence, flag: json["flag"]?.string,
      headExpansions: Trilingual(
        kk: forms.kk ?? expansions.kk, ru: forms.ru ?? expansions.ru, en: forms.en ?? expansions.en),
      domain: json["domain"]?.string)
  }
}
