import ArgumentParser
import Lingua
import Pipeline

extension InputOptions {
  /// JSON Lines come on standard input alone.
  func refuseWithJSONLines() throws {
    if !paths.isEmpty && paths != ["-"] {
      throw ValidationError("--jsonl reads standard input; give it the file by `< \(paths[0])`.")
    }
  }

  /// Analyses the inputs and hands each analysis on, in order.
  ///
  /// - Returns: how many inputs failed.
  func analyze(shared: SharedOptions, deliver: (DocumentAnalysis) throws -> Void) async throws -> Int {
    let lexicons = try shared.lexicons()
    let prototype = AnalyzerPrototype(try DocumentAnalyzer(lexicons: lexicons))
    return try await DocumentBatch(self, shared: shared, lexicons: lexicons).run(
      makeWorker: { prototype.worker() }, work: { worker, document in try worker.analyze(document) },
      warnings: { document, analysis in
        let nothing = analysis.sections.isEmpty && !document.text.isEmpty
        return Prose.warnings(document) + (nothing ? ["no title, abstract or keywords found"] : [])
      },
      deliver: deliver)
  }
}
