import Pipeline
import Synchronization
import Testing

@Suite struct BatchRunnerTests {
  private struct Stop: Error {}

  /// How many inputs are under way, and the most that were.
  private final class Counter: Sendable {
    let state = Mutex((running: 0, handedOut: 0, most: 0))
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 8], [0, 1, 5, 1000])
  func handsResultsBackInOrder(workers: Int, count: Int) async {
    var runner = BatchRunner(workers: workers)
    runner.window = 7
    let counter = Counter()
    var delivered: [Int] = []
    await runner.run(
      Array(0..<count), makeWorker: { 0 },
      process: { made, input in
        made += 1
        counter.state.withLock { $0.handedOut = max($0.handedOut, input) }
        // The first of ten is slow, so that the others overtake it.
        var sum = 0
        for k in 0..<(input % 10 == 0 ? 20_000 : 10) { sum = sum &* 31 &+ k }
        return sum == 1 ? -1 : input
      },
      deliver: { (k: Int, output: Int) in
        #expect(k == output)
        // Nobody is further ahead than the window allows.
        let ahead = counter.state.withLock { $0.handedOut } - k
        #expect(ahead <= 7)
        delivered.append(output)
      })
    #expect(delivered == Array(0..<count))
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 8]) func endsWhereItCannotDeliver(workers: Int) async {
    var delivered = 0
    await #expect(throws: Stop.self) {
      try await BatchRunner(workers: workers).run(
        Array(0..<10_000), makeWorker: { () }, process: { _, input in input },
        deliver: { (k: Int, _: Int) throws(Stop) in
          if k == 100 { throw Stop() }
          delivered += 1
        })
    }
    #expect(delivered == 100)
  }
}
