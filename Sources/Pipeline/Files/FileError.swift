/// A file or folder that the system would not let us use, and why.
public struct FileError: Error, Hashable, Sendable {
  /// What was tried.
  public enum Operation: String, Hashable, Sendable {
    /// Opening or reading.
    case read
    /// Creating or writing.
    case write
    /// Putting a finished file in its place.
    case rename
    /// Making a folder.
    case makeFolder
    /// Reading a folder's entries.
    case list
  }
  /// The path as it was given.
  public var path: String
  /// What was tried.
  public var operation: Operation
  /// The system's `errno`.
  public var code: Int32

  /// A failed operation.
  public init(path: String, operation: Operation, code: Int32) {
    self.path = path
    self.operation = operation
    self.code = code
  }
}
