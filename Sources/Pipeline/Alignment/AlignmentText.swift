internal import Lingua

/// The sentences of one language as the aligner sees them: numbered word types and lengths.
struct AlignmentText: Sendable {
  let language: Language
  /// The distinct words, numbers and signs.
  private(set) var types = TokenTable()
  /// The types of the words, numbers and signs in their order.
  private(set) var words: [Int32] = []
  /// Where the words of each sentence begin; one more than there are sentences.
  private(set) var starts: [Int32] = [0]
  /// The characters of each sentence that are no blanks.
  private(set) var lengths: [Float] = []
  /// How often each type occurs in the text; in a stretch still how often in the whole text.
  private(set) var frequencies: [Float] = []
  /// How many words, numbers and signs the text has; in a stretch still those of the whole text.
  private(set) var total: Float = 0

  /// How many sentences there are.
  var count: Int { lengths.count }

  /// Beyond this many words a sentence has shown enough of itself.
  private static let limit = 4000

  init(_ sentences: [String], _ language: Language, numbers: NumberLexicon) {
    self.language = language
    lengths.reserveCapacity(sentences.count)
    var scanner = TokenScanner()
    var phrases = NumberPhrases(numbers, language)
    for sentence in sentences {
      // A text that ICU cannot normalise is taken as it is.
      let text = (try? normalize(sentence)) ?? sentence
      let length = scanner.scan(text, limit: Self.limit) { kind, codes, join in
        // An initial is a word as long as nothing else is known of it.
        let type = types.number(of: codes, kind: kind == .initial ? .word : kind)
        phrases.append(type, codes, kind, join)
      }
      phrases.close(&types, into: &words)
      lengths.append(Float(length))
      starts.append(Int32(words.count))
    }
    frequencies = Array(repeating: 0, count: types.count)
    for type in words { frequencies[Int(type)] += 1 }
    total = Float(words.count)
  }

  private init(_ language: Language) { self.language = language }

  /// Where a sentence's words stand.
  func range(_ sentence: Int) -> Range<Int> { Int(starts[sentence])..<Int(starts[sentence + 1]) }

  /// How many words, numbers and signs a sentence has.
  func wordCount(_ sentence: Int) -> Int { Int(starts[sentence + 1] - starts[sentence]) }
}

extension AlignmentText {
  /// The types that some sentences have, ascending.
  func types(in sentences: Range<Int>) -> [Int32] {
    var found = words[Int(starts[sentences.lowerBound])..<Int(starts[sentences.upperBound])].sorted()
    var count = 0
    for type in found where count == 0 || found[count - 1] != type {
      found[count] = type
      count += 1
    }
    found.removeLast(found.count - count)
    return found
  }

  /// Some sentences as a text of their own, whose types are numbered anew in the same order.
  ///
  /// - Parameters:
  ///   - sentences: which.
  ///   - kept: what `types(in:)` says of them.
  func stretch(_ sentences: Range<Int>, types kept: [Int32]) -> AlignmentText {
    var result = AlignmentText(language)
    for type in kept { _ = result.types.number(of: types.codes(Int(type)), kind: types.kind(Int(type))) }
    result.frequencies = kept.map { frequencies[Int($0)] }
    result.total = total
    let begin = starts[sentences.lowerBound]
    result.starts = starts[sentences.lowerBound...sentences.upperBound].map { $0 - begin }
    result.lengths = Array(lengths[sentences])
    result.words = words[Int(begin)..<Int(starts[sentences.upperBound])].map { type in
      var low = 0
      var high = kept.count
      while low < high {
        let middle = (low + high) / 2
        if kept[middle] < type { low = middle + 1 } else { high = middle }
      }
      return Int32(low)
    }
    return result
  }
}
