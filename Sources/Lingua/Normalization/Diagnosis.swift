/// What a whole text shows of its history; document repairs ask it before they dare a change.
struct Diagnosis: Hashable, Sendable {
  /// How often each character occurs that is a letter of a script, by script.
  var letters: [Script: [Unicode.Scalar: Int]] = [:]
  /// The number of lines, the last one without a line end among them.
  var lineCount = 0

  /// Looks at a text once.
  init(of text: UnsafeBufferPointer<UInt8>) {
    var counts: [UInt32: Int] = [:]
    var position = 0
    var low = [Int](repeating: 0, count: 0x600)
    while position < text.count {
      let (value, count) = text.scalar(at: position)
      if value < 0x600 { low[Int(value)] += 1 } else { counts[value, default: 0] += 1 }
      position += count
    }
    lineCount = low[0x0A] + (text.last.map { $0 == 0x0A ? 0 : 1 } ?? 0)
    for (value, count) in low.enumerated() where count > 0 { counts[UInt32(value)] = count }
    for (value, count) in counts {
      guard let scalar = Unicode.Scalar(value), scalar.isLetter else { continue }
      letters[Script(of: scalar), default: [:]][scalar] = count
    }
  }
}
