/// Bytes that are read where they lie: in the program's own image, which the system maps page by page, or in an array
/// of a file that was read.
struct MappedBytes: Sendable {
  private enum Storage: @unchecked Sendable {
    /// Constant memory of the program, which nothing frees or writes.
    case image(UnsafeRawBufferPointer)
    case owned([UInt8])
  }

  private let storage: Storage

  /// Bytes that stay where they are for as long as the program runs.
  init(image bytes: UnsafeRawBufferPointer) { storage = .image(bytes) }

  /// Bytes of a file that was read.
  init(_ bytes: [UInt8]) { storage = .owned(bytes) }

  /// How many there are.
  var count: Int {
    switch storage {
    case .image(let bytes): bytes.count
    case .owned(let bytes): bytes.count
    }
  }

  /// Whether they are part of the program.
  var isImage: Bool {
    switch storage {
    case .image: true
    case .owned: false
    }
  }

  /// Calls `body` with the bytes, which are valid until it returns.
  @inline(__always)
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .image(let bytes): return try body(bytes)
    case .owned(let bytes):
      return try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in
        try body(UnsafeRawBufferPointer(buffer))
      }
    }
  }
}
