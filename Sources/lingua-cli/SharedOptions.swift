import ArgumentParser
import Glibc
import Lingua
import Pipeline

/// Options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicons"),
    help: ArgumentHelp("Take lexicon files from this folder before the embedded ones.", valueName: "folder"))
  var lexiconFolder: String?

  @Option(help: ArgumentHelp("How many inputs to work on at once. The default is one per core.", valueName: "number"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but what failed.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on; \(jobs) is none.") }
  }

  /// The lexicons to work with.
  ///
  /// - Throws: `LexiconFolder.Failure` when a folder that was named cannot be used.
  func lexicons() throws -> Lexicons { try LexiconFolder.lexicons(explicit: lexiconFolder) }

  /// How many workers to run.
  var workers: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// What an input is, by the name that the command line has for it.
enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, pdftotext, hocr, alto, pdf

  var format: Document.Format {
    switch self {
    case .text: .plain
    case .markdown: .markdown
    case .pdftotext: .pdftotext
    case .hocr: .hocr
    case .alto: .alto
    case .pdf: .pdf
    }
  }
}

/// The inputs of a command that reads documents.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders (their .txt, .text, .md, .markdown, .hocr and .pdf files, and what is hOCR or ALTO among .html,"
        + " .htm, .xhtml and .xml), or - for standard input, the default.",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The encoding of the inputs, such as UTF-8, UTF-16LE, windows-1251, KOI8-R, IBM866, KZ-1048. Detected by default.",
      valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "What the inputs are: text, markdown, pdftotext, hocr, alto or pdf. Told by their contents and names by default.",
      valueName: "format"))
  var inputFormat: InputFormat?

  @Flag(
    help: "Refuse an input with bytes that its encoding does not have, or with damaged markup, instead of mending it.")
  var strict = false

  func validate() throws {
    do {
      if let encoding { _ = try TextEncoding(named: encoding) }
    } catch {
      throw ValidationError(Prose.words(error))
    }
  }

  /// How the inputs are read.
  func reader(_ lexicons: Lexicons) throws -> DocumentReader {
    DocumentReader(
      encoding: try encoding.map { try TextEncoding(named: $0) }, strict: strict, format: inputFormat?.format,
      lexicons: lexicons)
  }

  /// The inputs, and what could not be listed.
  var files: InputFiles { InputFiles(paths: paths.isEmpty ? ["-"] : paths) }
}
