/// One kind of damage that a profile repairs in place.
///
/// A profile is a list of repairs. Most damage shows in a character and a few around it: a `LocalRepair`. All local
/// repairs of a profile are fused into one scan of the bytes (`LocalScan`). What only the whole text can tell (that a
/// document has no "л" because every one became "ʌ") is a `DocumentRepair`, and runs on the result of that scan.
protocol Repair: Sendable {
  /// The rule that its edits carry.
  var rule: EditRule { get }
}

/// A repair that is decided by a character and its neighbourhood.
protocol LocalRepair: Repair {
  /// The characters that it looks at, up to U+FFFF; no two repairs of a profile share one.
  var characters: [ClosedRange<UInt32>] { get }

  /// What becomes of the character at `position`; nil leaves it as it is.
  ///
  /// A repair may look at `LocalScan.reach` bytes before the character, and behind it either at as many or up to the
  /// first character that is neither blank, line break nor itself a character that some repair looks at. Looking
  /// further would make the result depend on where a stream was cut.
  func change(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> LocalChange?
}

/// A repair that needs the whole text, and what the whole text shows.
protocol DocumentRepair: Sendable {
  /// Every rule that its edits may carry.
  var rules: [EditRule] { get }

  /// Whether what the whole text shows lets it run at all; without reasons it does.
  func runs(on diagnosis: Diagnosis) -> Bool

  /// The edits of `text`, in order of range and without overlaps, in UTF-8 offsets of it, by rules that are on.
  func edits(
    of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit]
}

extension DocumentRepair {
  func runs(on diagnosis: Diagnosis) -> Bool { true }
}

/// What a local repair does at a character.
struct LocalChange {
  /// How many bytes go, from the character's first.
  var count: Int
  /// What comes in their place.
  var replacement: ShortText = ""
}

/// At most four bytes of UTF-8, held without an allocation.
struct ShortText: ExpressibleByStringLiteral {
  private(set) var count: UInt8 = 0
  private var bytes: UInt32 = 0

  init(stringLiteral text: StaticString) {
    text.withUTF8Buffer { buffer in
      assert(buffer.count <= 4)
      for byte in buffer.prefix(4) {
        bytes |= UInt32(byte) << (8 * UInt32(count))
        count += 1
      }
    }
  }

  func append(to output: inout [UInt8]) {
    for k in 0..<UInt32(count) { output.append(UInt8(truncatingIfNeeded: bytes >> (8 * k))) }
  }

  var string: String {
    var output: [UInt8] = []
    append(to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
