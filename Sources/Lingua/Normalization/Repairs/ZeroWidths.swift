/// Removes characters without width: zero-width space and word joiner everywhere; joiners and the marks of direction
/// unless a character beside them needs them.
///
/// Joiners are kept in scripts that shape their letters by them (Arabic, the scripts of India, Mongolian …) and between
/// emoji; marks of direction beside letters that run from right to left. What was kept is kept again when the result is
/// repaired once more, because the characters that decide are letters, which no repair removes.
struct ZeroWidths: LocalRepair {
  let rule = EditRule(rawValue: "zero-width")
  let characters: [ClosedRange<UInt32>] = [
    0x061C...0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2060, 0x2066...0x2069,
  ]

  func change(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> LocalChange? {
    let (value, count) = text.scalar(at: position)
    let isNeeded =
      switch value {
      case 0x200B, 0x2060: false
      case 0x200C, 0x200D: joins(position, count, in: text, betweenEmoji: value == 0x200D)
      default: directs(position, count, in: text)
      }
    return isNeeded ? nil : LocalChange(count: count)
  }

  private func joins(
    _ position: Int, _ count: Int, in text: UnsafeBufferPointer<UInt8>, betweenEmoji: Bool
  ) -> Bool {
    let before = neighbour(before: position, in: text) { Self.isZeroWidth($0.value) || $0.isPassiveMark }
    let after = neighbour(after: position + count, in: text) { Self.isZeroWidth($0.value) }
    if let before, before.shapesByJoiners { return true }
    if let after, after.shapesByJoiners { return true }
    // A variation selector or a skin tone stands between an emoji and its joiner.
    guard betweenEmoji, let before, let after else { return false }
    return before.isEmoji && after.isEmoji
  }

  private func directs(_ position: Int, _ count: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    func isPassed(_ scalar: Unicode.Scalar) -> Bool {
      Self.isZeroWidth(scalar.value)
        || !scalar.isLetter && scalar.value >= 0x20 && scalar.value != 0x7F
          && !(0x80...0x9F).contains(scalar.value) && scalar.value != 0x2028 && scalar.value != 0x2029
    }
    if let before = neighbour(before: position, in: text, passing: isPassed), before.runsFromRight { return true }
    guard let after = neighbour(after: position + count, in: text, passing: isPassed) else { return false }
    return after.runsFromRight
  }

  private static func isZeroWidth(_ value: UInt32) -> Bool {
    switch value {
    case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069: true
    default: false
    }
  }

  private func neighbour(
    before end: Int, in text: UnsafeBufferPointer<UInt8>, passing: (Unicode.Scalar) -> Bool
  ) -> Unicode.Scalar? {
    var position = end
    var budget = LocalScan.reachInCharacters
    while budget > 0, let start = text.start(ofScalarBefore: position) {
      let scalar = Unicode.Scalar(replacingInvalid: text.scalar(at: start).value)
      // What NFC takes apart (Hebrew presentation forms, U+0344) costs what it will be: the way must not be longer
      // when the result is repaired once more.
      if !passing(scalar) { return (0xFB1D...0xFB4E).contains(scalar.value) && budget < 3 ? nil : scalar }
      budget -= scalar.value == 0x0344 ? 2 : 1
      position = start
    }
    return nil
  }

  private func neighbour(
    after start: Int, in text: UnsafeBufferPointer<UInt8>, passing: (Unicode.Scalar) -> Bool
  ) -> Unicode.Scalar? {
    var position = start
    var budget = LocalScan.reachInCharacters
    while budget > 0, position < text.count {
      let (value, count) = text.scalar(at: position)
      let scalar = Unicode.Scalar(replacingInvalid: value)
      if !passing(scalar) { return scalar }
      budget -= value == 0x0344 ? 2 : 1
      position += count
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// A mark that leaves the decision to its base. Any mark of a script that joins decides, wherever it stands among the
  /// others, because composition reorders marks.
  fileprivate var isPassiveMark: Bool { isMark && !shapesByJoiners && !isEmoji }

  /// Whether the script's letters change shape by U+200C and U+200D. Scripts that are known not to are named; for an
  /// unknown one the joiner stays.
  fileprivate var shapesByJoiners: Bool {
    guard value >= 0x0590, isLetter || isMark else { return false }
    switch Script(of: self).rawValue {
    case "Latn", "Cyrl", "Grek", "Armn", "Geor", "Hebr", "Hani", "Hira", "Kana", "Hang", "Bopo", "Zyyy", "Zinh",
      "Zzzz", "Copt", "Goth", "Glag", "Cher", "Ethi", "Ogam", "Runr":
      return false
    default: return true
    }
  }

  /// Whether the letter's script runs from right to left (UAX #9 classes R and AL).
  fileprivate var runsFromRight: Bool {
    guard value >= 0x0590, isLetter else { return false }
    switch Script(of: self).rawValue {
    case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Samr", "Mand", "Adlm", "Rohg", "Yezi", "Orkh", "Hung": return true
    default: return false
    }
  }

  /// The blocks of UTS #51's pictographs, with the selector, skin tones and tags that follow one.
  fileprivate var isEmoji: Bool {
    switch value {
    case 0x2190...0x21FF, 0x2300...0x23FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF,
      0xE0020...0xE007F:
      true
    default: false
    }
  }
}
