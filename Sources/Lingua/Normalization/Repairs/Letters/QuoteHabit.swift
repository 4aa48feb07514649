/// Quotation marks by the document's own habit: << >> for « », and the one mark of a pair that another kind slipped in for.
struct QuoteHabit: DocumentRepair {
  static let rule = EditRule(rawValue: "quote")

  var rules: [EditRule] { [Self.rule] }

  // << and >> are signs of their own in texts of programmers, which are English.
  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.letters.cyrillicLetters > 0 }

  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let marks = QuoteMark.marks(in: text)
    if marks.isEmpty { return [] }
    let guillemets = marks.count { $0.kind == .open || $0.kind == .close }
    let stray = marks.count { $0.kind == .other }
    // Where two kinds are used, each is meant; one slip among many is one.
    let takesStray = guillemets >= 20 && stray * 20 <= guillemets
    var edits: [Edit] = []
    var start = 0
    while start < marks.count {
      var end = start + 1
      while end < marks.count, !marks[end].beginsParagraph { end += 1 }
      appendEdits(marks[start..<end], takesStray: takesStray, to: &edits)
      start = end
    }
    return edits
  }

  /// The edits of a paragraph.
  private func appendEdits(_ marks: ArraySlice<QuoteMark>, takesStray: Bool, to edits: inout [Edit]) {
    let doubled = marks.filter { $0.kind == .doubledOpen || $0.kind == .doubledClose }
    // Only pairs in their order: other doubled signs are shifts, redirections or broken tags.
    if doubled.count % 2 == 0, !doubled.isEmpty,
      doubled.enumerated().allSatisfy({ ($1.kind == .doubledOpen) == ($0 % 2 == 0) && $1.isFitting })
    {
      for mark in doubled {
        edits.append(
          Edit(
            rule: Self.rule, range: mark.range, replacement: mark.kind == .doubledOpen ? "«" : "»", confidence: 0.95))
      }
    }
    guard takesStray, doubled.isEmpty else { return }
    let others = marks.filter { $0.kind == .other }
    let opens = marks.count { $0.kind == .open }
    let closes = marks.count { $0.kind == .close }
    guard others.count == 1, let mark = others.first, abs(opens - closes) == 1 else { return }
    let closesPair = opens > closes
    let isRightSide = closesPair ? mark.isAfterWord && !mark.isBeforeWord : mark.isBeforeWord && !mark.isAfterWord
    // The mark's partner is the nearest one on its side.
    let index = marks.firstIndex { $0.range == mark.range } ?? marks.startIndex
    let partner = closesPair ? marks[..<index].last : marks[(index + 1)...].first
    guard isRightSide, partner?.kind == (closesPair ? .open : .close) else { return }
    edits.append(Edit(rule: Self.rule, range: mark.range, replacement: closesPair ? "»" : "«", confidence: 0.9))
  }
}
