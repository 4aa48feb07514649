/// One document as it was read: UTF-8 text, and what is known of where it came from.
public struct Document: Sendable {
  /// How the text is marked up.
  public enum Format: String, Hashable, Sendable {
    /// Plain text.
    case plain
    /// Markdown.
    case markdown
  }

  /// A name for it in results: the file's path, or the `id` of a JSON Lines record.
  public var name: String
  /// The text, valid UTF-8; all offsets of results are UTF-8 offsets in it.
  public var text: String
  /// How the text is marked up. The default is plain.
  public var format: Format

  /// A document that is already text.
  public init(name: String, text: String, format: Format = .plain) {
    self.name = name
    self.text = text
    self.format = format
  }
}
