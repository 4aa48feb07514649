internal import Glibc

/// The file of a termbase before SQLite opens it: SQLite names no reason for much of what can be wrong.
struct TermbaseFile {
  let path: String

  /// How every SQLite file begins; https://www.sqlite.org/fileformat2.html.
  private static let signature = Array("SQLite format 3\0".utf8)

  /// Whether there is anything of its name.
  var isThere: Bool { path.withSystemPath { Glibc.access($0, F_OK) } == 0 }

  /// - Throws: `TermbaseError` where the file or its folder cannot be used.
  func check(for access: Termbase.Access) throws(TermbaseError) {
    // SQLite takes names as UTF-8 alone.
    if path.unicodeScalars.contains(where: { $0.nameByte != nil }) { throw failure(EILSEQ, access) }
    if isFolder(path) { throw failure(EISDIR, access) }
    guard isThere else {
      if access == .reading { throw failure(errno, access) }
      return try checkFolder()
    }
    if access == .writing, path.withSystemPath({ Glibc.access($0, W_OK) }) != 0 { throw .readOnly(path: path) }
    let header: [UInt8]
    let size: Int
    do throws(FileError) {
      let reader = try FileReader(path: path)
      var buffer = [UInt8](repeating: 0, count: 100)
      let count = try reader.fill(&buffer)
      header = Array(buffer[..<count])
      size = reader.expectedSize
    } catch {
      throw .file(error)
    }
    // A file of no bytes is an empty database.
    if header.isEmpty && access == .writing { return }
    guard header.starts(with: Self.signature) else { throw .notTermbase(path: path) }
    guard header.count == 100, size >= Self.expectedSize(header) else { throw .damaged(path: path) }
  }

  /// The size that the header tells; 0 where an old program wrote last, which leaves the header's number behind.
  private static func expectedSize(_ header: [UInt8]) -> Int {
    func number(_ place: Int, _ count: Int) -> Int { header[place..<place + count].reduce(0) { $0 << 8 | Int($1) } }
    let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
    return number(24, 4) == number(92, 4) ? pageSize * number(28, 4) : 0
  }

  private func checkFolder() throws(TermbaseError) {
    let folder = parentFolder(path) ?? "."
    if !isFolder(folder) { throw .file(FileError(path: folder, operation: .write, code: ENOENT)) }
    if folder.withSystemPath({ Glibc.access($0, W_OK | X_OK) }) != 0 { throw .readOnly(path: path) }
  }

  private func failure(_ code: Int32, _ access: Termbase.Access) -> TermbaseError {
    .file(FileError(path: path, operation: access == .reading ? .read : .write, code: code))
  }
}
