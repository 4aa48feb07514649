internal import Lingua

/// The sentences of one language as the aligner sees them: numbered word types and lengths.
struct AlignmentText: Sendable {
  /// A word type and how often a sentence has it.
  struct Occurrence: Sendable {
    var type: Int32
    var count: Float
  }

  let language: Language
  /// The distinct words, numbers and signs.
  private(set) var types = TokenTable()
  private(set) var occurrences: [Occurrence] = []
  /// Where the occurrences of each sentence begin; one more than there are sentences.
  private(set) var starts: [Int32] = [0]
  /// The words, numbers and signs of each sentence.
  private(set) var tokens: [Float] = []
  /// The characters of each sentence that are no blanks.
  private(set) var lengths: [Float] = []
  /// How often each type occurs in the text.
  private(set) var frequencies: [Float] = []

  /// How many sentences there are.
  var count: Int { lengths.count }

  /// Beyond this many words a sentence has shown enough of itself.
  private static let limit = 4000

  init(_ sentences: [String], _ language: Language, numbers: NumberLexicon) {
    self.language = language
    lengths.reserveCapacity(sentences.count)
    var scanner = TokenScanner()
    var phrases = NumberPhrases(numbers, language)
    var found: [Int32] = []
    for sentence in sentences {
      found.removeAll(keepingCapacity: true)
      // A text that ICU cannot normalise is taken as it is.
      let text = (try? normalize(sentence)) ?? sentence
      let length = scanner.scan(text, limit: Self.limit) { kind, codes, join in
        // An initial is a word as long as nothing else is known of it.
        let type = types.number(of: codes, kind: kind == .initial ? .word : kind)
        phrases.append(type, codes, kind, join)
      }
      phrases.close(&types, into: &found)
      lengths.append(Float(length))
      tokens.append(Float(found.count))
      found.sort()
      frequencies.append(contentsOf: repeatElement(0, count: types.count - frequencies.count))
      for type in found {
        frequencies[Int(type)] += 1
        if let last = occurrences.indices.last, last >= Int(starts[starts.count - 1]),
          occurrences[last].type == type
        {
          occurrences[last].count += 1
        } else {
          occurrences.append(Occurrence(type: type, count: 1))
        }
      }
      starts.append(Int32(occurrences.count))
    }
  }

  /// Where a sentence's occurrences stand.
  func range(_ sentence: Int) -> Range<Int> { Int(starts[sentence])..<Int(starts[sentence + 1]) }
}
