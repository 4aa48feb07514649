internal import Glibc
internal import Lingua

/// Learns the weights of one script's classes: logistic regression over letter sequences of short stretches of text.
///
/// Stretches of one to ten words are drawn from all classes and sources in turn, and the weights follow the gradient of the
/// logarithmic loss (AdaGrad), with a part of the sequences left out each time so that no few of them decide alone. The
/// generator of random numbers begins at a fixed seed: the same text gives the same bytes.
struct ScriptTrainer {
  let text: TrainingText
  /// How often each class is drawn.
  let shares: [Double]
  /// log2 of the number of rows.
  let bits: Int
  var samples = 1_200_000
  var rate: Float = 0.06
  var kept: UInt64 = 70

  /// Letters of each class that sequences are counted in.
  private static let countedLetters: Float = 400_000

  /// The bytes of the script's model.
  func train(tags: [String], priors: [Float]) -> [UInt8] {
    let checks = countSequences().checks(bits: bits)
    let classes = text.classes.count
    let weights = rowSize == 16 ? learn(checks, SIMD16<Float>.self) : learn(checks, SIMD32<Float>.self)
    var largest = weights.map(abs).filter { $0 > 0 }
    largest.sort()
    let limit = largest.isEmpty ? 1 : largest[Int(Double(largest.count - 1) * 0.9995)]
    let unit = limit / 127
    var rows = [UInt8](repeating: 0, count: (1 << bits) * rowSize)
    for row in checks.indices where checks[row] != 0 {
      for k in 0..<classes {
        rows[row * rowSize + k] = UInt8(
          bitPattern: Int8(max(-127, min(127, (weights[row * classes + k] / unit).rounded()))))
      }
    }
    markLong(&rows, checks: checks)
    var bytes = [UInt8](repeating: 0, count: ScriptModel.rowsOffset) + rows + checks
    bytes.write(UInt32(text.classes.count), at: 0)
    bytes.write(UInt32(bits), at: 4)
    bytes.write(unit.bitPattern, at: 8)
    for k in tags.indices {
      for (i, byte) in tags[k].utf8.prefix(15).enumerated() { bytes[ScriptModel.tagsOffset + k * 16 + i] = byte }
      bytes.write(priors[k].bitPattern, at: ScriptModel.priorsOffset + k * 4)
    }
    let sharpness = Calibration(
      text: text, rows: rows, checks: checks, rowSize: rowSize, bits: bits, unit: unit, priors: priors, tags: tags
    )
    .sharpness()
    for k in sharpness.indices { bytes.write(sharpness[k].bitPattern, at: ScriptModel.sharpnessOffset + k * 4) }
    return bytes
  }

  private var rowSize: Int { text.classes.count <= 14 ? 16 : 32 }

  // MARK: Sequences

  private func countSequences() -> SequenceCounts {
    var counts = SequenceCounts(classes: text.classes.count)
    for k in text.classes.indices {
      let sources = text.classes[k].learning
      let total = sources.reduce(Float(0)) { $0 + sqrtf(Float($1.codes.count)) }
      for source in sources {
        // Each source counts as the square root of its size, read evenly.
        let wanted = Self.countedLetters * sqrtf(Float(source.codes.count)) / max(1, total)
        let turn = max(1, Int((Float(source.codes.count) / max(1, wanted)).rounded()))
        let weight = wanted / (Float(source.codes.count) / Float(turn))
        for line in stride(from: 0, to: source.lineCount, by: turn) {
          for word in source.line(line) {
            withWord(word, of: source) { codes, count in
              ScriptModel.sequences(of: codes, count: count) { key, _ in counts.add(key, class: k, weight: weight) }
            }
          }
        }
      }
    }
    return counts
  }

  private func markLong(_ rows: inout [UInt8], checks: [UInt8]) {
    var isLong = [Bool](repeating: false, count: checks.count)
    for part in text.classes {
      for source in part.learning {
        for word in 0..<source.wordEnds.count - 1 {
          withWord(word, of: source) { codes, count in
            ScriptModel.sequences(of: codes, count: count) { key, long in
              guard long else { return }
              let (row, check) = ScriptModel.place(key, bits: bits)
              if checks[row] == check { isLong[row] = true }
            }
          }
        }
      }
    }
    for row in checks.indices where isLong[row] { rows[row * rowSize + rowSize - 2] = 1 }
  }

  private func withWord(
    _ word: Int, of source: TrainingText.Source, _ body: (UnsafePointer<UInt8>, Int) -> Void
  ) {
    let start = Int(source.wordEnds[word])
    let count = Int(source.wordEnds[word + 1]) - start
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 2) { room in
      guard let base = room.baseAddress else { return }
      base[0] = LetterTable.boundary
      for i in 0..<count { base[i + 1] = source.codes[start + i] }
      base[count + 1] = LetterTable.boundary
      body(base, count)
    }
  }

  // MARK: Weights

  /// The weight of each class for each row, row by row.
  private func learn<Lanes: SIMD>(_ checks: [UInt8], _: Lanes.Type) -> [Float] where Lanes.Scalar == Float {
    let classCount = text.classes.count
    // Weights and the sums of their squared gradients lie side by side.
    let table = UnsafeMutableBufferPointer<Lanes>.allocate(capacity: checks.count * 2)
    defer { table.deallocate() }
    for row in checks.indices {
      table[row * 2] = Lanes()
      table[row * 2 + 1] = Lanes(repeating: 0.02)
    }
    var random = SplitMix(state: 0x4C49_4E47_5541)
    let classPicker = Picker(shares)
    let sourcePickers = text.classes.map { Picker($0.learning.map { Double($0.codes.count).squareRoot() }) }
    // What a class gains by being drawn more often is taken out, or each word of a text would bear it again.
    var base = Lanes()
    for k in 0..<classCount { base[k] = logf(Float(shares[k])) }
    var active: [Int] = []
    for sample in 0..<samples {
      let k = classPicker.pick(&random)
      if text.classes[k].learning.isEmpty { continue }
      let source = sourcePickers[k].pick(&random)
      active.removeAll(keepingCapacity: true)
      collect(text.classes[k].learning[source], checks: checks, random: &random, into: &active)
      if active.isEmpty { continue }
      var sum = base
      for row in active { sum += table[row * 2] }
      var best = -Float.infinity
      for c in 0..<classCount { best = max(best, sum[c]) }
      var gradient = Lanes()
      var total: Float = 0
      for c in 0..<classCount {
        let e = expf(sum[c] - best)
        gradient[c] = e
        total += e
      }
      gradient /= Lanes(repeating: total)
      gradient[k] -= 1
      let square = gradient * gradient
      let move = gradient * Lanes(repeating: rate * (1 - 0.9 * Float(sample) / Float(samples)))
      for row in active {
        table[row * 2 + 1] += square
        table[row * 2] -= move / table[row * 2 + 1].squareRoot()
      }
    }
    var weights = [Float](repeating: 0, count: checks.count * classCount)
    for row in checks.indices where checks[row] != 0 {
      for c in 0..<classCount { weights[row * classCount + c] = table[row * 2][c] }
    }
    return weights
  }

  /// The rows of the sequences of a random stretch of words.
  private func collect(
    _ source: TrainingText.Source, checks: [UInt8], random: inout SplitMix, into active: inout [Int]
  ) {
    let line = source.line(Int(random.next() % UInt64(source.lineCount)))
    let lengths = [1, 1, 1, 1, 2, 2, 3, 5, 5, 10]
    let length = lengths[Int(random.next() % 10)]
    let start = line.lowerBound + Int(random.next() % UInt64(max(1, line.count - length + 1)))
    for word in start..<min(line.upperBound, start + length) {
      withWord(word, of: source) { codes, count in
        ScriptModel.sequences(of: codes, count: count) { key, _ in
          let (row, check) = ScriptModel.place(key, bits: bits)
          if checks[row] == check, random.next() % 100 < kept { active.append(row) }
        }
      }
    }
  }
}

/// Random numbers from a seed (Steele, Lea and Flood's SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// Picks a number with the frequency that its share gives.
struct Picker {
  private var ends: [Double] = []

  init(_ shares: [Double]) {
    var sum = 0.0
    for share in shares {
      sum += share
      ends.append(sum)
    }
  }

  func pick(_ random: inout SplitMix) -> Int {
    let x = Double(random.next() >> 11) / 9_007_199_254_740_992 * (ends.last ?? 0)
    return ends.firstIndex { x < $0 } ?? max(0, ends.count - 1)
  }
}

extension [UInt8] {
  /// Puts a number at an offset, little-endian.
  mutating func write(_ value: some FixedWidthInteger, at offset: Int) {
    Swift.withUnsafeBytes(of: value.littleEndian) { bytes in
      for (k, byte) in bytes.enumerated() { self[offset + k] = byte }
    }
  }
}
