import Lingua
import Pipeline

/// One worker's own analyzer. A class, because an analyzer cannot be copied.
final class AnalysisWorker {
  private var analyzer: DocumentAnalyzer?
  private var failure = ICUError(code: 7, operation: "clone analyzer")

  /// A worker with a clone of `prototype`; a failure to clone shows at the first use.
  init(_ prototype: borrowing DocumentAnalyzer) {
    do throws(ICUError) { analyzer = try prototype.clone() } catch { failure = error }
  }

  /// Analyses one document.
  func analyze(_ document: Document) throws(ICUError) -> DocumentAnalysis {
    guard let result = try analyzer?.analyze(document) else { throw failure }
    return result
  }

  /// What a document tells of the batch that it is part of.
  func sample(_ document: Document) throws(ICUError) -> AlignmentSample {
    guard let result = try analyzer?.sample(document) else { throw failure }
    return result
  }

  /// Aligns sentences that are already split.
  func align(_ input: AlignmentInput) throws -> [Bead] {
    guard let result = try analyzer?.align(input) else { throw failure }
    return result
  }

  /// What is doubtful about the languages of sentences.
  func warnings(_ sentences: Trilingual<[String]>) throws(ICUError) -> [LanguageWarning] {
    guard let result = analyzer?.warnings(sentences) else { throw failure }
    return result
  }
}

/// Shares an analyzer, which cannot be copied, with the closures that make workers.
final class AnalyzerPrototype: Sendable {
  private let analyzer: DocumentAnalyzer
  /// Takes the analyzer over.
  init(_ analyzer: consuming DocumentAnalyzer) { self.analyzer = analyzer }
  /// A worker of its own.
  func worker() -> AnalysisWorker { AnalysisWorker(analyzer) }
}
