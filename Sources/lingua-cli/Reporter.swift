import Glibc
import Pipeline

/// Tells the person at the terminal what happens, on standard error; results go to standard output only.
struct Reporter {
  private let quiet: Bool
  private let total: Int
  private let started: ContinuousClock.Instant
  private var done = 0
  private(set) var failures = 0
  private var lastShown: ContinuousClock.Instant
  private var lineIsOpen = false
  private let onTerminal: Bool

  /// A reporter for `total` inputs; it says nothing but failures when `quiet`.
  init(total: Int, quiet: Bool) {
    self.total = total
    self.quiet = quiet
    started = .now
    lastShown = .now - .seconds(1)
    onTerminal = isatty(STDERR_FILENO) == 1
  }

  /// Writes a line to standard error.
  static func say(_ text: String) {
    try? writeAll(Array((text + "\n").utf8), to: STDERR_FILENO, path: "standard error")
  }

  /// Says that a result is not written because its format has no word for nothing.
  static func sayNothing(in format: String, path: String?) {
    let place = path.map { $0 == "-" ? "" : "; \($0) is not written" } ?? ""
    say("lingua-cli: there is nothing to say in \(format)\(place)".printable)
  }

  /// Counts an input that is done and shows the progress.
  mutating func advance(_ name: String) {
    done += 1
    guard onTerminal, !quiet, total > 1 else { return }
    let now = ContinuousClock.now
    guard now - lastShown > .milliseconds(100) || done == total else { return }
    lastShown = now
    let seconds = max(0.001, (now - started) / .seconds(1))
    let rate = Double(done) / seconds
    var text = "\r\u{1B}[K\(done)/\(total)  \(Self.rate(rate))"
    if done < total { text += "  \(Self.time(Double(total - done) / rate)) left" }
    if failures > 0 { text += "  \(failures) failed" }
    text += "  \(name.printable)"
    try? writeAll(Array(text.utf8), to: STDERR_FILENO, path: "standard error")
    lineIsOpen = true
  }

  /// How many inputs a second, or a minute where they are slow.
  private static func rate(_ rate: Double) -> String {
    rate >= 1 ? "\(Int(rate))/s" : "\(Int((rate * 60).rounded()))/min"
  }

  /// A time as "12 s", "3:05 min" or "2:10 h".
  private static func time(_ seconds: Double) -> String {
    let seconds = Int(min(seconds, 1e9))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if seconds < 60 { return "\(seconds) s" }
    return seconds < 3600
      ? "\(seconds / 60):\(two(seconds % 60)) min" : "\(seconds / 3600):\(two(seconds / 60 % 60)) h"
  }

  /// Names an input that failed and why.
  mutating func fail(_ error: any Error, name: String) {
    failures += 1
    closeLine()
    let words = Prose.words(error)
    Self.say("lingua-cli: " + (words.hasPrefix(name) ? words : "\(name): \(words)").printable)
  }

  /// Says something about an input that is done all the same.
  mutating func warn(_ text: String) {
    if quiet { return }
    closeLine()
    Self.say("lingua-cli: " + text.printable)
  }

  /// Ends the progress line.
  mutating func closeLine() {
    guard lineIsOpen else { return }
    lineIsOpen = false
    try? writeAll(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO, path: "standard error")
  }
}
