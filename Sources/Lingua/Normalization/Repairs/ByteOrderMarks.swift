/// Removes byte-order marks: the one at the beginning, and those that joining files left inside.
struct ByteOrderMarks: LocalRepair {
  let rule = EditRule(rawValue: "byte-order-mark")
  let characters: [ClosedRange<UInt32>] = [0xFEFF...0xFEFF]

  func change(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> LocalChange? { LocalChange(count: 3) }
}
