/// Pairs of sentences of two languages, each as the ascending numbers of its distinct stems.
struct PairText: Sendable {
  /// The sentences of one side, one after another.
  struct Side: Sendable {
    private(set) var stems: [Int32] = []
    private(set) var starts: [Int32] = [0]

    /// How many sentences there are.
    var count: Int { starts.count - 1 }

    mutating func append(_ sentence: [Int32]) {
      stems.append(contentsOf: sentence)
      starts.append(Int32(stems.count))
    }

    subscript(sentence: Int) -> ArraySlice<Int32> { stems[Int(starts[sentence])..<Int(starts[sentence + 1])] }

    /// In how many sentences each of `count` stems stands.
    func frequencies(count: Int) -> [Int32] {
      var frequencies = [Int32](repeating: 0, count: count)
      for stem in stems { frequencies[Int(stem)] += 1 }
      return frequencies
    }
  }

  var left = Side()
  var right = Side()

  /// How many pairs there are.
  var count: Int { left.count }
}
