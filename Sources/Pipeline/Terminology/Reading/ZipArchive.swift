internal import CArchive

/// The files of a zip archive in memory.
struct ZipArchive: ~Copyable {
  /// Why a file of an archive cannot be read.
  enum Fault: Error {
    case encrypted
    case damaged
    /// It unpacks to more than so many bytes, or to far more than a real file of its size does.
    case tooLarge(limit: Int)
  }

  /// What unpacks to this or less may be as repetitive as it likes.
  private static let harmless = 1 << 24
  /// How many times its packed size a file may have beyond that. XML of tables packs to a tenth or a fiftieth.
  private static let mostPacked = 300

  private let archive: OpaquePointer

  /// An archive of bytes that live as long as it; nil where they are none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let archive = lingua_archive_open(bytes.baseAddress, Int64(bytes.count)) else { return nil }
    self.archive = archive
  }

  deinit { lingua_archive_close(archive) }

  /// The content of a file, by its name in any letter case; nil where there is none.
  func content(of name: String, limit: Int) throws(Fault) -> [UInt8]? {
    var entry = lingua_archive_entry()
    guard lingua_archive_find(archive, name, &entry) else { return nil }
    if entry.is_encrypted { throw .encrypted }
    // What the archive says of sizes may be a lie, so what comes out is counted as well.
    let most = min(limit, max(Self.harmless, Int(min(entry.packed, Int64(limit))) * Self.mostPacked))
    if entry.size > Int64(most) { throw .tooLarge(limit: most) }
    guard lingua_archive_begin(archive) else { throw .damaged }
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = Int(lingua_archive_read(archive, &block, Int32(block.count)))
      if n == 0 { break }
      if n < 0 || content.count + n > most {
        _ = lingua_archive_end(archive)
        throw n < 0 ? .damaged : .tooLarge(limit: most)
      }
      content += block[..<n]
    }
    guard lingua_archive_end(archive) else { throw .damaged }
    return content
  }
}
