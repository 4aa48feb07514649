/// Many short strings in two arrays, where an array of arrays would cost an allocation each.
struct ByteStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  init() {}

  init(_ strings: [[UInt8]]) {
    ends.reserveCapacity(strings.count)
    bytes.reserveCapacity(strings.reduce(0) { $0 + $1.count })
    for string in strings {
      bytes.append(contentsOf: string)
      ends.append(UInt32(bytes.count))
    }
  }

  var count: Int { ends.count }

  subscript(index: Int) -> [UInt8] { Array(bytes[(index > 0 ? Int(ends[index - 1]) : 0)..<Int(ends[index])]) }
}
