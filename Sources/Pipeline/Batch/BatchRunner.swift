internal import Synchronization

/// Puts many inputs through workers, one a core, and hands the results back in the order of the inputs.
public struct BatchRunner: Sendable {
  /// How many workers run at once.
  public var workers: Int
  /// How far workers may be ahead of the result that is handed back next, in inputs; it bounds memory.
  public var window: Int
  /// How many inputs a worker takes at once; more than one is for work of a few microseconds.
  let stride: Int

  /// A runner with `workers` workers.
  public init(workers: Int) { self.init(workers: workers, stride: 1) }

  /// A runner whose workers take `stride` inputs at once.
  init(workers: Int, stride: Int) {
    self.workers = max(1, workers)
    self.stride = max(1, stride)
    window = self.workers * 16 * self.stride
  }

  /// Runs `process` on every input.
  ///
  /// - Parameters:
  ///   - inputs: what there is to do.
  ///   - makeWorker: makes what one worker needs for itself; called once a worker.
  ///   - process: the work; it runs on many inputs at once, each worker on one at a time.
  ///   - deliver: takes the results, in order, from one task; what it throws ends the batch.
  public func run<Input: Sendable, Worker, Output: Sendable, Failure: Error>(
    _ inputs: [Input], makeWorker: @escaping @Sendable () -> Worker,
    process: @escaping @Sendable (inout Worker, Input) -> Output,
    deliver: (Int, Output) throws(Failure) -> Void
  ) async throws(Failure) {
    if workers == 1 || inputs.count <= stride {
      var worker = makeWorker()
      for (k, input) in inputs.enumerated() { try deliver(k, process(&worker, input)) }
      return
    }
    let gate = BatchGate(count: inputs.count, stride: stride, window: max(window, stride))
    let (results, sink) = AsyncStream.makeStream(of: (start: Int, outputs: [Output]).self)
    var failure: Failure?
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(workers, (inputs.count + stride - 1) / stride) {
        group.addTask {
          var worker = makeWorker()
          while let range = await gate.next() {
            sink.yield((range.lowerBound, inputs[range].map { process(&worker, $0) }))
          }
        }
      }
      var early: [Int: [Output]] = [:]
      var next = 0
      for await result in results {
        early[result.start] = result.outputs
        while let outputs = early.removeValue(forKey: next) {
          do throws(Failure) {
            for (k, output) in outputs.enumerated() { try deliver(next + k, output) }
          } catch {
            failure = error
          }
          next += outputs.count
          if failure != nil { break }
          gate.open(from: next)
        }
        if failure != nil || next == inputs.count { break }
      }
      gate.close()
    }
    if let failure { throw failure }
  }
}

/// Which inputs a worker takes next, and how far it may be ahead.
private final class BatchGate: Sendable {
  private struct State {
    var next = 0
    var limit: Int
    var isClosed = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let count: Int
  private let stride: Int
  private let window: Int
  private let state: Mutex<State>

  init(count: Int, stride: Int, window: Int) {
    self.count = count
    self.stride = stride
    self.window = window
    state = Mutex(State(limit: window))
  }

  /// The inputs to take, nil when there are no more; waits while their results would be too far ahead.
  func next() async -> Range<Int>? {
    while true {
      let answer: Range<Int>?? = state.withLock { state in
        if state.isClosed || state.next >= count { return .some(nil) }
        guard state.next + min(stride, count - state.next) <= state.limit else { return nil }
        let range = state.next..<min(count, state.next + stride)
        state.next = range.upperBound
        return range
      }
      if let answer { return answer }
      await withCheckedContinuation { continuation in
        let goesOn = state.withLock { state in
          // What was opened meanwhile is not waited for.
          if state.isClosed || state.next >= count || state.next + min(stride, count - state.next) <= state.limit {
            return true
          }
          state.waiting.append(continuation)
          return false
        }
        if goesOn { continuation.resume() }
      }
    }
  }

  /// Says that the results before `start` were handed back.
  func open(from start: Int) {
    let waiting = state.withLock { state in
      state.limit = start + window
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Hands out nothing more.
  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
