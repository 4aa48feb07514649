/// What a repair of a document may ask beside its text.
struct RepairContext: Sendable {
  /// What the whole text shows.
  let diagnosis: Diagnosis
  /// The words that are known.
  let words: KnownWords
  /// The rules that a user has switched off.
  let disabled: Set<EditRule>

  /// Whether a rule may make edits.
  func isOn(_ rule: EditRule) -> Bool { !disabled.contains(rule) }
}
