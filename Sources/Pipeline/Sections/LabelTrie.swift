/// Labels by their folded letters; finds the longest one that begins at a place of a text.
struct LabelTrie<Value: Sendable>: Sendable {
  private struct Node: Sendable {
    var children: [(letter: UInt32, node: Int)] = []
    var values: [Value] = []
    var isPrefix = false
  }

  private var nodes = [Node()]

  /// Adds a label; several may have the same letters.
  mutating func insert(_ letters: [UInt32], _ value: Value, isPrefix: Bool = false) {
    guard !letters.isEmpty else { return }
    var at = 0
    for letter in letters {
      if let child = nodes[at].children.first(where: { $0.letter == letter }) {
        at = child.node
      } else {
        nodes.append(Node())
        nodes[at].children.append((letter, nodes.count - 1))
        at = nodes.count - 1
      }
    }
    nodes[at].values.append(value)
    if isPrefix { nodes[at].isPrefix = true }
  }

  /// The longest label that begins at `start` and ends at the end of a word, with the offset after its last letter.
  ///
  /// Blanks and hyphens inside it do not count. A word also ends where a capital follows a small letter
  /// ("ВведениеСтепь"), because text from PDF runs words together.
  func longestMatch(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> (values: [Value], end: Int)? {
    var at = 0
    var offset = start
    var best: (values: [Value], end: Int)?
    var lastWasLower = false
    while offset < end {
      let (value, width) = scalar(in: bytes, at: offset, end: end)
      let folded = LabelFold.fold(value)
      if folded == LabelFold.ignored {
        offset += width
        continue
      }
      if folded == LabelFold.boundary || folded == LabelFold.lost {
        record(at, offset, &best)
        if folded == LabelFold.lost, let child = child(of: at, LabelFold.lost) {
          at = child
          offset += width
          continue
        }
        guard at != 0, isInsideLabel(value) else { break }
        offset += width
        continue
      }
      let isUpper = isUppercase(value)
      if isUpper && lastWasLower { record(at, offset, &best) }
      guard let next = child(of: at, folded) else { break }
      at = next
      if nodes[at].isPrefix { record(at, offset + width, &best) }
      lastWasLower = !isUpper
      offset += width
    }
    if offset >= end { record(at, offset, &best) }
    return best
  }

  private func record(_ node: Int, _ offset: Int, _ best: inout (values: [Value], end: Int)?) {
    if !nodes[node].values.isEmpty { best = (nodes[node].values, offset) }
  }

  private func child(of node: Int, _ letter: UInt32) -> Int? {
    for child in nodes[node].children where child.letter == letter { return child.node }
    return nil
  }
}

/// Whether a character may stand between the letters of a label: blanks, line ends, hyphens.
@inline(__always)
private func isInsideLabel(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x20, 0x09, 0x0A, 0x0D, 0x2D, 0xA0, 0x2010, 0x2011: true
  default: false
  }
}

/// Whether a character is a capital of the Latin or Cyrillic alphabets.
@inline(__always)
func isUppercase(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x41...0x5A, 0x400...0x42F, 0xC0...0xD6, 0xD8...0xDE: true
  case 0x48A...0x4BF, 0x4D0...0x52F, 0x460...0x481, 0x100...0x137: scalar & 1 == 0
  case 0x18F: true
  default: false
  }
}

/// Whether a character is a small letter of the Latin or Cyrillic alphabets.
@inline(__always)
func isLowercase(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x61...0x7A, 0x430...0x45F, 0xDF...0xF6, 0xF8...0xFF: true
  case 0x48A...0x4BF, 0x4D0...0x52F, 0x460...0x481, 0x100...0x137: scalar & 1 == 1
  case 0x259: true
  default: false
  }
}
