/// A list of repairs for one kind of text.
public enum NormalizationProfile: String, Hashable, Sendable, CaseIterable {
  /// What is safe on any text: line endings, byte-order marks, stray controls, odd blanks, soft hyphens, zero-width
  /// characters, decomposed letters, presentation ligatures.
  case text

  /// The repairs that run in one scan, before composition.
  var scan: LocalScan {
    switch self {
    case .text: Self.textScan
    }
  }

  /// The repairs of the whole text that follow, in this order.
  var documentRepairs: [any DocumentRepair] {
    switch self {
    case .text: []
    }
  }

  private static let textScan = LocalScan([
    LineEndings(), StrayControls(), Blanks(), SoftHyphens(), ByteOrderMarks(), ZeroWidths(), Ligatures(),
  ])
}
