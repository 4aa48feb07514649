internal import Dispatch
internal import Glibc

/// Work that falls into independent parts, on all cores.
enum Concurrently {
  private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The results of a function for all values, in their order.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    [Result](unsafeUninitializedCapacity: values.count) { room, count in
      // Each iteration writes its own place and reads what nobody changes.
      nonisolated(unsafe) let places = room
      DispatchQueue.concurrentPerform(iterations: values.count) { k in
        (places.baseAddress.unsafelyUnwrapped + k).initialize(to: transform(values[k]))
      }
      count = values.count
    }
  }

  /// The results of a function for runs of values, in their order, for work that is quicker with each value. There are two
  /// runs for each core, so that none waits long for another.
  static func mapInRuns<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ transform: @Sendable (ArraySlice<Value>) -> [Result]
  ) -> [Result] {
    let runs = min(values.count, 2 * cores)
    let bounds = (0..<runs).map { values.count * $0 / runs..<values.count * ($0 + 1) / runs }
    return map(bounds) { transform(values[$0]) }.flatMap(\.self)
  }
}
