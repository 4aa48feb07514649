#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The two functions that the scores need, without Foundation.
enum Logarithm {
  @inline(__always) static func log(_ value: Float) -> Float { logf(value) }
  @inline(__always) static func exp(_ value: Float) -> Float { expf(value) }
}
