import ArgumentParser
import Lingua
import Pipeline

extension InputOptions {
  /// What is read twice can be no pipe.
  func refuseStreams() throws {
    for path in paths.isEmpty ? ["-"] : paths where path == "-" || isStream(path) {
      throw ValidationError(
        "--adapt reads its inputs twice, \(path == "-" ? "standard input" : path) can be read once;"
          + " name files or folders.")
    }
  }

  /// Aligns all inputs as they are and tells the analyzer what they teach; says so, or why they teach nothing.
  ///
  /// What fails here fails again when the inputs are worked on, and is named then.
  func adapt(
    _ analyzer: inout DocumentAnalyzer, to files: InputFiles, shared: SharedOptions, lexicons: Lexicons
  ) async throws {
    var reporter = Reporter(total: files.files.count, quiet: shared.quiet)
    var learner = BatchLearner()
    if files.files.count < BatchLearner.leastDocuments {
      let shortage = BatchLearner.Shortage.documents(
        found: files.files.count, needed: BatchLearner.leastDocuments)
      return reporter.warn(Prose.words(shortage))
    }
    let prototype = AnalyzerPrototype(try analyzer.clone())
    let reader = try reader(lexicons)
    await BatchRunner(workers: shared.workers).run(
      files.files, makeWorker: { prototype.worker() },
      process: { worker, input in try? worker.sample(try reader.read(input.path, name: input.relativePath)) },
      deliver: { k, sample in
        if let sample { learner.add(sample) }
        reporter.advance(files.files[k].relativePath)
      })
    if let shortage = learner.shortage { return reporter.warn(Prose.words(shortage)) }
    guard let adaptation = try analyzer.adapt(to: learner) else { return }
    reporter.warn(
      "learned from \(learner.beads) sure beads of \(learner.documents) documents"
        + (adaptation.omission > 1 ? "; sentences are seldom left out in them" : ""))
  }
}
