/// Maps the inflected forms of a word to one string that they share.
public protocol Stemmer: Sendable {
  /// The stem of a word that is already case-folded and in NFC.
  func stem(_ word: String) -> String
}

/// Cuts words after their first letters: crude, language-independent, and strong evidence in alignment.
///
/// Four letters scored best on Kazakh, Russian and English parallel text when compared with longer prefixes and with
/// suffix lists.
public struct PrefixStemmer: Stemmer {
  /// How many letters are kept. The default is 4.
  public var length: Int

  /// A stemmer that keeps `length` letters.
  public init(length: Int = 4) { self.length = length }

  /// The first letters of the word.
  public func stem(_ word: String) -> String { String(String.UnicodeScalarView(word.unicodeScalars.prefix(length))) }
}
