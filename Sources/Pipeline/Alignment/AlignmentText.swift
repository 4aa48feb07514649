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
  /// How often each type occurs in the text; in a stretch still how often in the whole text.
  private(set) var frequencies: [Float] = []
  /// How many words, numbers and signs the text has; in a stretch still those of the whole text.
  private(set) var total: Float = 0

  /// How many sentences there are.
  var count: Int { lengths.count }

  /// Beyond this many words a sentence has shown enough of itself.
  private static let limit = 4000

  init(_ sentences: [String], _ language: Language) {
    self.language = language
    lengths.reserveCapacity(sentences.count)
    var scanner = TokenScanner()
    var found: [Int32] = []
    for sentence in sentences {
      found.removeAll(keepingCapacity: true)
      // A text that ICU cannot normalise is taken as it is.
      let text = (try? normalize(sentence)) ?? sentence
      let length = scanner.scan(text, limit: Self.limit) { kind, codes in
        found.append(types.number(of: codes, kind: kind))
      }
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
    total = Float(tokens.reduce(0.0) { $0 + Double($1) })
  }

  private init(_ language: Language) { self.language = language }

  /// Where a sentence's occurrences stand.
  func range(_ sentence: Int) -> Range<Int> { Int(starts[sentence])..<Int(starts[sentence + 1]) }
}

extension AlignmentText {
  /// The types that some sentences have, ascending.
  func types(in sentences: Range<Int>) -> [Int32] {
    var found = occurrences[Int(starts[sentences.lowerBound])..<Int(starts[sentences.upperBound])].map(\.type)
    found.sort()
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
    result.tokens = Array(tokens[sentences])
    result.lengths = Array(lengths[sentences])
    let all = Int(begin)..<Int(starts[sentences.upperBound])
    result.occurrences.reserveCapacity(all.count)
    for sentence in sentences {
      // The types of a sentence ascend, so that each is looked for behind the one before it.
      var low = 0
      for occurrence in occurrences[range(sentence)] {
        var high = kept.count
        while low < high {
          let middle = (low + high) / 2
          if kept[middle] < occurrence.type { low = middle + 1 } else { high = middle }
        }
        result.occurrences.append(Occurrence(type: Int32(low), count: occurrence.count))
      }
    }
    return result
  }

  /// The same sentences in another order.
  ///
  /// - Parameter order: for each place the sentence that stands there.
  func rearranged(_ order: [Int]) -> AlignmentText {
    var result = self
    result.occurrences.removeAll(keepingCapacity: true)
    result.starts = [0]
    for sentence in order {
      result.occurrences.append(contentsOf: occurrences[range(sentence)])
      result.starts.append(Int32(result.occurrences.count))
    }
    result.tokens = order.map { tokens[$0] }
    result.lengths = order.map { lengths[$0] }
    return result
  }
}
