internal import CStemmer

/// Russian and English stems by Snowball's algorithms, from the system's libstemmer.
///
/// The library's handle holds the word that it works on: one task, one stemmer. Opening one costs less than a
/// microsecond. Where the library lacks the algorithm, which no distribution's does, words come back folded and whole.
public struct SnowballStemmer: ~Copyable, Stemmer, Sendable {
  // One value owns it, and only mutating methods use it.
  nonisolated(unsafe) private let handle: OpaquePointer?
  private var folded: [UInt8] = []

  /// Snowball's "russian" algorithm; ё is е before it begins.
  public static func russian() -> SnowballStemmer { SnowballStemmer("russian") }
  /// Snowball's "english" algorithm, also known as Porter 2.
  public static func english() -> SnowballStemmer { SnowballStemmer("english") }

  private init(_ algorithm: String) { handle = sb_stemmer_new(algorithm, "UTF_8") }

  deinit { sb_stemmer_delete(handle) }

  /// Words longer than this many bytes are none; they come back folded and whole.
  private static let longest = 4096

  /// Appends the stem of one word; see `Stemmer`.
  ///
  /// - Parameters:
  ///   - word: one word in UTF-8, in any letter case, composed or not.
  ///   - output: takes the stem in UTF-8.
  public mutating func append(stemOf word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    WordFold.append(word, to: &folded)
    append(stemOfFolded: &output)
  }

  private mutating func append(stemOfFolded output: inout [UInt8]) {
    // The library's UTF-8 reader trusts its input; bytes that are none stay away from it.
    guard let handle, folded.count <= Self.longest, isUTF8(folded) else {
      output.append(contentsOf: folded)
      return
    }
    let stem = folded.withUnsafeBufferPointer { sb_stemmer_stem(handle, $0.baseAddress, Int32($0.count)) }
    guard let stem else {
      output.append(contentsOf: folded)
      return
    }
    output.append(contentsOf: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }

  /// Appends the stem of a word that is given as letter codes, as letter codes.
  mutating func append(stemOfCodes codes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    // A letter without a code of its own belongs to neither alphabet.
    guard codes.count <= Self.longest, LetterCode.appendText(of: codes, to: &folded), let handle else {
      output.append(contentsOf: codes)
      return
    }
    let stem = folded.withUnsafeBufferPointer { sb_stemmer_stem(handle, $0.baseAddress, Int32($0.count)) }
    guard let stem else {
      output.append(contentsOf: codes)
      return
    }
    let text = UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle)))
    var position = 0
    while position < text.count {
      let (value, count) = text.scalar(at: position)
      position += count
      _ = LetterCode.append(Unicode.Scalar(replacingInvalid: value), to: &output)
    }
  }

  private func isUTF8(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return (try? UTF8Span(validating: bytes.span)) != nil
  }
}
