/// A translation table while its bytes are at hand: for callers with many words to look up.
package struct TranslationView {
  /// A stem of the other language and how probable it is.
  package struct Entry {
    package var target: Int
    package var probability: Float
  }

  let bytes: UnsafeRawBufferPointer
  let layout: TranslationLayout

  /// The number of a stem, nil when the table does not know it.
  ///
  /// - Parameters:
  ///   - stem: the stem in UTF-8, as a cutter of the table's scheme makes it.
  ///   - language: its language.
  package func number(of stem: [UInt8], _ language: Language) -> Int? {
    let stems = layout.languages[language]
    var low = 0
    var high = stems.count
    while low < high {
      let middle = (low + high) / 2
      let sign = compare(middle, stems, stem)
      if sign == 0 { return middle }
      if sign < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The text of a stem.
  package func text(_ stem: Int, _ language: Language) -> String {
    String(decoding: bytes[range(stem, layout.languages[language])], as: UTF8.self)
  }

  /// The share that a stem has of all words.
  package func frequency(_ stem: Int, _ language: Language) -> Float {
    Float(bitPattern: bytes.number(layout.languages[language].frequencies + stem * 4))
  }

  /// How many stems a language has.
  package func count(_ language: Language) -> Int { layout.languages[language].count }

  /// Replaces `row` by the translations of a stem, by ascending number.
  ///
  /// - Parameters:
  ///   - stem: its number.
  ///   - source: its language.
  ///   - target: the language of the translations, another one.
  ///   - row: what is replaced; a caller keeps it for the next stem.
  package func read(_ stem: Int, from source: Language, to target: Language, into row: inout [Entry]) {
    row.removeAll(keepingCapacity: true)
    let rows = layout.rows[TranslationLayout.number(source, target)]
    let start = min(rows.count, Int(bytes.number(rows.starts + stem * 4)))
    let end = max(start, min(rows.count, Int(bytes.number(rows.starts + stem * 4 + 4))))
    for entry in start..<end {
      row.append(
        Entry(
          target: Int(bytes.short(rows.targets + entry * 2)),
          probability: Float(bytes[rows.probabilities + entry]) / 255))
    }
  }

  private func range(_ stem: Int, _ stems: TranslationLayout.Stems) -> Range<Int> {
    let start = min(stems.textCount, Int(bytes.number(stems.starts + stem * 4)))
    let end = max(start, min(stems.textCount, Int(bytes.number(stems.starts + stem * 4 + 4))))
    return stems.text + start..<stems.text + end
  }

  private func compare(_ number: Int, _ stems: TranslationLayout.Stems, _ other: [UInt8]) -> Int {
    let range = range(number, stems)
    let limit = min(range.count, other.count)
    for k in 0..<limit {
      let a = bytes[range.lowerBound + k], b = other[k]
      if a != b { return a < b ? -1 : 1 }
    }
    return range.count - other.count
  }
}
