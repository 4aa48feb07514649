import Glibc
import Pipeline

/// What happens when the program is told to end: the files that are not finished are removed first.
enum Interruption {
  /// A pipe from the signal handler, which may not take locks, to a thread, which may.
  private static let ends: (read: Int32, write: Int32)? = {
    var ends: [Int32] = [-1, -1]
    return pipe(&ends) == 0 ? (ends[0], ends[1]) : nil
  }()

  /// Begins to wait for the signals that tell the program to end, but for those that the caller has switched off
  /// (`nohup`, a job in the background).
  static func watch() {
    var thread = pthread_t()
    guard ends != nil, pthread_create(&thread, nil, { _ in Interruption.wait() }, nil) == 0 else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { number in
        guard let ends = Interruption.ends else { return }
        let code = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(ends.write, &byte, 1)
        errno = code
      }
      // SIG_IGN is the address 1; functions cannot be compared.
      if unsafeBitCast(before, to: Int.self) == 1 { signal(number, SIG_IGN) }
    }
  }

  private static func wait() -> Never {
    var byte: UInt8 = 0
    while read(ends?.read ?? -1, &byte, 1) != 1 {}
    let number = Int32(byte)
    AtomicFile.removeUnfinished {
      // The end that the signal would have brought, so that the caller sees it.
      signal(number, SIG_DFL)
      raise(number)
      _exit(128 + number)
    }
  }
}
