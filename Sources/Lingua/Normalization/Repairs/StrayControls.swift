/// Removes control characters that mean nothing in text: C0 but tab and line ends, DEL, C1 but NEL.
struct StrayControls: LocalRepair {
  let rule = EditRule(rawValue: "stray-control")
  let characters: [ClosedRange<UInt32>] = [0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F]

  func change(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> LocalChange? {
    LocalChange(count: text[position] < 0x80 ? 1 : 2)
  }
}
