import ArgumentParser
import Lingua
import Pipeline

extension InputOptions {
  /// JSON Lines come on standard input alone.
  func refuseWithJSONLines() throws {
    if encoding != nil || strict || inputFormat != nil {
      throw ValidationError("--jsonl is text in UTF-8; leave --encoding, --input-format and --strict out.")
    }
    if !paths.isEmpty && paths != ["-"] {
      throw ValidationError("--jsonl reads standard input; give it the file by `< \(paths[0])`.")
    }
  }

  /// Analyses the inputs and hands each analysis on, in order.
  ///
  /// - Parameter choices: what was chosen about alignment, where the command has such options.
  /// - Returns: how many inputs failed.
  func analyze(
    _ files: InputFiles, shared: SharedOptions, lexicons: Lexicons, choices: AlignmentChoices? = nil,
    deliver: (DocumentAnalysis) throws -> Void
  ) async throws -> Int {
    let prototype = try await analyzer(for: files, shared: shared, lexicons: lexicons, choices: choices)
    return try await DocumentBatch(files, options: self, shared: shared, lexicons: lexicons).run(
      makeWorker: { prototype.worker() }, work: { worker, document in try worker.analyze(document) },
      warnings: Prose.warnings, deliver: deliver)
  }

  /// The analyzer that the workers of a batch clone, with what was chosen, and what the inputs teach where that was asked.
  func analyzer(
    for files: InputFiles, shared: SharedOptions, lexicons: Lexicons, choices: AlignmentChoices?
  ) async throws -> AnalyzerPrototype {
    var analyzer = try DocumentAnalyzer(lexicons: lexicons)
    choices?.apply(to: &analyzer)
    if choices?.adapt == true { try await adapt(&analyzer, to: files, shared: shared, lexicons: lexicons) }
    return AnalyzerPrototype(analyzer)
  }
}

extension Prose {
  /// What a person should know of a document that was analysed.
  static func warnings(_ document: Document, _ analysis: DocumentAnalysis) -> [String] {
    var result = warnings(document)
    if analysis.sections.isEmpty && !document.text.isEmpty { result.append("no title, abstract or keywords found") }
    if analysis.mostAlike >= severalArticles {
      result.append(
        "\(analysis.mostAlike) abstracts or keyword lists in one language, of which one is taken; give each article a file of"
          + " its own")
    }
    return result
  }

  /// An article may print its abstract twice, and a chapter of it may look like one.
  private static let severalArticles = 4
}

extension InputFiles {
  /// Refuses to write a result over one of its own inputs.
  func refuse(output: String?) throws { try refuseResult(output, over: files.map(\.path)) }
}

/// Refuses to write a result over a file that it is made of.
func refuseResult(_ output: String?, over inputs: [String]) throws {
  guard let output, output != "-" else { return }
  for path in inputs where path != "-" && (path == output || isSameFile(path, output)) {
    throw ValidationError("\(output) is also an input; choose another name for the result.")
  }
}
