import ArgumentParser
import Lingua
import Pipeline

struct LexiconShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Look words and phrases up in the lexicons, in any language and form.",
    discussion: """
      Prints term, fit, kk, ru, en, part of speech, domain and place, with tabs between, one row an entry. Fit is exact,
      form (another form of the word) or, where there is neither, part (of a longer phrase). An acronym has its expansion in
      brackets. The names of countries, languages, currencies and scripts come from ICU.

      EXAMPLES
        lingua-cli lexicon show экономика
        lingua-cli lexicon show --language kk "ұлттық экономикасы"
        lingua-cli lexicon show --lexicon my-terms.tsv ЕАЭС

      EXIT STATUS
        0  every term found
        1  a term not found; near spellings are named
        2  could not start
      """)

  @Argument(help: ArgumentHelp("Words or phrases.", valueName: "term")) var terms: [String]
  @Option(
    help: ArgumentHelp("Look in this language only: kk, ru or en.", valueName: "tag"), transform: Language.argument)
  var language: Language?
  @Flag(help: "Print JSON, an object a line.") var jsonl = false
  @OptionGroup var own: OwnLexicons
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if terms.contains(where: {
      !$0.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }) {
      throw ValidationError("a term needs a letter or digit.")
    }
  }

  func run() async throws {
    let search = try LexiconSearch(lexicons: try own.lexicons(shared))
    var output = StandardOutput()
    var isMissing = false
    for term in terms {
      let hits = try search.hits(of: term, language)
      for hit in hits {
        let line = jsonl ? Self.json(term, hit).text : Self.row(term, hit)
        try output.write(Array((line + "\n").utf8))
      }
      guard hits.isEmpty else { continue }
      isMissing = true
      let near = try search.nearest(to: term, language)
      if jsonl {
        let line = JSONValue.object([.init("term", .string(term)), .init("near", .array(near.map { .string($0) }))])
          .text
        try output.write(Array((line + "\n").utf8))
      } else {
        try output.flush()
        Reporter.say(
          "lingua-cli: \"\(term.printable)\" is not in the lexicons"
            + (near.isEmpty ? "" : "; near spellings: \(near.joined(separator: ", "))"))
      }
    }
    try output.flush()
    if isMissing { throw ExitCode(1) }
  }

  private static func row(_ term: String, _ hit: LexiconSearch.Hit) -> String {
    let entry = hit.entry
    let cells = Language.allCases.map { language in
      let words = entry.words[language].joined(separator: "|")
      guard let expansions = entry.expansions?[language], !expansions.isEmpty else { return words }
      return "\(words) (\(expansions.joined(separator: "|")))"
    }
    let place =
      switch entry.source {
      case .row(let place): "\(place.file):\(place.line)"
      case .icu(_, let code): "ICU \(ICU.version): \(code)"
      }
    return ([term, hit.fit.name] + cells + [entry.partOfSpeech, entry.domain, place]).map(\.printable)
      .joined(separator: "\t")
  }

  private static func json(_ term: String, _ hit: LexiconSearch.Hit) -> JSONValue {
    let entry = hit.entry
    var members: [JSONValue.Member] = [
      .init("term", .string(term)), .init("language", .string(hit.language.tag)), .init("fit", .string(hit.fit.name)),
    ]
    for language in Language.allCases {
      members.append(.init(language.tag, .array(entry.words[language].map { .string($0) })))
    }
    if let expansions = entry.expansions {
      for language in Language.allCases {
        members.append(.init("\(language.tag)_expansion", .array(expansions[language].map { .string($0) })))
      }
    }
    members += [.init("pos", .string(entry.partOfSpeech)), .init("domain", .string(entry.domain))]
    switch entry.source {
    case .row(let place): members += [.init("file", .string(place.file)), .init("line", .integer(place.line))]
    case .icu(_, let code): members += [.init("source", .string("ICU \(ICU.version)")), .init("code", .string(code))]
    }
    return .object(members)
  }
}

extension LexiconSearch.Hit.Fit {
  fileprivate var name: String {
    switch self {
    case .exact: "exact"
    case .form: "form"
    case .part: "part"
    }
  }
}
