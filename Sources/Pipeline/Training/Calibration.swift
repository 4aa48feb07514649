internal import Glibc
internal import Lingua

/// Finds by how much evidence has to count for the probabilities to come true, by the length of the text.
struct Calibration {
  let text: TrainingText
  let rows: [UInt8]
  let checks: [UInt8]
  let rowSize: Int
  let bits: Int
  let unit: Float
  let priors: [Float]
  let tags: [String]

  private struct Item {
    var sums: [Float]
    var own: Int
  }

  /// A value for each length of `ScriptModel.length`: the one with the least logarithmic loss on lines that nothing was
  /// learned from.
  func sharpness() -> [Float] {
    var items = [[Item]](repeating: [], count: ScriptModel.lengths)
    for k in text.classes.indices { gather(class: k, into: &items) }
    var result = [Float](repeating: 0, count: ScriptModel.lengths)
    for length in items.indices {
      guard items[length].count >= 200 else { continue }
      var totals = [Float](repeating: 0, count: tags.count)
      for item in items[length] { totals[item.own] += 1 }
      var best = Float.infinity
      for step in 0..<24 {
        let value = 0.06 * powf(1.15, Float(step))
        var loss: Float = 0
        for item in items[length] {
          loss += expf(priors[item.own]) / totals[item.own] * self.loss(item, sharpness: value)
        }
        if loss < best {
          best = loss
          result[length] = value
        }
      }
    }
    // A length without examples takes its neighbour's value.
    for length in 1..<result.count where result[length] == 0 { result[length] = result[length - 1] }
    for length in result.indices.dropLast().reversed() where result[length] == 0 { result[length] = result[length + 1] }
    return result.map { $0 == 0 ? 0.5 : $0 }
  }

  /// The floor keeps mislabelled lines, such as messages that were left in English, from ruling.
  private func loss(_ item: Item, sharpness: Float) -> Float {
    var best = -Float.infinity
    for k in tags.indices { best = max(best, item.sums[k] * sharpness + priors[k]) }
    var total: Float = 0
    var own: Float = 0
    for k in tags.indices {
      let e = expf(item.sums[k] * sharpness + priors[k] - best)
      total += e
      if tags[k] == tags[item.own] { own += e }
    }
    return -logf(max(own / total, 0.01))
  }

  private func gather(class k: Int, into items: inout [[Item]]) {
    var random = SplitMix(state: UInt64(k) &+ 99)
    for source in text.classes[k].measuring {
      for _ in 0..<min(600, source.lineCount) {
        let line = source.line(Int(random.next() % UInt64(source.lineCount)))
        let length = [1, 2, 5, 100][Int(random.next() % 4)]
        let start = line.lowerBound + Int(random.next() % UInt64(max(1, line.count - length + 1)))
        var sums = [Float](repeating: 0, count: tags.count)
        var letters = 0
        for word in start..<min(line.upperBound, start + length) {
          let from = Int(source.wordEnds[word])
          let codes =
            [LetterTable.boundary] + source.codes[from..<Int(source.wordEnds[word + 1])] + [LetterTable.boundary]
          letters += codes.count - 2
          codes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            ScriptModel.sequences(of: base, count: codes.count - 2) { key, _ in
              let (row, check) = ScriptModel.place(key, bits: bits)
              guard checks[row] == check else { return }
              for c in tags.indices { sums[c] += Float(Int8(bitPattern: rows[row * rowSize + c])) * unit }
            }
          }
        }
        items[ScriptModel.length(letters)].append(Item(sums: sums, own: k))
      }
    }
  }
}
