/// A text with what all evidence says of its words; whole, or a stretch of one.
struct KeyedText: Sendable {
  var text: AlignmentText
  let learned: TranslationEvidence
  let keys: TypeKeys

  /// Some sentences with their own words; how usual a word is remains what the whole text says.
  func stretch(_ sentences: Range<Int>) -> KeyedText {
    if sentences == 0..<text.count { return self }
    let types = text.types(in: sentences)
    return KeyedText(
      text: text.stretch(sentences, types: types), learned: learned.stretch(types), keys: keys.stretch(types))
  }
}
