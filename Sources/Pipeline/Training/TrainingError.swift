/// Training that cannot begin.
public enum TrainingError: Error, Hashable, Sendable {
  /// A file or folder cannot be read.
  case file(FileError)
  /// No file of the folder is named like parallel text.
  case noText(path: String)
  /// A source to be left out that is not there, and the names of those that are.
  case unknownSource(String, known: [String])
  /// A language has more stems than the file can number, 65,536.
  case tooManyStems(Int)
}
