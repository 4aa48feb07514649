internal import Lingua

extension DocumentAnalysis {
  /// The sentences of one side of a bead; an index that the document does not have is passed over.
  func texts(of bead: Bead, in language: Language) -> [String] {
    let all = sentences[language]
    return bead.sentences[language].compactMap { all.indices.contains($0) ? all[$0].text : nil }
  }

  /// The sentences of one side of a bead joined by blanks, nil where the side is empty.
  func text(of bead: Bead, in language: Language) -> String? {
    let texts = texts(of: bead, in: language)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }
}

extension Bead {
  /// The score with four decimals, as every format prints it.
  var printedScore: Double {
    if case .number(let text) = JSONValue.decimal(score, digits: 4) { Double(text) ?? score } else { score }
  }

  /// The score with at most four decimals, as JSON has it; empty for a score that is not a number.
  var scoreText: String {
    if case .number(let text) = JSONValue.decimal(score, digits: 4) { text } else { "" }
  }
}
