internal import Lingua

/// A translation table and parallel text of a user's own, whose stems are numbered together.
struct TranslationTableMerge {
  private let table: TranslationTable
  private let text: ParallelText
  /// The stems of both: those of the table by their numbers there, then those that the text alone has.
  private var stems = Trilingual<[[UInt8]]>(repeating: [])
  /// For each stem of the text its number among both, nil for one that there was no room for.
  private var places = Trilingual<[Int32?]>(repeating: [])

  /// Numbers the stems.
  ///
  /// - Parameters:
  ///   - table: what is known.
  ///   - text: cut to stems as the table's are.
  ///   - most: how many stems of a language a table can number; what is more frequent in the text comes first.
  init(_ table: TranslationTable, _ text: ParallelText, most: Int = 1 << 16) {
    self.table = table
    self.text = text
    table.withView { view in
      for language in Language.allCases {
        stems[language] = (0..<view.count(language)).map { Array(view.text($0, language).utf8) }
        places[language] = text.stems[language].map { view.number(of: $0, language).map(Int32.init) }
        var new = places[language].indices.filter { places[language][$0] == nil }
        let room = max(0, most - view.count(language))
        if new.count > room {
          let occurrences = text.occurrences[language]
          new = Array(new.sorted { (occurrences[$1], $0) < (occurrences[$0], $1) }.prefix(room))
        }
        for stem in new {
          places[language][stem] = Int32(stems[language].count)
          stems[language].append(text.stems[language][stem])
        }
      }
    }
  }

  /// The bytes of a table with what both know: the better probability of each pair, and the frequencies of the table for
  /// the stems that it has.
  ///
  /// - Parameters:
  ///   - rows: what was learned of the text.
  ///   - weight: what its probabilities count.
  func bytes(rows learned: [[[TranslationModel.Entry]]], weight: Float) throws(TrainingError) -> [UInt8] {
    var rows: [[[TranslationModel.Entry]]] = []
    var frequencies = Trilingual<[Float]>(repeating: [])
    table.withView { view in
      for (pair, learned) in zip(TranslationLayout.pairs, learned) {
        var merged = [[TranslationModel.Entry]](repeating: [], count: stems[pair.source].count)
        var row: [TranslationView.Entry] = []
        for stem in 0..<view.count(pair.source) {
          view.read(stem, from: pair.source, to: pair.target, into: &row)
          merged[stem] = row.map { TranslationModel.Entry(stem: Int32($0.target), probability: $0.probability) }
        }
        for (stem, entries) in learned.enumerated() {
          guard let source = places[pair.source][stem] else { continue }
          for entry in entries {
            guard let target = places[pair.target][Int(entry.stem)] else { continue }
            merged[Int(source)].raise(target, to: weight * entry.probability)
          }
        }
        rows.append(merged)
      }
      for language in Language.allCases {
        frequencies[language] = (0..<view.count(language)).map { view.frequency($0, language) }
        frequencies[language] += repeatElement(0, count: stems[language].count - view.count(language))
        for (place, share) in zip(places[language], text.frequencies[language]) {
          if let place, place >= view.count(language) { frequencies[language][Int(place)] = share }
        }
      }
    }
    return try TranslationTableWriter(
      scheme: table.scheme, stemmerHash: table.stemmerHash, sources: table.sources + text.sources.map(\.name),
      stems: stems, frequencies: frequencies, rows: rows
    ).bytes()
  }
}

extension [TranslationModel.Entry] {
  /// Gives a stem at least this probability, if it is enough for a table.
  fileprivate mutating func raise(_ stem: Int32, to probability: Float) {
    if let there = firstIndex(where: { $0.stem == stem }) {
      self[there].probability = Swift.max(self[there].probability, probability)
    } else if probability > TranslationModel.least {
      append(TranslationModel.Entry(stem: stem, probability: probability))
    }
  }
}
