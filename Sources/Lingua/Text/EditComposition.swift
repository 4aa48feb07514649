extension Array where Element == Edit {
  /// The edits of this list followed by `later`, which were made on its output, as one list on the first input.
  ///
  /// Where a later edit touches what an earlier one wrote, or spans what it deleted, the two become one edit whose rule
  /// names both and whose confidence is the lower one. Both lists must be ordered and free of overlaps; the cost is linear.
  public func composed(with later: [Edit]) -> [Edit] {
    if isEmpty { return later }
    if later.isEmpty { return self }
    var result: [Edit] = []
    result.reserveCapacity(count + later.count)
    var shift = 0  // middle offset − input offset, after the first i edits
    var i = 0
    var j = 0

    /// Where an earlier edit's replacement lies in the middle text, given the shift before it.
    func middle(_ edit: Edit, _ shift: Int) -> Range<Int> {
      let lower = edit.range.lowerBound + shift
      return lower..<lower + edit.replacement.utf8.count
    }

    while i < count || j < later.count {
      guard j < later.count else {
        result += self[i...]
        break
      }
      guard i < count else {
        result += later[j...].map { $0.moved(by: -shift) }
        break
      }
      let written = middle(self[i], shift)
      if !meet(written, later[j].range) {
        if precedes(written, later[j].range) {
          result.append(self[i])
          shift += self[i].growth
          i += 1
        } else {
          result.append(later[j].moved(by: -shift))
          j += 1
        }
        continue
      }
      // A group of edits that hang together: each next one of either list that meets the last of the other.
      let firstEarlier = i
      let firstLater = j
      let groupShift = shift
      var lastWritten = written
      shift += self[i].growth
      i += 1
      j += 1
      while true {
        if i < count, meet(middle(self[i], shift), later[j - 1].range) {
          lastWritten = middle(self[i], shift)
          shift += self[i].growth
          i += 1
        } else if j < later.count, meet(lastWritten, later[j].range) {
          j += 1
        } else {
          break
        }
      }
      result.append(
        merged(self[firstEarlier..<i], later[firstLater..<j], shiftBefore: groupShift, shiftAfter: shift))
    }
    return result
  }

  /// One edit for a group of earlier and later edits that hang together.
  private func merged(
    _ earlier: ArraySlice<Edit>, _ later: ArraySlice<Edit>, shiftBefore: Int, shiftAfter: Int
  ) -> Edit {
    var text: [UInt8] = []
    var lower = Int.max
    var upper = Int.min
    var position = Int.min
    var next = later.startIndex
    var shift = shiftBefore
    // What an earlier edit wrote survives where no later one covers it.
    for edit in earlier {
      let bytes = Array<UInt8>(edit.replacement.utf8)
      let start = edit.range.lowerBound + shift
      shift += edit.growth
      lower = Swift.min(lower, edit.range.lowerBound)
      upper = Swift.max(upper, edit.range.upperBound)
      position = Swift.max(position, start)
      let end = start + bytes.count
      while next < later.endIndex, later[next].range.lowerBound <= end {
        let change = later[next]
        // At its end an insertion belongs to this edit only when nothing of the group follows there.
        if change.range.lowerBound > position {
          text += bytes[(position - start)..<(change.range.lowerBound - start)]
        }
        text += change.replacement.utf8
        position = Swift.max(position, change.range.upperBound)
        next += 1
      }
      if position < end {
        text += bytes[(position - start)...]
        position = end
      }
    }
    for change in later[next...] { text += change.replacement.utf8 }
    if let first = later.first { lower = Swift.min(lower, first.range.lowerBound - shiftBefore) }
    if let last = later.last { upper = Swift.max(upper, last.range.upperBound - shiftAfter) }
    var names: [String] = []
    for edit in Array<Edit>(earlier) + Array<Edit>(later) {
      for part in edit.rule.rawValue.split(separator: "+") where !names.contains(String(part)) {
        names.append(String(part))
      }
    }
    return Edit(
      rule: EditRule(rawValue: names.joined(separator: "+")), range: lower..<Swift.max(lower, upper),
      replacement: String(decoding: text, as: UTF8.self),
      confidence: (earlier.map(\.confidence) + later.map(\.confidence)).min() ?? 1)
  }
}

extension Edit {
  fileprivate func moved(by shift: Int) -> Edit {
    var edit = self
    edit.range = range.lowerBound + shift..<range.upperBound + shift
    return edit
  }
}

/// Whether an edit's result and a later edit cannot be told apart: they share a byte, one lies empty inside the other,
/// or both are empty at one place.
private func meet(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
  if a.isEmpty && b.isEmpty { return a.lowerBound == b.lowerBound }
  return max(a.lowerBound, b.lowerBound) < min(a.upperBound, b.upperBound)
    || a.isEmpty && b.lowerBound < a.lowerBound && a.lowerBound < b.upperBound
    || b.isEmpty && a.lowerBound < b.lowerBound && b.lowerBound < a.upperBound
}

/// Of two ranges that do not meet, whether the first stands before the second.
private func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
  a.upperBound <= b.lowerBound && !(b.isEmpty && !a.isEmpty && b.upperBound <= a.lowerBound)
}
