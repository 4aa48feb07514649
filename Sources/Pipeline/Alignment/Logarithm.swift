#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The name of the C function, which the members below hide.
@inline(__always) private func logarithm(_ value: Double) -> Double { log(value) }

/// The functions that the scores need, without Foundation.
enum Logarithm {
  @inline(__always) static func log(_ value: Float) -> Float { logf(value) }
  @inline(__always) static func log(_ value: Double) -> Double { logarithm(value) }
  @inline(__always) static func exp(_ value: Float) -> Float { expf(value) }
}
