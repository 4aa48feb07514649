/// How much of a text a scheme knew.
public struct TransliterationCoverage: Hashable, Sendable {
  /// Whether any rule applied.
  public var hasRules = false
  /// How many letters of the script that is read have no rule and stayed as they were.
  public var unknownLetters = 0
  /// How many letters of other scripts were passed in the blocks before the one in which a rule first applied.
  public var foreignLetters = 0

  /// How many letters stayed that a person would miss: those without a rule, and all where no rule applied.
  public var lettersLeft: Int { unknownLetters + (hasRules ? 0 : foreignLetters) }
}

/// Transliterates a text that arrives in blocks, into buffers of the caller; memory does not grow with the text, and the
/// result does not depend on where the blocks are cut.
public struct TransliterationStream: Sendable {
  /// What was met so far.
  public private(set) var coverage = TransliterationCoverage()

  private var scan: TransliterationScan
  /// Does the work in place of the scan where escapes are written.
  private var writer: EscapeWriter?
  // The end of what is done, for rules that look back, and what is held back.
  private var work: [UInt8] = []
  private var contextCount = 0
  private var scratch: [UInt8] = []

  private static let blockSize = 65_536

  init(_ transliterator: Transliterator) {
    scan = TransliterationScan(transliterator.table, escaping: transliterator.escaping)
    if let back = transliterator.back { writer = EscapeWriter(forward: transliterator.table, back: back) }
  }

  /// Transliterates the next block of valid UTF-8, which may end inside a character, and appends what is ready.
  ///
  /// - Parameters:
  ///   - block: the bytes.
  ///   - output: receives the result as far as later blocks cannot change it.
  public mutating func append(_ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    if block.count >= Self.blockSize / 4 { return appendWhole(block, into: &output) }
    var start = 0
    while start < block.count {
      let held = work.count - contextCount
      let take = min(block.count - start, max(Self.blockSize - held, Self.blockSize / 2))
      work.append(contentsOf: UnsafeBufferPointer(rebasing: block[start..<start + take]))
      start += take
      guard work.count - contextCount >= Self.blockSize else { continue }
      let limit = work.withUnsafeBufferPointer { TransliterationScan.cut($0, at: $0.count - TransliterationScan.reach) }
      let end = work.withUnsafeBufferPointer { run($0, from: contextCount, to: limit, into: &output) }
      let kept = min(end, TransliterationScan.reach)
      work.removeSubrange(..<(end - kept))
      drop(end - kept)
      contextCount = kept
    }
  }

  /// As `append`, without a copy of the block but for its ends.
  private mutating func appendWhole(_ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    // First so much of the block that the rest of it has context enough of its own.
    let reach = TransliterationScan.reach
    let held = work.count
    work.append(contentsOf: UnsafeBufferPointer(rebasing: block[..<(2 * reach + Self.seam)]))
    var limit = work.withUnsafeBufferPointer { TransliterationScan.cut($0, at: held + reach + Self.seam) }
    var end = work.withUnsafeBufferPointer { run($0, from: contextCount, to: limit, into: &output) }
    drop(held)
    limit = TransliterationScan.cut(block, at: block.count - reach)
    end = run(block, from: end - held, to: limit, into: &output)
    let kept = min(end, reach)
    work.removeAll(keepingCapacity: true)
    work.append(contentsOf: UnsafeBufferPointer(rebasing: block[(end - kept)...]))
    drop(end - kept)
    contextCount = kept
  }

  private mutating func drop(_ count: Int) {
    scan.drop(count)
    writer?.drop(count)
  }

  // More than a cut goes back.
  private static let seam = 32

  /// Transliterates what was held back and ends the text.
  ///
  /// - Parameter output: receives the rest.
  public mutating func finish(into output: inout [UInt8]) {
    work.withUnsafeBufferPointer { _ = run($0, from: contextCount, to: $0.count, into: &output) }
    work.removeAll(keepingCapacity: true)
    contextCount = 0
    scan.reset()
    writer?.reset()
  }

  mutating func run(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, into output: inout [UInt8]
  ) -> Int {
    guard start < limit else { return start }
    let end =
      writer?.run(text, from: start, to: limit, into: &output)
      ?? scan.run(text, from: start, to: limit, scratch: &scratch, into: &output)
    coverage.hasRules = writer?.mapped ?? scan.mapped
    coverage.unknownLetters = writer?.stayed ?? scan.stayed
    if !coverage.hasRules { coverage.foreignLetters += foreignLetters(in: text, start..<end) }
    return end
  }

  private func foreignLetters(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let next = text.scalar(at: i)
      if LetterCase.shared.flags(next.value) & LetterCase.isLetter != 0,
        Script(of: Unicode.Scalar(replacingInvalid: next.value)) != scan.table.script
      {
        count += 1
      }
      i += next.count
    }
    return count
  }
}
