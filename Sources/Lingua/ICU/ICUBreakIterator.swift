internal import CICU

extension ICU {
  /// ICU's boundary analysis (UAX #29) over UTF-8.
  ///
  /// The handle holds text and position, so the type is noncopyable and its methods mutate: one task, one iterator.
  /// Opening costs about 6 µs, cloning 0.13 µs.
  struct BreakIterator: ~Copyable, Sendable {
    enum Unit: Int32, Sendable { case sentence = 0, word = 1 }

    /// One boundary: where the unit ends, and ICU's rule status for it.
    struct Boundary {
      var end: Int
      var status: Int32
    }

    // Safe: the sole owner of its handle. It can move between tasks and cannot be used from two.
    private nonisolated(unsafe) let handle: OpaquePointer

    init(_ unit: Unit, locale: String) throws(ICUError) {
      var status: Int32 = 0
      guard let handle = lingua_breaker_open(unit.rawValue, locale, &status) else {
        throw ICUError(code: status, operation: "open break iterator")
      }
      self.handle = handle
    }

    private init(owning handle: OpaquePointer) { self.handle = handle }

    deinit { lingua_breaker_close(handle) }

    borrowing func clone() throws(ICUError) -> BreakIterator {
      var status: Int32 = 0
      guard let copy = lingua_breaker_clone(handle, &status) else {
        throw ICUError(code: status, operation: "clone break iterator")
      }
      return BreakIterator(owning: copy)
    }

    /// Appends the boundaries of valid UTF-8, in UTF-8 offsets, to `boundaries`. About 85 MB/s.
    mutating func append(
      boundariesOf text: UnsafeBufferPointer<UInt8>, to boundaries: inout [Boundary]
    ) throws(ICUError) {
      let status = text.asChars { lingua_breaker_set_text(handle, $0.baseAddress, Int64($0.count)) }
      try ICU.check(status, "set text of break iterator")
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1024) { room in
        let ends = room.baseAddress
        let rules = ends.map { $0 + 512 }
        while true {
          let n = Int(lingua_breaker_fill(handle, ends, rules, 512))
          for k in 0..<n { boundaries.append(Boundary(end: Int(room[k]), status: room[512 + k])) }
          if n < 512 { break }
        }
      }
    }
  }
}
