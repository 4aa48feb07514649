/// Why a JSON Lines record could not be answered.
public struct RecordError: Error, Hashable, Sendable {
  /// A short name of the reason: "bad-json", "missing-field", "bad-field", "failed".
  public var code: String
  /// What is wrong, in words for a person.
  public var message: String

  /// A reason.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
