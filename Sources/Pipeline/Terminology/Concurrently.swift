internal import Dispatch

/// Work that falls into independent parts, on all cores.
enum Concurrently {
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
}
