internal import Lingua

/// Documents with all that a glossary is made of, which can be united with others before the glossary is made.
///
/// A partial glossary is a set of documents, so that uniting is associative, does not depend on the order, and
/// takes a document that comes twice once. As a file it is JSON Lines, a document a line as `run` and `align` give it, with the
/// places of its sentences in `ranges`; the lines are in natural order of the names.
public struct PartialGlossary: Sendable {
  /// Why a file is no partial glossary.
  public enum Failure: Error, Hashable, Sendable {
    /// A line is no JSON; lines are counted from 1.
    case notJSON(line: Int)
    /// A line is JSON and no document with sections, sentences, beads, keywords and acronyms.
    case notDocument(line: Int)
  }

  private struct Identity: Hashable {
    var name: String
    var digest: UInt64
  }

  private var documents: [Identity: (line: [UInt8], observations: DocumentObservations)] = [:]
  private let builder: GlossaryBuilder
  /// Whether lines are kept, which only another partial glossary needs.
  private let keepsLines: Bool

  /// A partial glossary without documents.
  ///
  /// - Parameters:
  ///   - builder: what observes documents.
  ///   - keepsLines: whether it is to be written as a partial glossary again.
  public init(builder: GlossaryBuilder, keepsLines: Bool) {
    self.builder = builder
    self.keepsLines = keepsLines
  }

  /// How many documents it has.
  public var count: Int { documents.count }

  /// The names of documents that were added in versions that differ, which all count, in natural order.
  public var versions: [String] {
    Dictionary(grouping: documents.keys, by: \.name).filter { $0.value.count > 1 }.keys.sorted(
      by: NaturalOrder.precedes)
  }

  /// Adds a document.
  public mutating func add(_ analysis: DocumentAnalysis) { add(builder.observe(analysis), of: analysis) }

  /// Adds documents; all cores work.
  public mutating func add(_ analyses: [DocumentAnalysis]) {
    for (observations, analysis) in zip(builder.observe(analyses), analyses) { add(observations, of: analysis) }
  }

  private mutating func add(_ observations: DocumentObservations, of analysis: DocumentAnalysis) {
    let identity = Identity(name: observations.name, digest: observations.digest)
    if let other = documents[identity], other.observations.hasPlaces || !observations.hasPlaces { return }
    documents[identity] = (keepsLines ? analysis.partialLine : [], observations)
  }

  /// Adds the documents of a file: a document a line, or one that is spread over lines.
  ///
  /// - Parameter bytes: the file, in UTF-8.
  /// - Throws: `Failure`; nothing of the file is added then.
  public mutating func add(file bytes: [UInt8]) throws(Failure) {
    if let json = try? JSONValue(parsing: bytes) {
      guard let analysis = DocumentAnalysis(json: json) else { throw .notDocument(line: 1) }
      return add(analysis)
    }
    var analyses: [DocumentAnalysis] = []
    for (k, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let json = try? JSONValue(parsing: Array(line)) else { throw .notJSON(line: k + 1) }
      guard let analysis = DocumentAnalysis(json: json) else { throw .notDocument(line: k + 1) }
      analyses.append(analysis)
    }
    add(analyses)
  }

  /// The glossary of all documents.
  public func glossary() -> Glossary { builder.glossary(of: documents.values.map(\.observations)) }

  /// The file.
  public func bytes() -> [UInt8] {
    let sorted = documents.sorted { a, b in
      a.key.name == b.key.name ? a.key.digest < b.key.digest : NaturalOrder.precedes(a.key.name, b.key.name)
    }
    return sorted.flatMap(\.value.line)
  }
}

extension DocumentAnalysis {
  /// The document as a line of a partial glossary.
  fileprivate var partialLine: [UInt8] {
    var members: [JSONValue.Member] = [.init("id", .string(name))] + jsonMembers()
    if sentences.values.contains(where: { $0.contains { !$0.range.isEmpty } }) {
      let ranges = Language.allCases.map { language in
        JSONValue.Member(
          language.tag,
          .array(
            sentences[language].map { .array([.integer($0.range.lowerBound), .integer($0.range.upperBound)]) }))
      }
      members.append(.init("ranges", .object(ranges)))
    }
    var line: [UInt8] = []
    JSONValue.object(members).write(to: &line)
    return line + [0x0A]
  }
}
