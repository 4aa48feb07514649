internal import Lingua

/// Whether two Russian words of one stem are forms of one word: экологический and экологически are none.
enum RussianEndings {
  private static let nouns = endings(
    "а я о е ы и у ю ь й ом ем ой ей ою ею ью ам ям ах ях ами ями ов ев ий ия ие ии ию ием ией иям иях иями")
  private static let adjectives = endings(
    "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ей ую юю ых их ыми ими ою ею")

  /// Whether what differs is an ending of nouns in both, or of adjectives.
  static func areOfOneWord(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    var common = 0
    while common < a.count, common < b.count, a[common] == b[common] { common += 1 }
    // Endings may begin alike.
    return (max(0, common - 2)...common).contains { cut in
      let (x, y) = steady(a[cut...], b[cut...])
      return [nouns, adjectives].contains { $0.contains(x) && $0.contains(y) }
    }
  }

  /// What follows the stem, without its last consonant where a vowel comes and goes before it: рынок, рынка.
  private static func steady(
    _ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>
  ) -> ([Unicode.Scalar], [Unicode.Scalar]) {
    func isMoving(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Bool {
      a.count >= 2 && (a.first == "о" || a.first == "е") && a.dropFirst().first == b.first
    }
    if isMoving(a, b) { return (Array(a.dropFirst(2)), Array(b.dropFirst())) }
    if isMoving(b, a) { return (Array(a.dropFirst()), Array(b.dropFirst(2))) }
    return (Array(a), Array(b))
  }

  private static func endings(_ list: String) -> Set<[Unicode.Scalar]> {
    Set(list.split(separator: " ").map { Array($0.unicodeScalars) } + [[]])
  }
}
