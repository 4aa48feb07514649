/// Writes the parts of a run's output files; each appears when its last part has come.
///
/// Dropping it leaves the finished files and removes those that were not finished.
public final class OutputFolder {
  /// An `AtomicFile` cannot be copied into a dictionary; this holds one.
  private final class Slot {
    var file: AtomicFile?
    init(_ file: consuming AtomicFile) { self.file = consume file }
  }

  /// The folder.
  public let path: String
  private var open: [String: Slot] = [:]

  /// Output below a folder, which is made with the first file.
  public init(path: String) { self.path = path }

  /// A file that is complete.
  public struct Finished: Hashable, Sendable {
    /// The file.
    public var output: ManifestEntry.Output
    /// Whether it holds one document and nothing of others.
    public var isDocument: Bool
  }

  /// Writes parts in their order.
  ///
  /// - Returns: the files that are complete with these parts.
  /// - Throws: `FileError` when a file cannot be made or written.
  @discardableResult
  public func write(_ parts: [OutputPart]) throws(FileError) -> [Finished] {
    var finished: [Finished] = []
    for part in parts {
      let slot: Slot
      if let known = open[part.path] {
        slot = known
      } else {
        slot = Slot(try AtomicFile(path: path + "/" + part.path))
        open[part.path] = slot
      }
      try slot.file?.write(part.bytes)
      if part.isLast {
        open[part.path] = nil
        guard let digest = try slot.file.take()?.commit() else { continue }
        finished.append(Finished(output: .init(path: part.path, digest: digest), isDocument: part.isDocument))
      }
    }
    return finished
  }
}
