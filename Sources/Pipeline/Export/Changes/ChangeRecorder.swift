public import Lingua

/// Counts the changes of one text by rule while it goes by, and keeps some of them with the text around.
public struct ChangeRecorder: Sendable {
  /// The changes of one text.
  public struct Changes: Hashable, Sendable {
    /// How many changes each rule made. One that two rules made together counts for both.
    public var counts: [String: Int] = [:]
    /// The first changes of each rule, in their order; empty unless they were asked for.
    public var examples: [String: [ChangeExample]] = [:]

    /// No changes.
    public init() {}

    /// The counts as a JSON object, by rule in alphabetical order.
    public var json: JSONValue {
      .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })
    }
  }

  /// How many examples a rule has of one text: more would all be of one kind.
  static let examplesPerText = 2
  // What is kept of the text for examples, in bytes; a repair of the whole text may come late.
  private static let mostKept = 1 << 23

  /// The changes so far.
  public private(set) var changes = Changes()
  private let keepsExamples: Bool
  private var text: [UInt8] = []
  private var start = 0

  /// A recorder of one text.
  ///
  /// - Parameter keepsExamples: whether some changes are kept with the text around, for a report.
  public init(keepsExamples: Bool) { self.keepsExamples = keepsExamples }

  /// Takes the next bytes of the text, before what was changed in them.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard keepsExamples else { return }
    if text.count > Self.mostKept {
      let gone = text.count - Self.mostKept / 2
      text.removeFirst(gone)
      start += gone
    }
    text.append(contentsOf: bytes)
  }

  /// Takes the next changes, in UTF-8 offsets of the whole text.
  public mutating func add(_ edits: [Edit]) {
    var rule = ""
    var count = 0
    for (k, edit) in edits.enumerated() {
      // Neighbours are mostly of one rule, which is looked up once then.
      if edit.rule.rawValue != rule {
        flush(rule, count)
        rule = edit.rule.rawValue
        count = 0
      }
      count += 1
      if keepsExamples { keep(edits, k) }
    }
    flush(rule, count)
  }

  private mutating func flush(_ rule: String, _ count: Int) {
    guard count > 0 else { return }
    for name in rule.split(separator: "+") { changes.counts[String(name), default: 0] += count }
  }

  private mutating func keep(_ edits: [Edit], _ index: Int) {
    for name in edits[index].rule.rawValue.split(separator: "+").map(String.init)
    where changes.examples[name, default: []].count < Self.examplesPerText {
      if let example = ChangeExample(edits, at: index, in: text, startingAt: start) {
        changes.examples[name, default: []].append(example)
      }
    }
  }
}
