/// The local repairs of a profile, fused into one pass over the bytes.
///
/// A table of 256 entries says by its first byte whether a character may interest anybody; most text costs a look-up a
/// byte and no more. A second table of the characters up to U+FFFF says whom.
struct LocalScan: Sendable {
  /// How far, in bytes, a local repair may look.
  static let reach = 64
  /// How far in characters, so that four-byte characters fit.
  static let reachInCharacters = 14

  /// A change and its place in the scanned buffer.
  struct PlacedChange {
    var start: Int
    var count: Int
    var repair: UInt8
    var replacement: ShortText
  }

  // Stands for composition where a change names its repair.
  private static let compositionIndex: UInt8 = 0xFE

  private enum Owner {
    static let nobody: UInt8 = 0
    static let composition: UInt8 = 0xFF
  }

  let repairs: [any LocalRepair]
  private let composes: Bool
  private let leads: [UInt8]
  private let owners: [UInt8]
  // Whether the wide test below covers all bytes that the table marks.
  private let isQuick: Bool

  /// A scan for some repairs, and for composition unless it is told not to.
  init(_ repairs: [any LocalRepair], composes: Bool = true) {
    var owners = [UInt8](repeating: Owner.nobody, count: 0x10000)
    if composes { Composition().forEachSuspect { owners[Int($0)] = Owner.composition } }
    for (index, repair) in repairs.enumerated() {
      for range in repair.characters {
        for value in range { owners[Int(value)] = UInt8(index + 1) }
      }
    }
    var leads = [UInt8](repeating: 0, count: 256)
    for value in 0..<0x10000 where owners[value] != Owner.nobody && !(0xD800..<0xE000).contains(value) {
      switch value {
      case 0..<0x80: leads[value] = 1
      case 0..<0x800: leads[0xC0 | value >> 6] = 1
      default: leads[0xE0 | value >> 12] = 1
      }
    }
    for lead in 0xF0...0xF4 { leads[lead] = 1 }
    // The lead byte of қ ғ ң ү ұ һ has five marks, U+0483–0487, all of one combining class: they can be out of order only
    // beside a mark of another lead byte, which is looked at.
    if owners[0x480..<0x4C0].allSatisfy({ $0 == Owner.nobody || $0 == Owner.composition }) { leads[0xD2] = 0 }
    isQuick = leads.indices.allSatisfy { leads[$0] == 0 || Self.quick(UInt8($0)) != 0 }
    self.repairs = repairs
    self.composes = composes
    self.leads = leads
    self.owners = owners
  }

  /// Appends the changes of `text[start..<end]` to `changes`, in order.
  ///
  /// - Returns: where the first character stands that may not be in NFC.
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, changes: inout [PlacedChange]
  ) -> Int? {
    leads.withUnsafeBufferPointer { leads in
      owners.withUnsafeBufferPointer { owners in
        var suspect: Int?
        var changedTo = start
        var i = start
        while i < end {
          if isQuick { i = Self.passQuick(text, from: i, to: end) }
          // Eight bytes at a time while nobody is interested.
          let stop = min(end, i + 256)
          while i + 8 <= stop {
            let a = leads[Int(text[i])] | leads[Int(text[i + 1])] | leads[Int(text[i + 2])] | leads[Int(text[i + 3])]
            let b =
              leads[Int(text[i + 4])] | leads[Int(text[i + 5])] | leads[Int(text[i + 6])] | leads[Int(text[i + 7])]
            if a | b != 0 { break }
            i += 8
          }
          if i + 8 > stop, stop < end { continue }
          while i < end, leads[Int(text[i])] == 0 { i += 1 }
          if i >= end { break }
          let (value, count) = text.scalar(at: i)
          let owner = value < 0x10000 ? owners[Int(value)] : composes ? Owner.composition : Owner.nobody
          if owner == Owner.nobody {
            i += count
          } else if owner == Owner.composition {
            if let change = composition(of: value, at: i, floor: max(start, changedTo), in: text, owners) {
              changes.append(change)
              changedTo = i + count
            } else if suspect == nil {
              suspect = i
            }
            i += count
          } else if let change = repairs[Int(owner) - 1].change(at: i, in: text) {
            changes.append(
              PlacedChange(start: i, count: change.count, repair: owner - 1, replacement: change.replacement))
            i += change.count
            changedTo = i
          } else {
            i += count
          }
        }
        return suspect
      }
    }
  }

  /// Composes a mark with the letter before it where that is all there is to do: a pair that is known, and nothing behind
  /// it that combines or that a repair may take away.
  private func composition(
    of mark: UInt32, at position: Int, floor: Int, in text: UnsafeBufferPointer<UInt8>,
    _ owners: UnsafeBufferPointer<UInt8>
  ) -> PlacedChange? {
    guard mark == 0x306 || mark == 0x308, position - 2 >= floor else { return nil }
    let base = text.scalar(at: position - 2).value
    guard let letter = Composition.commonLetter(base: base, mark: mark) else { return nil }
    if position + 2 < text.count {
      let next = text.scalar(at: position + 2).value
      guard next < 0x10000, owners[Int(next)] == Owner.nobody else { return nil }
    }
    return PlacedChange(start: position - 2, count: 4, repair: Self.compositionIndex, replacement: letter)
  }

  /// The rules of the repairs, and composition's.
  var rules: [EditRule] { repairs.map(\.rule) + (composes ? [Composition().rule] : []) }

  /// The rule that made a change.
  func rule(of change: PlacedChange) -> EditRule {
    change.repair == Self.compositionIndex ? Composition().rule : repairs[Int(change.repair)].rule
  }

  /// Whether a byte may interest anybody, by a test that the compiler can make sixteen bytes wide. It takes in more than
  /// the table does.
  @inline(__always)
  private static func quick(_ byte: UInt8) -> UInt8 {
    let isControl: UInt8 = (byte < 0x20 ? 1 : 0) & (byte &- 9 > 1 ? 1 : 0)
    let isMark: UInt8 = byte &- 0xCC < 3 ? 1 : 0
    return isControl | isMark | (byte == 0x7F ? 1 : 0) | (byte == 0xC2 ? 1 : 0) | (byte >= 0xD6 ? 1 : 0)
  }

  /// Passes over blocks that interest nobody.
  @inline(__always)
  private static func passQuick(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var i = start
    while i + 64 <= end {
      var found: UInt8 = 0
      for k in 0..<64 { found |= quick(text[i &+ k]) }
      if found != 0 { break }
      i += 64
    }
    return i
  }

  /// Whether a character begins something new: no repair looks at it, and nothing before it combines with it.
  private func isFresh(_ value: UInt32) -> Bool {
    if value >= 0x10000 { return Composition.canCut(before: value) }
    let owner = owners[Int(value)]
    if owner == Owner.nobody { return true }
    return owner == Owner.composition && value >= 0x3400 && Composition.canCut(before: value)
  }

  /// The last fresh character at or before `position`, not before `floor`.
  func freshStart(atOrBefore position: Int, floor: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var position = position
    while position > floor {
      if isFresh(text.scalar(at: position).value) { return position }
      guard let previous = text.start(ofScalarBefore: position) else { break }
      position = max(previous, floor)
    }
    return floor
  }

  /// The last place after `floor` where the text can be cut so that both parts, repaired alone with the end of the
  /// first in sight, give what the whole gives; nil where there is none.
  func cut(_ text: UnsafeBufferPointer<UInt8>, after floor: Int) -> Int? {
    var position = text.count
    while let start = text.start(ofScalarBefore: position), start > floor {
      position = start
      guard start + UnsafeBufferPointer<UInt8>.length(ofLead: text[start]) <= text.count else { continue }
      let byte = text[start]
      guard byte > 0x20, byte & 0xC0 != 0x80, isFresh(text.scalar(at: start).value) else { continue }
      if isSettled(before: start, in: text) { return start }
    }
    return nil
  }

  /// Whether what stands before `position` needs nothing of what follows.
  private func isSettled(before position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !hasDirectionMark(before: position, in: text), let start = text.start(ofScalarBefore: position) else {
      return false
    }
    let value = text.scalar(at: start).value
    // A letter or a sign ends the look of the repairs that pass over blanks.
    if value > 0x20, value >= 0x10000 || owners[Int(value)] == Owner.nobody || owners[Int(value)] == Owner.composition {
      return true
    }
    // Blanks without end: far enough from anything that looks across them.
    return position >= Self.reach && !hasWideLook(before: position, in: text)
  }

  /// Whether a mark of direction, which looks across words, stands within reach.
  private func hasDirectionMark(before position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = max(0, position - Self.reach)
    while i + 1 < position {
      let lead = text[i]
      if lead == 0xE2 && (text[i + 1] == 0x80 || text[i + 1] == 0x81) || lead == 0xD8 && text[i + 1] == 0x9C {
        switch text.scalar(at: i).value {
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: return true
        default: break
        }
      }
      i += 1
    }
    return false
  }

  /// Whether a character that looks across blanks stands within reach.
  private func hasWideLook(before position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = max(0, position - Self.reach)
    while i < position {
      if text[i] >= 0xC2 {
        let value = text.scalar(at: i).value
        if value == 0xAD || (0x200B...0x200F).contains(value) { return true }
      }
      i += 1
    }
    return false
  }
}
