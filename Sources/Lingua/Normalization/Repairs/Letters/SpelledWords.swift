/// How well known the words are that letters make.
struct SpelledWords {
  private let words: KnownWords
  private var bytes: [UInt8] = []

  init(_ words: KnownWords) { self.words = words }

  /// The frequency of a word in lower case in Kazakh or Russian, whichever is higher; 0 where neither has it.
  mutating func cyrillic(_ letters: some Collection<UInt32>) -> Int {
    write(letters)
    return max(frequency(.kk), frequency(.ru))
  }

  /// The frequency of a word in lower case in English; 0 where it has none.
  mutating func latin(_ letters: some Collection<UInt32>) -> Int {
    write(letters)
    return frequency(.en)
  }

  private func frequency(_ language: Language) -> Int {
    bytes.withUnsafeBufferPointer { words.frequency(of: $0, in: language) }
  }

  private mutating func write(_ letters: some Collection<UInt32>) {
    bytes.removeAll(keepingCapacity: true)
    for letter in letters { bytes.append(contentsOf: UTF8.encode(Unicode.Scalar(replacingInvalid: letter)) ?? .init()) }
  }
}
