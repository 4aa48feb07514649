/// Reduces words of both scripts to a Latin skeleton that loans and names share: интеграция and integration both
/// begin "antag".
public struct Romanization: Sendable {
  private struct Rule: Sendable {
    var letters: [UInt8]
    var skeleton: [UInt8]
  }

  /// The rules by their first letter code, longest first.
  private var rules: [[Rule]] = Array(repeating: [], count: 256)

  /// Reads `romanization.tsv`.
  ///
  /// - Throws: `LexiconError` when it cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    for row in try lexicons.file("romanization.tsv", columns: ["letters", "skeleton"]).rows {
      let letters = LetterCode.codes(row[0])
      guard let first = letters.first else {
        throw LexiconError(
          file: "romanization.tsv", line: row.line,
          reason: .badValue(column: "letters", value: row[0], expected: "letters"))
      }
      rules[Int(first)].append(Rule(letters: letters, skeleton: Array(row[1].utf8)))
    }
    for first in rules.indices { rules[first].sort { $0.letters.count > $1.letters.count } }
  }

  /// The skeleton of a word; letters without a rule are left out.
  ///
  /// - Parameter word: in any letter case, in NFC.
  public func skeleton(_ word: String) -> String {
    String(decoding: skeleton(LetterCode.codes(word)), as: UTF8.self)
  }

  /// The skeleton of a word that is given as letter codes.
  package func skeleton(_ codes: [UInt8]) -> [UInt8] {
    var skeleton: [UInt8] = []
    skeleton.reserveCapacity(codes.count)
    var k = 0
    while k < codes.count {
      var width = codes[k] == LetterCode.escape ? 3 : 1
      for rule in rules[Int(codes[k])] where codes[k...].starts(with: rule.letters) {
        for letter in rule.skeleton where skeleton.last != letter { skeleton.append(letter) }
        width = rule.letters.count
        break
      }
      k += width
    }
    return skeleton
  }
}
