/// Repairs a text that arrives in blocks, into buffers of the caller; memory does not grow with the text.
///
/// The result does not depend on where the blocks are cut: what a later block could still change is held back, as a
/// rule a few bytes. (Text that nowhere allows a cut, such as combining marks without end, is held as a whole.)
public struct NormalizationStream: Sendable {
  /// The edits so far, in UTF-8 offsets of the whole input; empty unless they were asked for. The caller may empty it.
  public var edits: [Edit] = []
  /// How many places were changed so far by repairs of a character; composition adds one for each stretch it changed.
  public private(set) var changeCount = 0

  private let scan: LocalScan
  private let records: Bool
  // The end of what was repaired, for repairs that look back, and what is held back.
  private var work: [UInt8] = []
  private var contextCount = 0
  // The offset of `work[0]` in the input.
  private var offset = 0
  private var changes: [LocalScan.PlacedChange] = []
  private var staged: [UInt8] = []
  private var scratch: [UInt8] = []

  // Blocks of this size stay in the second-level cache while they are scanned, composed and copied.
  private static let blockSize = 65_536

  /// A stream for the scan of a profile.
  ///
  /// - Parameter recordingEdits: whether `edits` is filled, which costs time and memory for each edit.
  init(scan: LocalScan, recordingEdits: Bool) {
    self.scan = scan
    records = recordingEdits
    work.reserveCapacity(Self.blockSize * 2)
  }

  /// Repairs the next block of valid UTF-8, which may end inside a character, and appends what is ready to `output`.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public mutating func append(
    _ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) throws(ICUError) {
    var start = 0
    while start < block.count {
      let held = work.count - contextCount
      let take = min(block.count - start, max(Self.blockSize - held, Self.blockSize / 2))
      let searched = work.count
      work.append(contentsOf: UnsafeBufferPointer(rebasing: block[start..<start + take]))
      start += take
      guard work.count - contextCount >= Self.blockSize else { continue }
      // What was searched before holds no cut, but for a character that was not complete.
      let floor = max(contextCount, held >= Self.blockSize ? searched - 4 : contextCount)
      guard let cut = work.withUnsafeBufferPointer({ scan.cut($0, after: floor) }) else { continue }
      try repair(to: cut, into: &output)
      let kept = min(cut, LocalScan.reach + 8)
      work.removeSubrange(..<(cut - kept))
      offset += cut - kept
      contextCount = kept
    }
  }

  /// Repairs what was held back and ends the text. The stream can then take another; `edits` and `changeCount` go on, and
  /// new edits are in offsets of the new text.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public mutating func finish(into output: inout [UInt8]) throws(ICUError) {
    try repair(to: work.count, into: &output)
    work.removeAll(keepingCapacity: true)
    contextCount = 0
    offset = 0
  }

  /// Repairs `work` from the end of the context to `end`, which is a cut or the end of the text.
  private mutating func repair(to end: Int, into output: inout [UInt8]) throws(ICUError) {
    changes.removeAll(keepingCapacity: true)
    let start = contextCount
    guard start < end else { return }
    let suspect = work.withUnsafeBufferPointer { scan.scan($0, from: start, to: end, changes: &changes) }
    changeCount += changes.count
    if changes.isEmpty, suspect == nil {
      work.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end])) }
      return
    }
    var local: [Edit] = []
    if records {
      local = changes.map {
        Edit(
          rule: scan.rule(of: $0), range: offset + $0.start..<offset + $0.start + $0.count,
          replacement: $0.replacement.string)
      }
    }
    guard let suspect else {
      work.withUnsafeBufferPointer { _ = emit($0, from: start, to: end, firstChange: 0, into: &output) }
      edits += local
      return
    }
    let fresh = compositionStart(before: suspect, floor: start)
    let outputStart = output.count
    let next = work.withUnsafeBufferPointer { emit($0, from: start, to: fresh, firstChange: 0, into: &output) }
    staged.removeAll(keepingCapacity: true)
    _ = work.withUnsafeBufferPointer { emit($0, from: fresh, to: end, firstChange: next, into: &staged) }
    if records {
      let shift = offset + start + output.count - outputStart
      let later = try compose(into: &output).map {
        Edit(
          rule: $0.rule, range: shift + $0.range.lowerBound..<shift + $0.range.upperBound, replacement: $0.replacement)
      }
      edits += local.composed(with: later)
    } else {
      let composedStart = output.count
      try staged.withUnsafeBufferPointer { (text) throws(ICUError) in
        try ICU.normalize(text, form: .nfc, scratch: &scratch, into: &output)
      }
      // Composition that changes something changes the length, or else bytes.
      if output.count - composedStart != staged.count || !output[composedStart...].elementsEqual(staged) {
        changeCount += 1
      }
    }
  }

  /// Where composition must begin so that nothing before it matters: a fresh character that no change took away.
  private func compositionStart(before suspect: Int, floor: Int) -> Int {
    work.withUnsafeBufferPointer { text in
      var fresh = scan.freshStart(atOrBefore: suspect, floor: floor, in: text)
      var k = changes.count
      while k > 0 {
        // The last change that begins before the place.
        if changes[k - 1].start < fresh {
          if changes[k - 1].start + changes[k - 1].count <= fresh { break }
          fresh = scan.freshStart(atOrBefore: changes[k - 1].start, floor: floor, in: text)
        }
        k -= 1
      }
      return fresh
    }
  }

  /// Composes `staged` and returns the edits in its offsets.
  private mutating func compose(into output: inout [UInt8]) throws(ICUError) -> [Edit] {
    let composedStart = output.count
    var found: [ICU.Change] = []
    try staged.withUnsafeBufferPointer { (text) throws(ICUError) in
      try ICU.normalize(text, form: .nfc, scratch: &scratch, into: &output, changes: &found)
    }
    var result: [Edit] = []
    for change in found {
      let written = output[composedStart + change.result.lowerBound..<composedStart + change.result.upperBound]
      // ICU also reports stretches that it took apart and put together again.
      if written.elementsEqual(staged[change.source]) { continue }
      result.append(
        Edit(
          rule: Composition().rule, range: change.source, replacement: String(decoding: written, as: UTF8.self)))
    }
    changeCount += result.count
    return result
  }

  /// Appends `text[start..<end]` with the changes in it from `firstChange` on, and returns the first that is not.
  private func emit(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, firstChange: Int, into output: inout [UInt8]
  ) -> Int {
    var position = start
    var k = firstChange
    while k < changes.count, changes[k].start < end {
      let change = changes[k]
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<change.start]))
      change.replacement.append(to: &output)
      position = change.start + change.count
      k += 1
    }
    if position < end { output.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<end])) }
    return k
  }
}
