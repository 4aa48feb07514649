internal import CICU

/// A call into ICU that did not succeed.
public struct ICUError: Error, Hashable, Sendable {
  /// ICU's numeric status, always positive.
  public let code: Int32
  /// What Lingua was doing: "normalise", "open break iterator".
  public let operation: String

  /// A failure of an operation with ICU's status.
  public init(code: Int32, operation: String) {
    self.code = code
    self.operation = operation
  }

  /// ICU's own name of the status, such as `U_ILLEGAL_ARGUMENT_ERROR`.
  public var name: String { String(cString: lingua_icu_error_name(code)) }
}

/// The wrappers over the system's ICU; the only place that sees `CICU`.
public enum ICU {
  /// The version of the ICU that the program runs with, such as "72.1".
  public static var version: String { String(cString: lingua_icu_version()) }
  /// The version of Unicode that this ICU implements, such as "15.0".
  public static var unicodeVersion: String { String(cString: lingua_icu_unicode_version()) }

  /// ICU reports warnings below zero; only a positive status is a failure.
  static func check(_ status: Int32, _ operation: String) throws(ICUError) {
    if status > 0 { throw ICUError(code: status, operation: operation) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The same bytes as ICU's `char`, for the duration of the call.
  @inline(__always)
  func asChars<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<CChar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let raw = UnsafeRawBufferPointer(self)
    return try body(raw.assumingMemoryBound(to: CChar.self))
  }
}
