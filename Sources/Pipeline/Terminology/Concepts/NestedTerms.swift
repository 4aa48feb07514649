/// Decides between terms of one entry of which one is a part of the other: "drilling" and "drilling fluids".
///
/// Counting finds both beside the same counterparts, and one of them is cut off or too long. The one with as many words as
/// the other languages' terms stays, the longer one where that does not decide; what a person listed always stays.
enum NestedTerms {
  /// A term, and what is known of how it was found.
  struct Term {
    var term: GlossaryTerm
    /// Whether it was found by counting alone.
    var isCounted: Bool
    var name: ConceptGroup.Name
    /// The number of its dictionary form; nil where that is not to be changed, or cannot be told.
    var isPlural: Bool?
  }

  /// How many words a phrase has, one that a hyphen joins to another not counted; nil for an acronym.
  static func length(of term: GlossaryTerm?) -> Int? {
    guard let term, term.form != .acronym else { return nil }
    return TermText.words(of: term.text).count
  }

  /// The terms without those that are a part of another or have one as a part.
  ///
  /// - Parameters:
  ///   - terms: those of one language, best first.
  ///   - lengths: how many words the first terms of the other languages have.
  static func resolved(_ terms: [Term], lengths: [Int]) -> [Term] {
    var result = terms
    var k = 0
    while k < result.count {
      let other = result.indices.first { j in
        j > k && (result[j].isCounted || result[k].isCounted) && areNested(result[j].term, result[k].term)
      }
      guard let other else {
        k += 1
        continue
      }
      if result[k].isCounted != result[other].isCounted {
        result.remove(at: result[k].isCounted ? k : other)
      } else if isBetter(result[other].term, than: result[k].term, lengths) {
        result[k] = result.remove(at: other)
      } else {
        result.remove(at: other)
      }
    }
    return result
  }

  private static func isBetter(_ a: GlossaryTerm, than b: GlossaryTerm, _ lengths: [Int]) -> Bool {
    func distance(_ term: GlossaryTerm) -> Int {
      lengths.reduce(0) { $0 + abs($1 - (length(of: term) ?? 0)) }
    }
    return distance(a) == distance(b) ? words(a).count > words(b).count : distance(a) < distance(b)
  }

  private static func areNested(_ a: GlossaryTerm, _ b: GlossaryTerm) -> Bool {
    if a.form == .acronym || b.form == .acronym { return false }
    let (left, right) = (Set(words(a)), Set(words(b)))
    return left != right && (left.isSubset(of: right) || right.isSubset(of: left))
  }

  private static func words(_ term: GlossaryTerm) -> [[Unicode.Scalar]] {
    let text = GlossaryText(term.text)
    return text.tokens.filter { $0.kind != .mark }.map { Array(text.folded($0)) }
  }
}
