import ArgumentParser
import Glibc
import Lingua
import Pipeline

/// Turns errors, which carry data, into sentences with a remedy. The libraries make no prose.
enum Prose {
  /// The error as "place: what is wrong; what to do", or nil when it is not one of ours.
  static func describe(_ error: any Error) -> String? {
    switch error {
    case let error as FileError: describe(error)
    case let error as ICUError: "\(error.operation): \(error.name); is ICU's data file installed and whole?"
    case let error as LexiconError: describe(error)
    case let error as LanguageTrainer.Failure: describe(error)
    case let error as BrokenLexicon:
      error.findings.prefix(10).map(words).joined(separator: "\nlingua-cli: ")
        + (error.findings.count > 10 ? "\nlingua-cli: \(error.findings.count - 10) more; see lexicon check" : "")
    case let error as RecordError: error.message
    case let error as ReadError: describe(error)
    case let error as LexiconFolder.Failure: describe(error)
    case let error as TrainingError: describe(error)
    case let error as UnknownEncodingError:
      "there is no encoding \"\(error.name)\"; did you mean \(error.near.joined(separator: ", "))?"
    case let error as TransliterationError: describe(error)
    case let error as ExportError: describe(error)
    case let error as GlossaryReadError: describe(error)
    case PartialGlossary.Failure.notJSON(let line):
      "line \(line) is no JSON; give what glossary --format partial or run wrote"
    case PartialGlossary.Failure.notDocument(let line):
      "line \(line) is no document; give what glossary --format partial or run wrote"
    case let error as TermbaseError: describe(error)
    case let error as AlignmentError: describe(error)
    case let error as AnchorError: describe(error)
    case BatchError.inUse(let folder):
      "\(folder): another run is writing into it; wait for its end, or choose another folder"
    case BatchError.overInput(let path):
      "\(path): the result would take the place of this input; choose another folder for the results"
    default: nil
    }
  }

  /// As `describe`, with the error's own words where it is a stranger.
  static func words(_ error: any Error) -> String { describe(error) ?? "\(error)" }

  /// What a person should know of a document that could be read all the same.
  static func warnings(_ document: Document) -> [String] {
    var warnings: [String] = []
    if let decoding = document.decoding, let warning = warning(decoding) { warnings.append(warning) }
    warnings += document.doubts.map(words)
    if document.text.isEmpty { warnings.append("empty") }
    return warnings
  }

  /// What could not be decoded, if anything could not.
  static func warning(_ decoding: Document.Decoding) -> String? {
    guard decoding.errors.count > 0 else { return nil }
    return malformed(decoding.encoding, decoding.errors) + "; read as U+FFFD (--strict refuses such files"
      + (decoding.evidence == .given ? ")" : ", --encoding names another encoding)")
  }

  /// Why nothing is learned from a batch.
  static func words(_ shortage: BatchLearner.Shortage) -> String {
    switch shortage {
    case .documents(let found, let needed):
      "nothing learned: --adapt needs \(needed) documents with sentences to align, here are \(found)"
    case .beads(let found, let needed):
      "nothing learned: --adapt needs \(needed) sure beads, here are \(found)"
    }
  }

  /// A doubt about the languages of files.
  static func words(_ warning: LanguageWarning, files: Trilingual<String?>) -> String {
    switch warning {
    case .wrong(let given, let detected, let confidence):
      // Rounded down: what is not sure must not look so.
      let hundredths = Int((min(max(confidence, 0), 1) * 100).rounded(.down))
      let shown = hundredths == 100 ? "1.00" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
      return "\(files[given] ?? given.tag) is given as \(given.tag) but reads as \(detected.rawValue) (\(shown))"
    case .same(let a, let b, let detected):
      return "\(files[a] ?? a.tag) and \(files[b] ?? b.tag) both read as \(detected.rawValue)"
    }
  }

  private static func describe(_ error: ExportError) -> String {
    switch error.reason {
    case .manyLanguages(let document):
      "\(document): kk, ru and en are there, and \(error.format) holds two languages;"
        + " say which by --pair, the source first, such as --pair ru-kk"
    case .otherPair(let document, let pair, let earlier):
      "\(document): has \(pair.text) where documents before it have \(earlier.text), and a file of \(error.format) holds"
        + " one pair; choose it by --pair, or export the documents one by one"
    case .noPair, .tooLong, .tooManyRows, .file, .workbook: describeGlossaryExport(error)
    case .termbase(let error): describe(error)
    case .collation(let error): describe(error) ?? "\(error)"
    case .xml, .template: "\(error.format): the result would not be well formed (\(error.reason)); please report it"
    }
  }

  private static func describe(_ error: AlignmentError) -> String {
    switch error {
    case .noSuchSentence(let anchor, let language, let sentence, let count):
      "anchors[\(anchor)]: \(language.tag) has no sentence \(sentence); its \(count) sentences are counted from 0"
    case .oneLanguage(let anchor): "anchors[\(anchor)]: names fewer than two languages; name what translates what"
    case .crossing(let first, let second):
      "anchors[\(second)]: crosses anchors[\(first)]; sentences are aligned in their order, so one of them must go"
    case .beadTooLarge(let anchors, let language, let sentences):
      "anchors \(list(anchors)): together they join \(sentences) \(language.tag) sentences, more than a bead may have;"
        + " leave some out or raise --max-bead"
    case .acrossParagraphs(let anchors, let language):
      "anchors \(list(anchors)): they join \(language.tag) sentences of two paragraphs; leave one out, or choose"
        + " --paragraphs soft"
    }
  }

  private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }

  private static func describe(_ error: AnchorError) -> String {
    let reason =
      switch error.reason {
      case .badHeader: "the first row names the columns: two or three of kk, ru and en, with tabs between"
      case .cellCount(let found, let expected):
        "\(found) cells where the header has \(expected); put one tab between cells"
      case .badNumber(let language, let cell): "column \(language.tag): \"\(cell)\" is no line number from 1 on"
      case .noSentence(let language, let number): "there is no sentence on line \(number) of --\(language.tag)"
      case .oneLanguage: "names fewer than two languages; name what translates what"
      case .crossing(let line): "crosses line \(line); sentences are aligned in their order, so one of them must go"
      case .beadTooLarge(let lines, let language, let sentences):
        "with the anchors of lines \(list(lines)) a bead would have \(sentences) \(language.tag) sentences, more than it"
          + " may; leave some out or raise --max-bead"
      case .acrossParagraphs(let lines, let language):
        "the anchors of lines \(list(lines)) join \(language.tag) sentences of two paragraphs; leave one out, or choose"
          + " --paragraphs soft"
      }
    return "\(error.path):\(error.line): \(reason)"
  }

  private static func describe(_ error: FileError) -> String {
    let reason = String(cString: strerror(error.code))
    let remedy =
      switch (error.operation, error.code) {
      case (_, ENOENT): "no such file or folder; check the path"
      case (.read, EACCES), (.list, EACCES): "no permission to read it; check its owner and mode"
      case (_, EACCES), (_, EPERM), (_, EROFS): "no permission to write there; choose another place with -o"
      case (_, ENOSPC), (_, EDQUOT): "the disk is full; make room (--resume goes on with a folder of results)"
      case (.read, EFBIG): "it does not end within 1 GB; name a file, not a device"
      case (_, EFBIG): "the result is over the limit for a file's size and is not written"
      case (_, ELOOP): "links that lead to each other; name the file itself"
      case (.makeFolder, EEXIST), (.makeFolder, ENOTDIR), (.write, ENOTDIR):
        "a file stands where a folder is needed; choose another place with -o"
      case (.read, EISDIR): "a folder stands where the file should be; name the file"
      case (.write, EISDIR), (.rename, EISDIR), (.rename, EBUSY):
        "a folder stands where the file should be; choose another name"
      default: "\(reason)"
      }
    return "\(error.path): \(remedy)"
  }

  private static func describe(_ error: ReadError) -> String {
    switch error {
    case .file(let error): return describe(error)
    case .binary(let path, let kind):
      let what = kind.map { "a \($0)" } ?? "a binary file"
      let remedy =
        kind == "PDF" ? "leave --input-format out to have its text read" : "give a text file, or name its --encoding"
      return "\(path): \(what), not text; \(remedy)"
    case .malformed(let path, let encoding, let errors):
      return "\(path): \(malformed(encoding, errors)); leave --strict out to read them as U+FFFD"
    case .encoding(let error): return "\(error.operation): \(error.name); is ICU's data file installed and whole?"
    case .lexicon(let error): return describe(error)
    case .markup, .noPages, .tooLarge, .pdf: return describePages(error)
    }
  }

  static func malformed(_ encoding: TextEncoding, _ errors: DecodingErrors) -> String {
    let count = errors.count == 1 ? "1 byte sequence is" : "\(errors.count) byte sequences are"
    guard let first = errors.first else { return "\(count) not \(encoding.name)" }
    return "\(count) not \(encoding.name), the first at byte \(first.offset)"
      + " (line \(first.line), column \(first.column))"
  }

  private static func describe(_ error: TransliterationError) -> String {
    switch error {
    case .unknownScheme(let name, let near):
      let hint = near.isEmpty ? "" : "did you mean \(near.joined(separator: ", "))? "
      return "there is no scheme \"\(name)\"; \(hint)transliterate --list names all"
    case .irreversible(let id):
      return "the scheme \(id) cannot be reversed, nor escaped: it drops or merges too many letters;"
        + " transliterate --list says which can"
    case .lexicon(let error): return describe(error)
    case .icu(let error): return words(error)
    }
  }

  /// What a person should know of the letters that a scheme left as they were, if there are any.
  static func warning(_ coverage: TransliterationCoverage, _ scheme: Scheme, script: Script) -> String? {
    let count = coverage.lettersLeft
    guard count > 0 else { return nil }
    let letters = count == 1 ? "1 letter stays as it is" : "\(count) letters stay as they are"
    return coverage.hasRules || coverage.foreignLetters == 0
      ? "\(letters): the scheme \(scheme.id) has no rule for them"
      : "\(letters): the scheme \(scheme.id) reads \(script.rawValue) and found no letter that it knows"
  }

  private static func describe(_ error: LexiconFolder.Failure) -> String {
    switch error {
    case .file(let error): "lexicons: \(describe(error))"
    case .empty(let path): "lexicons: \(path): no .tsv or .bin file there; give a folder like the project's lexicons/"
    case .unknown(let path, let name, let near):
      "lexicons: \(path)/\(name): no lexicon is called so; "
        + (near.map { "did you mean \($0)?" } ?? "take the file out, or add its rows by --lexicon FILE")
    }
  }

  private static func describe(_ error: LanguageTrainer.Failure) -> String {
    switch error {
    case .file(let error): describe(error)
    case .icu(let error): "\(error.operation): \(error.name); is ICU's data file installed and whole?"
    case .noText(let tag, let folder):
      "\(folder): there is no text for \(tag); add a file \(tag).SOURCE.txt, one sentence a line"
    }
  }

  private static func describe(_ error: TrainingError) -> String {
    switch error {
    case .file(let error): "\(describe(error))"
    case .noText(let path): "\(path): no file there is named like parallel text, such as news.kk-ru.tsv"
    case .unknownSource(let name, let known):
      "--leave-out \(name): no source's name begins so; there are \(known.joined(separator: ", "))"
    case .tooManyStems(let count): "\(count) stems of one language; the file can hold 65,536, so train on less text"
    }
  }

  /// A broken line of parallel text and how to mend it.
  static func words(_ row: BadRow) -> String {
    let place = "\(row.path):\(row.line)"
    switch row.reason {
    case .cellCount(let found, let expected):
      return "\(place): \(found) cells where the file's name has \(expected) languages; left out"
    case .badScore(let text): return "\(place): the score \"\(text)\" is no number; left out"
    case .notUTF8: return "\(place): not UTF-8; left out"
    }
  }

  private static func words(_ damage: LexiconError.Damage) -> String {
    switch damage {
    case .notThisKind: "this is no learned table of that kind"
    case .version(let found, let expected): "made for version \(found) of the format, and version \(expected) is needed"
    case .size(let found, let expected): "\(found) bytes where it should have \(expected); the file was cut or joined"
    case .content: "its content is damaged"
    }
  }

  private static func describe(_ error: LexiconError) -> String {
    let place = error.line > 0 ? "lexicon \(error.file), line \(error.line)" : "lexicon \(error.file)"
    switch error.reason {
    case .missingFile: return "\(place): there is no such file; see --lexicons"
    case .missingColumn(let name): return "\(place): the header row has no column \"\(name)\"; add it"
    case .cellCount(let found, let expected):
      return "\(place): \(found) cells where the header has \(expected); put one tab between cells"
    case .badValue(let column, let value, let expected):
      return "\(place), column \(column): \"\(value)\" is not \(expected)"
    case .notUTF8: return "\(place): not UTF-8; save it as UTF-8"
    case .damaged(let damage): return "\(place): \(words(damage)); take the file that came with the program"
    }
  }
}

extension Error {
  /// Whether the reader of our output has gone, which ends the program quietly.
  var isClosedPipe: Bool { (self as? FileError)?.code == EPIPE }
}
