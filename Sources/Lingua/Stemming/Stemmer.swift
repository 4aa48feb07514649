/// Cuts a word to what its inflected forms share, so that words can be compared whatever their endings.
///
/// A stem is a key, not a word: it need not be a dictionary form. The same word always has the same stem, no input
/// traps, and what is no word of the language comes back folded and whole.
public protocol Stemmer: ~Copyable {
  /// Appends the stem of one word.
  ///
  /// - Parameters:
  ///   - word: one word in UTF-8, in any letter case, composed or not. Malformed bytes do not trap.
  ///   - output: takes the stem in UTF-8: lower case, ё as е, without soft hyphens.
  mutating func append(stemOf word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8])
}

extension Stemmer where Self: ~Copyable {
  /// The stem of one word in any letter case.
  public mutating func stem(_ word: String) -> String {
    var word = word
    var output: [UInt8] = []
    word.withUTF8 { append(stemOf: $0, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }
}
