import ArgumentParser
import Lingua
import Pipeline

/// The files of a text that has one for each language.
struct SentenceFiles: ParsableArguments {
  @Option(help: ArgumentHelp("The Kazakh text, one sentence a line; - is standard input.", valueName: "file"))
  var kk: String?
  @Option(help: ArgumentHelp("The Russian text, one sentence a line.", valueName: "file"))
  var ru: String?
  @Option(help: ArgumentHelp("The English text, one sentence a line.", valueName: "file"))
  var en: String?
  @Flag(help: "The files of --kk, --ru and --en hold running text; split it into sentences.")
  var split = false
  @Option(
    help: ArgumentHelp(
      "Lines of --kk, --ru and --en that translate each other: a table of line numbers with the columns kk, ru, en.",
      valueName: "file"))
  var anchors: String?

  /// Whether a file is named.
  var isUsed: Bool { kk != nil || ru != nil || en != nil }

  /// The files by language.
  var paths: Trilingual<String?> { Trilingual(kk: kk, ru: ru, en: en) }

  func validate() throws {
    guard isUsed else {
      if split || anchors != nil {
        throw ValidationError("\(split ? "--split" : "--anchors") goes with two or three of --kk, --ru and --en.")
      }
      return
    }
    let named = paths.values.compactMap(\.self)
    if named.contains("") { throw ValidationError("the name of a file is empty.") }
    if named.count < 2 {
      throw ValidationError("one language alone cannot be aligned; name two or three of --kk, --ru and --en.")
    }
    if (named + [anchors].compactMap(\.self)).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once; name a file for all but one of them.")
    }
  }

  /// Reads the files, aligns them and says what a person should know.
  ///
  /// - Returns: the analysis; nil where a file could not be used, which was said.
  func analyze(
    _ analyzer: inout DocumentAnalyzer, reader: DocumentReader, reporter: inout Reporter
  ) throws -> DocumentAnalysis? {
    var lists = Trilingual(repeating: SentenceList())
    var reader = reader
    // A line is a sentence whatever the file's ending says of markup.
    if !split { reader.format = .plain }
    for language in Language.allCases {
      guard let path = paths[language] else { continue }
      do {
        let document = try reader.read(path)
        for warning in Prose.warnings(document) { reporter.warn("\(Self.name(path)): \(warning)") }
        lists[language] = try analyzer.sentences(of: document, language, splitting: split)
      } catch {
        reporter.fail(error, name: Self.name(path))
      }
    }
    for (a, b) in [(kk, ru), (kk, en), (ru, en)] {
      guard let a, let b, a != "-", b != "-", a == b || isSameFile(a, b) else { continue }
      reporter.warn("\(a) is given for two languages")
    }
    do {
      let table = try anchors.map { try AnchorTable(try reader.read($0).text, path: Self.name($0)) }
      if reporter.failures > 0 { return nil }
      do {
        let analysis = try analyzer.analyze(
          name: commonStem(of: paths.values.compactMap(\.self)), files: paths, lists: lists,
          anchors: try table?.anchors(in: lists) ?? [])
        for warning in analysis.warnings { reporter.warn(Prose.words(warning, files: paths.map { $0.map(Self.name) })) }
        return analysis
      } catch let error as AlignmentError {
        throw table?.place(error) ?? error
      }
    } catch {
      reporter.fail(error, name: anchors.map(Self.name) ?? "")
      return nil
    }
  }

  private static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}
