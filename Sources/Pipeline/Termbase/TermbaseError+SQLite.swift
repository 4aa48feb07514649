internal import GRDB

extension TermbaseError {
  /// What a failure of SQLite means for a termbase; https://www.sqlite.org/rescode.html has the codes.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as TermbaseError: self = error
    case let error as DatabaseError:
      switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      // A journal that cannot be made beside the file is reported as a file that cannot be opened.
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
      case .SQLITE_CORRUPT: self = .damaged(path: path)
      case .SQLITE_NOTADB: self = .notTermbase(path: path)
      case .SQLITE_FULL: self = .diskFull(path: path)
      default:
        self = .database(path: path, code: Int(error.resultCode.rawValue), message: error.message ?? "")
      }
    default: self = .database(path: path, code: 0, message: "\(error)")
    }
  }
}
