internal import Glibc
internal import Synchronization

/// Another program, run to its end without a shell.
struct ChildProcess {
  /// What it left.
  struct Outcome {
    /// What it wrote to its standard output.
    var output: [UInt8] = []
    /// The first 64 kB that it wrote to its standard error.
    var errors: [UInt8] = []
    /// Its exit status; nil where a signal ended it.
    var status: Int32?
  }
  /// Why there is no outcome.
  enum Failure: Error, Hashable {
    /// The system's `errno`: `ENOENT` where there is no such program.
    case notStarted(Int32)
    /// It took longer than it may.
    case tooSlow
    /// It wrote more than it may.
    case tooLong
  }

  /// The program: a path, or a name that is looked for in `PATH`.
  var program: String
  var arguments: [String]
  /// How many seconds it may take.
  var timeLimit: Double
  /// How many bytes it may write.
  var sizeLimit: Int

  /// Variables that programs and their libraries need; all others are left out, so that the results do not depend on them.
  private static let variables = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "XDG_DATA_DIRS", "XDG_CACHE_HOME"]

  /// Runs it.
  ///
  /// - Throws: `Failure`; the program has ended then, too.
  func run() throws(Failure) -> Outcome {
    // One at a time: a program that is started between the making of a pipe and its closing in children would inherit
    // its end, and keep it open.
    let started = Self.starting.withLock { _ in
      Result { () throws(Failure) in try start() }
    }
    let (child, output, errors) = try started.get()
    var outcome = Outcome()
    let failure = read(output.reading, errors.reading, into: &outcome)
    if failure != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    // The two halves of a wait status, as <sys/wait.h> has them.
    outcome.status = status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    return outcome
  }

  private static let starting = Mutex(())

  private func start() throws(Failure) -> (child: pid_t, output: Pipe, errors: Pipe) {
    let output = try Pipe()
    let errors = try Pipe()
    let child = try start(output: output.writing, errors: errors.writing)
    output.closeWriting()
    errors.closeWriting()
    return (child, output, errors)
  }

  private func start(output: Int32, errors: Int32) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A program that goes on writing after its reader has gone must end.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let environment = Self.variables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    var child: pid_t = 0
    let code = Self.withStrings([program] + arguments) { arguments in
      Self.withStrings(environment + ["LC_ALL=C"]) { environment in
        posix_spawnp(&child, program, &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw .notStarted(code) }
    return child
  }

  /// Reads both pipes until they end; what goes wrong is told, not thrown, because the program must be ended first.
  private func read(_ output: Int32, _ errors: Int32, into outcome: inout Outcome) -> Failure? {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(timeLimit)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var open = [output, errors]
    while !open.isEmpty {
      let left = (end - clock.now) / .milliseconds(1)
      if left <= 0 { return .tooSlow }
      var polls = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let ready = poll(&polls, nfds_t(polls.count), Int32(min(left, 60_000)) + 1)
      if ready < 0, errno != EINTR { return .notStarted(errno) }
      if ready <= 0 { continue }
      for poll in polls where poll.revents != 0 {
        let n = block.withUnsafeMutableBytes { Glibc.read(poll.fd, $0.baseAddress, $0.count) }
        if n < 0, errno == EINTR || errno == EAGAIN { continue }
        if n <= 0 {
          open.removeAll { $0 == poll.fd }
        } else if poll.fd == output {
          outcome.output += block[..<n]
          if outcome.output.count > sizeLimit { return .tooLong }
        } else if outcome.errors.count < block.count {
          outcome.errors += block[..<n]
        }
      }
    }
    return nil
  }

  /// Calls with an array of C strings that ends with null.
  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// Two ends of a pipe that no other program inherits.
  private final class Pipe {
    let reading: Int32
    private(set) var writing: Int32

    init() throws(Failure) {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw .notStarted(errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      reading = ends[0]
      writing = ends[1]
    }

    func closeWriting() {
      close(writing)
      writing = -1
    }

    deinit {
      close(reading)
      if writing >= 0 { close(writing) }
    }
  }
}
