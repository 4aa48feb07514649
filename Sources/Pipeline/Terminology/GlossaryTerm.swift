/// One name of a concept in one language.
public struct GlossaryTerm: Hashable, Sendable {
  /// What sort of name it is; the raw values are those of TBX-Basic's `termType`, and "term" for one without a type.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A word or phrase.
    case term
    /// An acronym.
    case acronym
    /// What an acronym stands for.
    case fullForm
  }

  /// Whether it should be used.
  public enum Usage: String, Hashable, Sendable, CaseIterable {
    /// The one to use.
    case preferred
    /// One that may be used.
    case admitted
    /// One that should not be used any more.
    case deprecated
  }

  /// A form as printed and how often it stands somewhere.
  public struct Printed: Hashable, Sendable {
    /// The form.
    public var text: String
    /// How often it is printed.
    public var count: Int

    /// A printed form.
    public init(_ text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// The name in dictionary form.
  public var text: String
  /// What sort of name it is.
  public var form: Form
  /// Whether it should be used; nil where nobody has said.
  public var usage: Usage?
  /// The forms as printed, most frequent first.
  public var printed: [Printed]

  /// A name.
  public init(_ text: String, form: Form = .term, usage: Usage? = nil, printed: [Printed] = []) {
    self.text = text
    self.form = form
    self.usage = usage
    self.printed = printed
  }

  /// How often it is printed in any form.
  public var count: Int { printed.reduce(0) { $0 + $1.count } }
}
