internal import CICU

extension ICU {
  /// The order of a language's dictionary, by ICU's collation (CLDR).
  package struct Collator: ~Copyable, Sendable {
    // Safe: the sole owner of its handle. It can move between tasks and cannot be used from two.
    private nonisolated(unsafe) let handle: OpaquePointer

    /// Opens the order of a language.
    ///
    /// - Throws: `ICUError` when ICU's data cannot be read.
    package init(_ language: Language) throws(ICUError) {
      var status: Int32 = 0
      guard let handle = lingua_collator_open(language.tag, &status) else {
        throw ICUError(code: status, operation: "open collation")
      }
      self.handle = handle
    }

    deinit { lingua_collator_close(handle) }

    /// Bytes whose order is the order of the texts that they are made of.
    ///
    /// - Throws: `ICUError` when memory is short.
    package func key(_ text: String) throws(ICUError) -> [UInt8] {
      var text = text
      var key: [UInt8] = []
      var capacity = 4 * text.utf8.count + 16
      while true {
        var needed: Int32 = 0
        var status: Int32 = 0
        key = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
          status = text.withUTF8 { bytes in
            bytes.asChars { chars in
              lingua_collator_key(
                handle, chars.baseAddress, Int32(clamping: chars.count), room.baseAddress, Int32(clamping: room.count),
                &needed)
            }
          }
          count = status > 0 ? 0 : min(Int(needed), room.count)
        }
        try ICU.check(status, "make a key of collation")
        if Int(needed) <= capacity { return key }
        capacity = Int(needed)
      }
    }
  }
}
