/// What kind of text is repaired.
public enum NormalizationProfile: String, Hashable, Sendable, CaseIterable {
  /// What is safe on any text and decided by a character and its neighbours (`Normalizer`): line endings, byte-order
  /// marks, stray controls, odd blanks, soft hyphens, zero-width characters, decomposed letters, presentation ligatures.
  case text
  /// What scanning and PDF extraction did, decided by the whole document (`ScanNormalizer`).
  case scan
}

extension LocalScan {
  /// The repairs of any text.
  static let text = LocalScan([
    LineEndings(), StrayControls(), Blanks(), SoftHyphens(), ByteOrderMarks(), ZeroWidths(), Ligatures(),
  ])

  /// The same for a document whose pages are still to be looked at, but for the rules that are switched off.
  static func pages(without: Set<EditRule>) -> LocalScan {
    let repairs: [any LocalRepair] = [
      LineEndings(keepsPages: true), StrayControls(), Blanks(), SoftHyphens(), ByteOrderMarks(), ZeroWidths(),
      Ligatures(),
    ]
    return LocalScan(repairs.filter { !without.contains($0.rule) }, composes: !without.contains(Composition().rule))
  }
}
