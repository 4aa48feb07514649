internal import CICU

extension ICU {
  /// A decoder from one of ICU's character encodings to UTF-8, fed in chunks.
  package struct Converter: ~Copyable, Sendable {
    // Safe: the sole owner of its handle. It can move between tasks and cannot be used from two.
    private nonisolated(unsafe) let handle: OpaquePointer

    /// Opens the converter that ICU knows by `name` ("windows-1251", "KOI8-R", "UTF-16LE").
    ///
    /// - Throws: `ICUError` when ICU knows no such encoding.
    package init(encoding name: String) throws(ICUError) {
      var status: Int32 = 0
      guard let handle = lingua_converter_open(name, &status) else {
        throw ICUError(code: status, operation: "open converter")
      }
      self.handle = handle
    }

    deinit { lingua_converter_close(handle) }

    /// ICU's canonical name of the encoding.
    package var name: String { String(cString: lingua_converter_name(handle)) }

    /// Decodes a chunk and appends it to `output`; what cannot be decoded becomes U+FFFD.
    ///
    /// - Parameters:
    ///   - chunk: the next bytes of the input; a sequence cut by the chunk's end is kept for the next call.
    ///   - isLast: whether no more bytes follow.
    /// - Returns: how many sequences were replaced.
    package mutating func decode(
      _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
    ) throws(ICUError) -> Int {
      var replaced = 0
      var status: Int32 = 0
      chunk.asChars { chars in
        var source = chars.baseAddress
        let sourceEnd = source.map { $0 + chars.count }
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { room in
          repeat {
            var target = room.baseAddress
            let targetEnd = target.map { $0 + room.count }
            var errors: Int32 = 0
            status = lingua_converter_to_utf8(
              handle, &source, sourceEnd, &target, targetEnd, isLast, &errors)
            replaced += Int(errors)
            if let start = room.baseAddress, let target {
              output.append(
                contentsOf: UnsafeRawBufferPointer(start: start, count: target - start))
            }
          } while status == lingua_icu_buffer_overflow
        }
      }
      try ICU.check(status, "decode")
      return replaced
    }
  }
}
