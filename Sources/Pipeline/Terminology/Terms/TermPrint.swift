internal import Lingua

/// How terms are printed.
enum TermPrint {
  /// The text of a term without quotation marks, of which one may stand outside.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: isQuote) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (k, scalar) in scalars.enumerated() {
      // An apostrophe stands inside a word.
      let isInside = k > 0 && k + 1 < scalars.count && scalars[k - 1].isLetter && scalars[k + 1].isLetter
      if !isQuote(scalar) || isApostrophe(scalar) && isInside { result.append(scalar) }
    }
    return String(result)
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "‘": true
    case "\"", "«", "»", "“", "”", "„", "‹", "›": true
    default: false
    }
  }

  /// Which of two forms of a term is nearer to a dictionary form. English forms differ little, so that the usual one is
  /// the best; of Kazakh and Russian forms the shortest has the fewest endings.
  static func precedes(
    _ a: (text: String, count: Int, isPlain: Bool), _ b: (text: String, count: Int, isPlain: Bool), _ language: Language
  ) -> Bool {
    if a.isPlain != b.isPlain { return a.isPlain }
    let faults = (faults(a.text), faults(b.text))
    if faults.0 != faults.1 { return faults.0 < faults.1 }
    let lengths = (a.text.utf8.count, b.text.utf8.count)
    if language == .en && a.count != b.count { return a.count > b.count }
    if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
    return a.count == b.count ? a.text < b.text : a.count > b.count
  }

  /// How little a form looks like one of running text: all in capitals, or letters of two scripts in a word.
  static func faults(_ text: String) -> Int {
    var uppers = 0, lowers = 0, cyrillic = 0, mixed = 0
    var word: (latin: Bool, cyrillic: Bool) = (false, false)
    for scalar in text.unicodeScalars {
      if GlossaryLetters.isCyrillicLetter(scalar) {
        word.cyrillic = true
        cyrillic += 1
      } else if scalar.isASCII && scalar.isLetter {
        word.latin = true
      } else {
        word = (false, false)
      }
      if word.latin && word.cyrillic { mixed = 1 }
      if scalar.isUppercaseLetter { uppers += 1 } else if scalar.isLetter { lowers += 1 }
    }
    return 2 * mixed + (uppers > 4 && lowers == 0 ? 1 : 0)
  }
}
