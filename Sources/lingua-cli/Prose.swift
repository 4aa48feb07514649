import ArgumentParser
import Glibc
import Lingua
import Pipeline

/// Turns errors, which carry data, into sentences with a remedy. The libraries make no prose.
enum Prose {
  /// The error as "place: what is wrong; what to do", or nil when it is not one of ours.
  static func describe(_ error: any Error) -> String? {
    switch error {
    case let error as DeliveryFailure: describe(error.underlying)
    case let error as FileError: describe(error)
    case let error as ICUError: "\(error.operation): \(error.name); is ICU's data file installed and whole?"
    case let error as LexiconError: describe(error)
    case let error as RecordError: error.message
    case let error as ReadError: describe(error)
    case let error as UnknownEncodingError:
      "there is no encoding \"\(error.name)\"; did you mean \(error.near.joined(separator: ", "))?"
    case let error as LexiconFolder.Failure: describe(error)
    default: nil
    }
  }

  /// As `describe`, with the error's own words where it is a stranger.
  static func words(_ error: any Error) -> String { describe(error) ?? "\(error)" }

  /// What a person should know of a document that was analysed all the same.
  static func warnings(_ analysis: DocumentAnalysis, _ document: Document) -> [String] {
    var warnings: [String] = []
    if let decoding = document.decoding, let warning = warning(decoding) { warnings.append(warning) }
    if analysis.sections.isEmpty {
      warnings.append("no title, abstract or keywords found")
    }
    return warnings
  }

  /// What was not decodable, if anything was.
  static func warning(_ decoding: Document.Decoding) -> String? {
    guard decoding.errors.count > 0 else { return nil }
    return "\(malformed(decoding.errors, decoding.encoding)) read as U+FFFD"
      + (decoding.evidence == .given ? "" : "; name the encoding with --encoding if it is another")
  }

  private static func malformed(_ errors: DecodingErrors, _ encoding: TextEncoding) -> String {
    let place = errors.first.map { " at byte \($0.offset) (line \($0.line), column \($0.column))" } ?? ""
    return errors.count == 1
      ? "one sequence that is not \(encoding.name),\(place),"
      : "\(errors.count) sequences that are not \(encoding.name), the first\(place),"
  }

  private static func describe(_ error: ReadError) -> String {
    switch error {
    case .file(let error): describe(error)
    case .binary(let path, let kind?): "\(path): this is no text but a \(kind); extract its text first"
    case .binary(let path, nil):
      "\(path): this is no text: it holds zero bytes and is not UTF-16; name the encoding with --encoding if it is text"
    case .malformed(let path, let encoding, let errors):
      "\(path): \(malformed(errors, encoding)) refused by --strict"
    case .encoding(let error): "\(error.operation): \(error.name); is ICU's data file installed and whole?"
    case .lexicon(let error): describe(error)
    }
  }

  private static func describe(_ error: LexiconFolder.Failure) -> String {
    switch error {
    case .file(let error): describe(error)
    case .empty(let path): "\(path): there is no .tsv file in it; name the folder that holds abbreviations.tsv"
    }
  }

  private static func describe(_ error: FileError) -> String {
    let reason = String(cString: strerror(error.code))
    let remedy =
      switch (error.operation, error.code) {
      case (_, ENOENT): "no such file or folder; check the path"
      case (.read, EACCES), (.list, EACCES): "no permission to read it; check its owner and mode"
      case (_, EACCES), (_, EPERM), (_, EROFS): "no permission to write there; choose another place with -o"
      case (_, ENOSPC), (_, EDQUOT), (_, EFBIG): "the disk is full; nothing half-written was left behind"
      case (.makeFolder, EEXIST), (.makeFolder, ENOTDIR), (.write, ENOTDIR):
        "a file stands where a folder is needed; choose another place with -o"
      case (.write, EISDIR), (.rename, EISDIR): "a folder stands where the file should be; choose another name"
      default: "\(reason)"
      }
    return "\(error.path): \(remedy)"
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
    }
  }
}

extension Error {
  /// Whether the reader of our output has gone, which ends the program quietly.
  var isClosedPipe: Bool {
    if let failure = self as? DeliveryFailure { return failure.underlying.isClosedPipe }
    return (self as? FileError)?.code == EPIPE
  }
}
