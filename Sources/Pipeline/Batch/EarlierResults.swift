internal import Glibc
internal import Lingua

/// What earlier runs into a folder left, by the names of the inputs.
///
/// Held is where in the manifests each entry stands, not the entries, so that memory is some tens of bytes an input.
public final class EarlierResults: Sendable {
  private struct Place {
    var file: Int32
    var start: Int
    var count: Int
  }

  private let places: [UInt64: Place]
  private let descriptors: [Int32]
  private let folder: String

  /// Reads manifests; what a later one says of an input goes before what an earlier one does. One that is not there
  /// says nothing, and neither does a line that is cut off.
  ///
  /// - Throws: `FileError` when a manifest cannot be read.
  init(folder: String, manifests: [String]) throws(FileError) {
    var places: [UInt64: Place] = [:]
    var descriptors: [Int32] = []
    for path in manifests where isRegularFile(path) {
      let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { throw FileError(path: path, operation: .read, code: errno) }
      descriptors.append(descriptor)
      var lines = ManifestLines(try FileReader(path: path))
      while let (start, bytes) = try lines.next() {
        guard let entry = (try? JSONValue(parsing: bytes)).flatMap(ManifestEntry.init) else { continue }
        let key = XXHash64.hash(entry.path.utf8)
        places[key] = entry.status == .done ? Place(file: descriptor, start: start, count: bytes.count) : nil
      }
    }
    self.places = places
    self.descriptors = descriptors
    self.folder = folder
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  /// The entry of an input whose results still stand: the input, the options and all that it became are unchanged.
  ///
  /// - Parameters:
  ///   - path: the input's name as entries have it.
  ///   - digest: the input's digest; nil for what can be read once only, which is always done again.
  ///   - options: the fingerprint of the run.
  public func standing(_ path: String, digest: FileDigest?, options: String) -> ManifestEntry? {
    guard let digest, let entry = entry(path), entry.digest == digest, entry.options == options else { return nil }
    for output in entry.outputs {
      guard let found = try? FileDigest.regularFile(at: FolderWalk.path(folder, output.path)), found == output.digest
      else { return nil }
    }
    return entry
  }

  private func entry(_ path: String) -> ManifestEntry? {
    guard let place = places[XXHash64.hash(path.utf8)] else { return nil }
    var bytes = [UInt8](repeating: 0, count: place.count)
    let n = bytes.withUnsafeMutableBytes { pread(place.file, $0.baseAddress, $0.count, off_t(place.start)) }
    guard n == place.count, let entry = (try? JSONValue(parsing: bytes)).flatMap(ManifestEntry.init) else { return nil }
    // Two names may share a hash.
    return entry.path.utf8.elementsEqual(path.utf8) ? entry : nil
  }
}

/// The whole lines of a manifest, block by block.
struct ManifestLines: ~Copyable {
  private let file: FileReader
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var held: [UInt8] = []
  // Where in the file `held` begins, and how far lines of it were handed out.
  private var offset = 0
  private var position = 0

  init(_ file: consuming FileReader) { self.file = file }

  /// The next line without its line feed, and where it begins in the file; nil at the end.
  mutating func next() throws(FileError) -> (start: Int, bytes: [UInt8])? {
    var searched = position
    while true {
      if let end = held[searched...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        return (offset + position, Array(held[position..<end]))
      }
      offset += position
      held.removeFirst(position)
      searched = held.count
      position = 0
      let n = try file.read(into: &block)
      if n == 0 { return nil }
      held += block[..<n]
    }
  }
}
