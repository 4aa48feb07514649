import Lingua
import Pipeline

extension Prose {
  /// Why a termbase could not be used, and what to do.
  static func describe(_ error: TermbaseError) -> String {
    switch error {
    case .file(let error): return words(error)
    case .notTermbase(let path): return "\(path): no termbase; name another file, or one that is not there to make one"
    case .newer(let path, let version, let known):
      return
        "\(path): made by a later version of the program (its tables are version \(version), this one knows \(known));"
        + " update the program"
    case .busy(let path): return "\(path): another program is writing into it; try again when it has ended"
    case .readOnly(let path):
      return "\(path): no permission to write it or into its folder; check its owner and mode, or take a copy elsewhere"
    case .damaged(let path): return "\(path): the termbase is damaged; take a copy that is whole"
    case .diskFull(let path): return "\(path): the disk is full; make room, nothing was changed"
    case .database(let path, let code, let message): return "\(path): SQLite cannot use it (\(code), \(message))"
    case .lexicon(let error): return words(error)
    }
  }

  /// Why an entry was not imported.
  static func words(_ refusal: Termbase.Import.Refusal) -> String {
    switch refusal.reason {
    case .noTerm: "the entry \(refusal.id) has no term in any language and is left out"
    case .repeatedID: "the entry \(refusal.id) says otherwise than an earlier one of the same id and is left out"
    }
  }

  /// What a finding says to a person.
  static func words(_ finding: ConsistencyFinding) -> String {
    switch finding.message {
    case .lacksTerm(let term, let source, let expected, let found):
      let wanted = expected.map { "\"\($0)\"" }.joined(separator: " or ")
      let here = found.map { "\"\($0)\" stands where " } ?? ""
      return found == nil
        ? "\(source.tag) has \"\(term)\", \(finding.language.tag) lacks \(wanted)"
        : "\(here)\(source.tag) has \"\(term)\"; approved is \(wanted)"
    case .standsAlone(let term, let missing, let expected):
      let wanted = zip(missing, expected).map { "\($0.tag) lacks \"\($1)\"" }.joined(separator: ", ")
      return "\"\(term)\" stands in \(finding.language.tag) alone; \(wanted)"
    case .spelledOtherwise(let term, let expected):
      let wanted = expected.map { "\"\($0)\"" }.joined(separator: " or ")
      return "\"\(term)\" is spelled otherwise than approved \(wanted)"
    case .deprecated(let term, let preferred):
      let use = preferred.map { "\"\($0)\"" }.joined(separator: " or ")
      return "\"\(term)\" is deprecated" + (use.isEmpty ? "" : "; use \(use)")
    case .variants(let forms):
      return "\(finding.language.tag) mixes " + forms.map { "\"\($0)\"" }.joined(separator: " and ")
        + " for one concept; keep to one"
    case .noCounterpart(let text, let missing):
      let languages = missing.map(\.tag).joined(separator: " and ")
      let kind = finding.kind == .untranslatedSentence ? "sentence" : "keyword"
      let suggestion = finding.suggestion.map { "; approved is \"\($0)\"" } ?? ""
      return "no \(languages) \(kind) for \"\(shortened(text))\"" + suggestion
    case .repeats(let text, let line, let missing):
      let kind = finding.kind == .untranslatedSentence ? "sentence" : "keyword"
      return "\"\(shortened(text))\" repeats the \(kind) on line \(line); "
        + "\(missing.map(\.tag).joined(separator: " and ")) \(missing.count == 1 ? "has" : "have") it once"
    case .manyWithoutCounterpart(let count, let total, let missing):
      return
        "\(count) of \(total) sentences have no \(missing.tag) counterpart; the \(missing.tag) abstract is no full translation"
    case .leftIn(let text, let language):
      let kind = finding.kind == .untranslatedSentence ? "sentence" : "keyword"
      return "the \(finding.language.tag) \(kind) \"\(shortened(text))\" is left in \(language.tag)"
        + (finding.suggestion.map { "; approved is \"\($0)\"" } ?? "")
    case .acronym(let acronym, let reason): return "\(acronym): \(reason)"
    }
  }

  /// The beginning of a text, whole words.
  private static func shortened(_ text: String) -> String {
    var result = ""
    for word in text.split(separator: " ") {
      if result.unicodeScalars.count + word.unicodeScalars.count > 60 { return result + " …" }
      result += (result.isEmpty ? "" : " ") + word
    }
    return result
  }
}
