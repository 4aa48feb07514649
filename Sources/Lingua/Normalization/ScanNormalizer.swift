/// Repairs what scanning, PDF extraction and bad typing did to a document. Repairing the result once more changes nothing.
///
/// The whole document is looked at first (`Diagnosis`); what it shows decides which repairs may run. Each repair works on
/// what the ones before it left, and all edits together are one list on the input.
public struct ScanNormalizer: Sendable {
  // As a rule the second round finds little and the third nothing.
  private static let mostRounds = 4

  private let disabled: Set<EditRule>
  private let words: KnownWords
  private let scan: LocalScan
  // On the text as it came, before stray controls go: they are letters that were read in a wrong encoding.
  private let rawRepairs: [any DocumentRepair]
  private let repairs: [any DocumentRepair]

  /// A normaliser.
  ///
  /// - Parameters:
  ///   - lexicons: where the tables of the repairs are.
  ///   - disabled: the rules that shall not run.
  ///   - footnotes: what becomes of footnotes. The default is to drop them.
  /// - Throws: `LexiconError` when a table is missing or broken.
  public init(
    lexicons: Lexicons = .embedded, without disabled: Set<EditRule> = [], footnotes: FootnoteHandling = .drop
  ) throws(LexiconError) {
    self.disabled = disabled
    words = try KnownWords(lexicons: lexicons)
    scan = .pages(without: disabled)
    rawRepairs = [try Mojibake(lexicons: lexicons)]
    repairs =
      try LayoutRepairs.all(lexicons: lexicons, footnotes: footnotes) + LetterRepairs.all(lexicons: lexicons)
      + [LostLetters(lexicons: lexicons, words: words)]
  }

  /// The rules of all repairs, in the order in which they run.
  public var rules: [EditRule] {
    rawRepairs.flatMap(\.rules) + scan.rules + repairs.flatMap(\.rules)
  }

  /// Returns the repaired text and its edits.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func normalize(_ text: String) throws(ICUError) -> NormalizedText {
    var output = Array(text.utf8)
    let edits = try normalize(&output, recordingEdits: true)
    return NormalizedText(text: edits.isEmpty ? text : String(decoding: output, as: UTF8.self), edits: edits)
  }

  /// Repairs a document in place.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - recordingEdits: whether the edits are returned; without them less is done.
  /// - Returns: the edits in UTF-8 offsets of the text as it came.
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func normalize(_ text: inout [UInt8], recordingEdits: Bool) throws(ICUError) -> [Edit] {
    var edits: [Edit] = []
    // What was misread as a whole says nothing yet.
    try apply(rawRepairs, to: &text, diagnosis: .nothing, recording: recordingEdits, to: &edits)
    let local = try scanned(&text, recordingEdits: recordingEdits)
    if recordingEdits { edits = edits.composed(with: local) }
    // What one repair mends lets others see more; a text that needed nothing is looked at once.
    for _ in 0..<Self.mostRounds {
      let before = text
      try apply(repairs, to: &text, diagnosis: Diagnosis(of: text), recording: recordingEdits, to: &edits)
      if text == before { break }
    }
    return edits
  }

  /// What a document shows before the repairs that look at all of it.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func diagnosis(of text: String) throws(ICUError) -> Diagnosis {
    var bytes = Array(text.utf8)
    var edits: [Edit] = []
    try apply(rawRepairs, to: &bytes, diagnosis: .nothing, recording: false, to: &edits)
    _ = try scanned(&bytes, recordingEdits: false)
    return Diagnosis(of: bytes)
  }

  /// The rules of those repairs that run on such a document.
  public func rules(for diagnosis: Diagnosis) -> [EditRule] {
    let running = (rawRepairs + repairs).filter { $0.runs(on: diagnosis) }
    return (running.flatMap(\.rules) + scan.rules).filter { !disabled.contains($0) }
  }

  private func scanned(_ text: inout [UInt8], recordingEdits: Bool) throws(ICUError) -> [Edit] {
    var stream = NormalizationStream(scan: scan, recordingEdits: recordingEdits)
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    try text.withUnsafeBufferPointer { (block) throws(ICUError) in try stream.append(block, into: &output) }
    try stream.finish(into: &output)
    text = output
    return stream.edits
  }

  private func apply(
    _ repairs: [any DocumentRepair], to text: inout [UInt8], diagnosis: Diagnosis, recording: Bool,
    to edits: inout [Edit]
  ) throws(ICUError) {
    let context = RepairContext(diagnosis: diagnosis, words: words, disabled: disabled)
    for repair in repairs where repair.runs(on: diagnosis) {
      if repair.rules.allSatisfy({ disabled.contains($0) }) { continue }
      let later = try text.withUnsafeBufferPointer { (bytes) throws(ICUError) in
        try repair.edits(of: bytes, context: context)
      }
      if later.isEmpty { continue }
      text = later.applied(to: text)
      if recording { edits = edits.composed(with: later) }
    }
  }
}
