/// What is wrong with a document in HTML or XML, and where.
public struct MarkupDamage: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// It is not well formed; the parser's words, in English.
    case syntax(String)
    /// It ends within a page.
    case cutOff
    /// Its elements are nested more than 256 deep.
    case nesting
    /// It declares entities, as documents do that are made to exhaust memory.
    case entities
    /// An attribute is longer than 1 MB, or an element has more than 256.
    case attribute
    /// There was no memory for it.
    case memory
  }
  /// What is wrong.
  public var reason: Reason
  /// The line, from 1.
  public var line: Int
  /// The column in bytes, from 1.
  public var column: Int
  /// Whether reading stopped there; other damage was mended.
  public var isFatal: Bool

  /// Damage at a place.
  public init(reason: Reason, line: Int, column: Int, isFatal: Bool) {
    self.reason = reason
    self.line = line
    self.column = column
    self.isFatal = isFatal
  }
}
