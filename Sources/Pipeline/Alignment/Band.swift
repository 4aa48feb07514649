/// The cells of a plane that a search may enter: for each row a range of columns that never moves back.
struct Band: Sendable {
  /// For rows 0…n the first and the last column.
  private(set) var low: [Int]
  private(set) var high: [Int]
  /// Where each row begins among all cells; one more than there are rows.
  private(set) var starts: [Int]

  /// How many cells there are.
  var count: Int { starts[starts.count - 1] }

  /// The whole plane of cells 0…rows by 0…columns.
  init(rows: Int, columns: Int) {
    self.init(low: Array(repeating: 0, count: rows + 1), high: Array(repeating: columns, count: rows + 1))
  }

  /// The rows as they are given.
  init(low: [Int], high: [Int]) {
    self.low = low
    self.high = high
    starts = [0]
    starts.reserveCapacity(low.count + 1)
    for row in low.indices { starts.append(starts[row] + high[row] - low[row] + 1) }
  }

  /// Where a cell is among all, or nil when it is outside.
  @inline(__always)
  func index(_ row: Int, _ column: Int) -> Int? {
    column >= low[row] && column <= high[row] ? starts[row] + column - low[row] : nil
  }

  /// The cells of some rows that do not lie before a cell, counted from that cell.
  func window(row: Int, column: Int, height: Int) -> Band {
    Band(
      low: low[row...row + height].map { max($0, column) - column },
      high: high[row...row + height].map { max($0, column) - column })
  }

  /// The same cells with rows and columns exchanged.
  func transposed(columns: Int) -> Band {
    var first = Array(repeating: Int.max, count: columns + 1)
    var last = Array(repeating: 0, count: columns + 1)
    var row = 0
    for column in 0...columns {
      while row < low.count && high[row] < column { row += 1 }
      first[column] = min(row, low.count - 1)
    }
    row = low.count - 1
    for column in stride(from: columns, through: 0, by: -1) {
      while row > 0 && low[row] > column { row -= 1 }
      last[column] = max(row, first[column])
    }
    return Band(low: first, high: last)
  }
}
