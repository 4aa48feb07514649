/// What was changed in a batch of texts, and how often, by rule, with some examples.
///
/// Texts are added in the order of the inputs; the report is then the same however many workers there were.
public struct ChangeReport: Sendable {
  /// How a report is written.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// One object: totals, and an element a rule with its examples.
    case json
    /// A row a rule with its counts.
    case tsv
    /// One page that loads nothing, with before and after of each example.
    case html
  }

  /// A change and the text that it was made in.
  struct Example: Hashable, Sendable {
    var document: String
    var change: ChangeExample
  }

  /// What one rule did.
  struct Rule: Hashable, Sendable {
    var name: String
    var count = 0
    var documents = 0
    var examples: [Example] = []
  }

  /// How many examples a rule has.
  public static let examplesPerRule = 6

  private var rules: [String: Rule] = [:]
  private(set) var documents = 0
  private(set) var changed = 0
  let toolVersion: String

  /// A report of no texts yet.
  ///
  /// - Parameter toolVersion: the program's version, for the page's head.
  public init(toolVersion: String) { self.toolVersion = toolVersion }

  /// Whether examples of a text with these changes would be taken.
  public func needsExamples(_ counts: [String: Int]) -> Bool {
    counts.keys.contains { (rules[$0]?.examples.count ?? 0) < Self.examplesPerRule }
  }

  /// Adds the changes of the next text.
  public mutating func add(_ changes: ChangeRecorder.Changes, document: String) {
    documents += 1
    if !changes.counts.isEmpty { changed += 1 }
    for (name, count) in changes.counts {
      var rule = rules[name] ?? Rule(name: name)
      rule.count += count
      rule.documents += 1
      let room = max(0, Self.examplesPerRule - rule.examples.count)
      rule.examples += changes.examples[name, default: []].prefix(room).map {
        Example(document: document, change: $0)
      }
      rules[name] = rule
    }
  }

  /// The rules by how often they changed something, the most frequent first.
  var sortedRules: [Rule] { rules.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) } }

  /// The bytes of the report.
  ///
  /// - Throws: `ExportError` when a template of the page cannot be read.
  public func bytes(_ format: Format) throws(ExportError) -> [UInt8] {
    var output: [UInt8] = []
    switch format {
    case .json: json.writeIndented(to: &output)
    case .tsv:
      var table = TabSeparated(columns: ["rule", "changes", "documents"])
      table.header(to: &output)
      for rule in sortedRules { table.row([rule.name, String(rule.count), String(rule.documents)], to: &output) }
    case .html: output += try ChangePage(self).html.utf8
    }
    return output
  }

  private var json: JSONValue {
    .object([
      .init("documents", .integer(documents)), .init("changed", .integer(changed)),
      .init("changes", .integer(rules.values.reduce(0) { $0 + $1.count })),
      .init("rules", .array(sortedRules.map(\.json))),
    ])
  }
}

extension ChangeReport.Rule {
  fileprivate var json: JSONValue {
    .object([
      .init("rule", .string(name)), .init("changes", .integer(count)), .init("documents", .integer(documents)),
      .init("examples", .array(examples.map(\.json))),
    ])
  }
}

extension ChangeReport.Example {
  fileprivate var json: JSONValue {
    .object([
      .init("document", .string(document)), .init("offset", .integer(change.offset)),
      .init("before", .string(change.before.text)), .init("after", .string(change.after.text)),
    ])
  }
}
