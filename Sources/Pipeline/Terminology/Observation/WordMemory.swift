/// What was worked out of words, for texts in which words come again.
struct WordMemory<Value> {
  /// More words than this are forgotten all at once, so that memory does not grow with the texts.
  private static var most: Int { 1 << 16 }

  private var words = TokenTable()
  private var values: [Value] = []

  /// What is known of a word, or what `work` makes of it now.
  mutating func value(of word: [UInt8], _ work: ([UInt8]) -> Value) -> Value {
    if values.count == Self.most {
      words = TokenTable()
      values.removeAll(keepingCapacity: true)
    }
    let number = Int(words.number(of: word, kind: .word))
    if number < values.count { return values[number] }
    let value = work(word)
    values.append(value)
    return value
  }
}
