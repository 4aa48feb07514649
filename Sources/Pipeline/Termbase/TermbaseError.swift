public import Lingua

/// Why a termbase could not be used.
public enum TermbaseError: Error, Hashable, Sendable {
  /// The system did not give the file or the folder.
  case file(FileError)
  /// The file is something else: no SQLite database, or one of another program.
  case notTermbase(path: String)
  /// The termbase was made by a later version of the program.
  case newer(path: String, version: Int, known: Int)
  /// Another process is writing into it and did not end in time.
  case busy(path: String)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// The file was cut off or overwritten in part.
  case damaged(path: String)
  /// There is no room on the disk.
  case diskFull(path: String)
  /// Any other failure, by SQLite's result code and message.
  case database(path: String, code: Int, message: String)
  /// The tables of the stemmers cannot be read.
  case lexicon(LexiconError)
}
