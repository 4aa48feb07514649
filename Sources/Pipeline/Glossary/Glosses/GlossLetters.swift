internal import Lingua

/// Sets right what print and recognition did to the letters of a gloss: Аʌматы, Yлаанбаатар.
struct GlossLetters {
  private let forms: [Unicode.Scalar: Unicode.Scalar]

  init(_ lookalikes: Lookalikes) {
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in lookalikes.pairs where pair.kind == .letterForm {
      if let meant = pair.meant.first, GlossaryLetters.isCyrillicLetter(meant) { forms[pair.letter] = meant }
    }
    self.forms = forms
  }

  /// The text with each word that is Cyrillic for the greater part wholly in Cyrillic.
  func repaired(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var word: [Unicode.Scalar] = []
    func close() {
      let cyrillic = word.count { GlossaryLetters.isCyrillicLetter($0) }
      let isCyrillic = 2 * cyrillic > word.count && cyrillic > 0
      for scalar in word {
        result.append(isCyrillic ? forms[scalar] ?? GlossaryLetters.cyrillicLookalike(scalar) ?? scalar : scalar)
      }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar.isLetter {
        word.append(scalar)
      } else {
        close()
        result.append(scalar)
      }
    }
    close()
    return String(result)
  }

  /// How many letters are Cyrillic, and how many Latin.
  static func scripts(_ text: String) -> (cyrillic: Int, latin: Int) {
    var scripts = (cyrillic: 0, latin: 0)
    for scalar in text.unicodeScalars where scalar.isLetter {
      if GlossaryLetters.isCyrillicLetter(scalar) { scripts.cyrillic += 1 } else { scripts.latin += 1 }
    }
    return scripts
  }
}
