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
    return endings.first { result.count > $0.from.count + 1 && result.suffix($0.from.count).elementsEqual($0.from) }
      .map { result.dropLast($0.from.count) + $0.to } ?? result
  }

  /// Centre, centres, centred and centring; fibre likewise.
  private static let endings: [(from: [Unicode.Scalar], to: [Unicode.Scalar])] = ["t", "b"].flatMap { before in
    [("re", "er"), ("res", "ers"), ("red", "ered"), ("ring", "ering")].map {
      (Array((before + $0.0).unicodeScalars), Array((before + $0.1).unicodeScalars))
    }
  }
}
