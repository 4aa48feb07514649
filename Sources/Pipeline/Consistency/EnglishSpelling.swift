internal import Lingua

/// English words as American spelling has them: fibre and fiber, organisation and organization are one.
enum EnglishSpelling {
  private static let inside: [(from: [Unicode.Scalar], to: [Unicode.Scalar])] = [
    ("our", "or"), ("isa", "iza"), ("ise", "ize"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"), ("ogue", "og"),
    ("ll", "l"), ("mme", "m"),
  ].map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars)) }

  /// Letters that are equal for both spellings of a word; they need be no word.
  static func folded(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var k = 0
    while k < word.count {
      if let pair = inside.first(where: { k > 0 && word[k...].starts(with: $0.from) }) {
        result += pair.to
        k += pair.from.count
      } else {
        result.append(word[k])
        k += 1
      }
    }
    let plural = result.last == "s" ? 1 : 0
    let end = result.dropLast(plural)
    // Centre, centres.
    if end.count > 4, end.suffix(2).elementsEqual(["r", "e"]), let before = end.dropLast(2).last,
      "tb".unicodeScalars.contains(before)
    {
      result.replaceSubrange(end.endIndex - 2..<end.endIndex, with: ["e", "r"])
    }
    return result
  }
}
