internal import Synchronization

/// Puts many inputs through workers, one a core, and hands the results back in the order of the inputs.
public struct BatchRunner: Sendable {
  /// How many workers run at once.
  public var workers: Int
  /// How many inputs are under way before the results of the first are handed back; it bounds memory.
  public var window: Int

  /// A runner with `workers` workers.
  public init(workers: Int) {
    self.workers = max(1, workers)
    window = max(1, workers) * 16
  }

  /// Which input a worker takes next.
  private final class Ticket: Sendable {
    private let next: Atomic<Int>
    init(from start: Int) { next = Atomic(start) }
    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
  }

  /// Runs `process` on every input.
  ///
  /// - Parameters:
  ///   - inputs: what there is to do.
  ///   - makeWorker: makes what one worker needs for itself; called once a worker and window.
  ///   - process: the work; it runs on many inputs at once, each worker on one at a time.
  ///   - deliver: takes the results, in order, from one task; what it throws ends the batch.
  public func run<Input: Sendable, Worker, Output: Sendable, Failure: Error>(
    _ inputs: [Input], makeWorker: @escaping @Sendable () -> Worker,
    process: @escaping @Sendable (inout Worker, Input) -> Output,
    deliver: (Int, Output) throws(Failure) -> Void
  ) async throws(Failure) {
    if workers == 1 || inputs.count == 1 {
      var worker = makeWorker()
      for (k, input) in inputs.enumerated() { try deliver(k, process(&worker, input)) }
      return
    }
    var start = 0
    while start < inputs.count {
      let end = min(inputs.count, start + window)
      let ticket = Ticket(from: start)
      let results = await withTaskGroup(of: [(Int, Output)].self) { group in
        for _ in 0..<min(workers, end - start) {
          group.addTask {
            var worker = makeWorker()
            var mine: [(Int, Output)] = []
            while true {
              let k = ticket.take()
              if k >= end { return mine }
              mine.append((k, process(&worker, inputs[k])))
            }
          }
        }
        var all: [(Int, Output)] = []
        for await part in group { all += part }
        return all.sorted { $0.0 < $1.0 }
      }
      for (k, output) in results { try deliver(k, output) }
      start = end
    }
  }
}
