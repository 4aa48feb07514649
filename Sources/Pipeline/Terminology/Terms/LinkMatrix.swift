internal import Lingua

/// How the words of two languages of one unit stand for each other: for each word what share of it each word of the other
/// language explains. Sums over rectangles cost the same whatever their size.
struct LinkMatrix {
  let rows: Int
  let columns: Int
  /// Sums of the shares of the words of `a` that words of `b` explain, from the first row and column on.
  private var ofA: [Float]
  private var ofB: [Float]

  /// What neighbours of a pair that stand for each other add to it.
  private static let neighbours: Float = 1.5

  init(_ links: WordLinks, unit: Int, rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    // A word of `a` is explained by one of `b` as far as that would call for it.
    var shares = Self.shares(links.backward, links, unit, rows, columns)
    var sharesOfB = Self.shares(links.forward, links, unit, rows, columns)
    Self.normalize(&shares, rows, columns, byRow: true)
    Self.normalize(&sharesOfB, rows, columns, byRow: false)
    let both = zip(shares, sharesOfB).map { ($0 * $1).squareRoot() }
    let support = Self.support(both, rows, columns)
    Self.apply(support, &shares, rows, columns, byRow: true)
    Self.apply(support, &sharesOfB, rows, columns, byRow: false)
    ofA = Self.sums(shares, rows, columns)
    ofB = Self.sums(sharesOfB, rows, columns)
  }

  /// What is known of each pair of words, less for those that stand at other places of the bead.
  private static func shares(
    _ probabilities: [Float], _ links: WordLinks, _ unit: Int, _ rows: Int, _ columns: Int
  ) -> [Float] {
    let start = links.starts[unit]
    return probabilities.withUnsafeBufferPointer { probabilities in
      links.cells.withUnsafeBufferPointer { cells in
        Array(unsafeUninitializedCapacity: rows * columns) { shares, count in
          let height = 1 / Float(rows), width = 1 / Float(columns)
          for row in 0..<rows {
            let at = (Float(row) + 0.5) * height
            for column in 0..<columns {
              let place = row * columns + column
              let distance = abs(at - (Float(column) + 0.5) * width)
              shares.initializeElement(
                at: place, to: probabilities[Int(cells[start + place])] / (1 + 2 * distance))
            }
          }
          count = rows * columns
        }
      }
    }
  }

  /// Makes shares of what each row or column has.
  private static func normalize(_ shares: inout [Float], _ rows: Int, _ columns: Int, byRow: Bool) {
    let (outer, inner) = byRow ? (rows, columns) : (columns, rows)
    let (step, stride) = byRow ? (columns, 1) : (1, columns)
    shares.withUnsafeMutableBufferPointer { shares in
      for line in 0..<outer {
        var sum = WordLinks.null
        for k in 0..<inner { sum += shares[line * step + k * stride] }
        let factor = 1 / sum
        for k in 0..<inner { shares[line * step + k * stride] *= factor }
      }
    }
  }

  /// How much the neighbours of each pair stand for each other, in the same order or in the other one.
  private static func support(_ both: [Float], _ rows: Int, _ columns: Int) -> [Float] {
    // With a rim of zeros there are no edges to ask for.
    let width = columns + 2
    var rimmed = [Float](repeating: 0, count: (rows + 2) * width)
    var result = [Float](repeating: 1, count: rows * columns)
    rimmed.withUnsafeMutableBufferPointer { rimmed in
      for row in 0..<rows {
        for column in 0..<columns { rimmed[(row + 1) * width + column + 1] = both[row * columns + column] }
      }
      result.withUnsafeMutableBufferPointer { result in
        for row in 0..<rows {
          for column in 0..<columns {
            let above = row * width + column
            let below = above + 2 * width
            result[row * columns + column] +=
              neighbours * (max(rimmed[above], rimmed[above + 2]) + max(rimmed[below], rimmed[below + 2]))
          }
        }
      }
    }
    return result
  }

  /// Strengthens pairs by their neighbours; what no word explains stays as it is beforehand.
  private static func apply(_ support: [Float], _ shares: inout [Float], _ rows: Int, _ columns: Int, byRow: Bool) {
    let (outer, inner) = byRow ? (rows, columns) : (columns, rows)
    let (step, stride) = byRow ? (columns, 1) : (1, columns)
    shares.withUnsafeMutableBufferPointer { shares in
      for line in 0..<outer {
        var left: Float = 1
        var sum: Float = 0
        for k in 0..<inner {
          let place = line * step + k * stride
          left -= shares[place]
          shares[place] *= support[place]
          sum += shares[place]
        }
        let factor = 1 / max(left + sum, 1e-6)
        for k in 0..<inner { shares[line * step + k * stride] *= factor }
      }
    }
  }

  private static func sums(_ shares: [Float], _ rows: Int, _ columns: Int) -> [Float] {
    let width = columns + 1
    var result = [Float](repeating: 0, count: (rows + 1) * width)
    result.withUnsafeMutableBufferPointer { result in
      for row in 0..<rows {
        var line: Float = 0
        for column in 0..<columns {
          line += shares[row * columns + column]
          result[(row + 1) * width + column + 1] = result[row * width + column + 1] + line
        }
      }
    }
    return result
  }

  private func sum(_ table: [Float], _ a: Range<Int>, _ b: Range<Int>) -> Float {
    let width = columns + 1
    return table[a.upperBound * width + b.upperBound] - table[a.lowerBound * width + b.upperBound]
      - table[a.upperBound * width + b.lowerBound] + table[a.lowerBound * width + b.lowerBound]
  }

  /// The share of one word of `a` that a phrase of `b` explains.
  func share(ofA word: Int, _ phrase: Range<Int>) -> Float { sum(ofA, word..<word + 1, phrase) }

  /// The share of one word of `b` that a phrase of `a` explains.
  func share(ofB word: Int, _ phrase: Range<Int>) -> Float { sum(ofB, phrase, word..<word + 1) }

  /// The shares of the words of a phrase of each language that those of the other explain, as their geometric mean.
  func coverage(_ a: Range<Int>, _ b: Range<Int>) -> Float {
    let x = sum(ofA, a, b) / Float(a.count), y = sum(ofB, a, b) / Float(b.count)
    return (max(0, x) * max(0, y)).squareRoot()
  }
}
