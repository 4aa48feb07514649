/// What a word may be in a term.
struct TermWordTags: OptionSet, Sendable {
  let rawValue: UInt16

  /// No term has the word, but it has a meaning of its own that its translations share.
  static let stop = TermWordTags(rawValue: 1)
  /// A word of grammar: nothing is aligned with it.
  static let function = TermWordTags(rawValue: 2)
  static let noun = TermWordTags(rawValue: 4)
  static let adjective = TermWordTags(rawValue: 8)
  /// Neither a term by itself nor the head of one.
  static let weak = TermWordTags(rawValue: 16)
  /// No term by itself.
  static let plain = TermWordTags(rawValue: 32)
  /// A Kazakh word in a case that ends its phrase; a Russian one in a case that no modifier has.
  static let oblique = TermWordTags(rawValue: 64)
  /// A Kazakh word in a case that only a noun of action takes before it.
  static let object = TermWordTags(rawValue: 128)
  /// A noun of action.
  static let action = TermWordTags(rawValue: 256)
  /// A word that joins the parts of a phrase: "of", "of the".
  static let link = TermWordTags(rawValue: 512)
  /// A word that can only begin a phrase.
  static let initial = TermWordTags(rawValue: 1024)
  /// A punctuation mark or number stands before it.
  static let parted = TermWordTags(rawValue: 2048)
  /// A Russian word in a form that a dictionary has, a Kazakh one without a case.
  static let plainForm = TermWordTags(rawValue: 4096)
  /// An acronym, or another word that is no plain one.
  static let symbol = TermWordTags(rawValue: 8192)
  /// A Kazakh word with a possessive ending.
  static let possessed = TermWordTags(rawValue: 16384)
}
