internal import GRDB
internal import Glibc
public import Lingua

/// The concepts that somebody decided about, and those that were proposed before, in one SQLite file.
///
/// A value may be shared by tasks: it lets one at a time to the file. Other processes are waited for.
public struct Termbase: Sendable {
  /// What a termbase is opened for.
  public enum Access: Hashable, Sendable {
    /// Looking only: the file must be there, and it may lie where nothing can be written.
    case reading
    /// Changing: the file is made where there is none.
    case writing
  }

  /// The version of the schema that this code writes.
  public static let version = 1
  /// SQLite's mark for the owner of a file, "LGTB".
  static let applicationID = 0x4C47_5442

  /// The file.
  public let path: String
  let queue: DatabaseQueue
  let kazakh: KazakhStemmer
  /// Whether the file was not there before.
  private let isMade: Bool

  /// Opens a termbase.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: what it is opened for. The default is writing.
  ///   - lexicons: where the tables of the Kazakh stemmer come from.
  ///   - patience: how long another process is waited for, in seconds.
  /// - Throws: `TermbaseError` when the file is none, is newer, is in use, or may not be read or written.
  public init(
    path: String, access: Access = .writing, lexicons: Lexicons = .embedded, patience: Double = 5
  ) throws(TermbaseError) {
    do throws(LexiconError) {
      kazakh = try KazakhStemmer(lexicons: lexicons)
    } catch {
      throw .lexicon(error)
    }
    let file = TermbaseFile(path: path)
    try file.check(for: access)
    isMade = !file.isThere
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.busyMode = .timeout(patience)
    configuration.label = "termbase"
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      switch access {
      case .reading: try queue.read { try TermbaseSchema.check($0, path: path) }
      case .writing: try queue.write { try TermbaseSchema.prepare($0, path: path) }
      }
    } catch {
      throw TermbaseError(error, path: path)
    }
    self.path = path
  }

  /// All concepts, in the order of their ids.
  ///
  /// - Parameter statuses: what was decided about those that are wanted; all by default.
  /// - Throws: `TermbaseError` when the file cannot be read.
  public func entries(
    _ statuses: Set<GlossaryEntry.Status> = Set(GlossaryEntry.Status.allCases)
  ) throws(TermbaseError) -> [GlossaryEntry] {
    try reading { try TermbaseRows(database: $0, path: path).entries(statuses) }
  }

  /// What was decided, in the order of the decisions.
  ///
  /// - Throws: `TermbaseError` when the file cannot be read.
  public func decisions() throws(TermbaseError) -> [TermbaseDecision] {
    try reading { try TermbaseRows(database: $0, path: path).decisions() }
  }

  /// Removes the file where this value made it and nobody has put anything into it: what fails leaves no termbase behind.
  public func removeIfUnused() {
    guard isMade, (try? entries().isEmpty) == true, (try? queue.close()) != nil else { return }
    _ = path.withSystemPath { unlink($0) }
  }

  /// Reads in one transaction.
  func reading<Result>(_ work: (Database) throws -> Result) throws(TermbaseError) -> Result {
    do { return try queue.read(work) } catch { throw TermbaseError(error, path: path) }
  }

  /// Writes in one transaction; nothing is changed where it throws.
  func writing<Result>(_ work: (Database) throws -> Result) throws(TermbaseError) -> Result {
    do { return try queue.write(work) } catch { throw TermbaseError(error, path: path) }
  }
}

/// A decision about a concept.
public struct TermbaseDecision: Hashable, Sendable {
  /// The concept's id.
  public var concept: String
  /// When, in seconds since the beginning of 1970.
  public var time: Int
  /// What was decided.
  public var status: GlossaryEntry.Status
  /// Where the decision came from: the name of the file that was imported.
  public var origin: String
  /// What the concept was called from then on: "kk: …; ru: …; en: …".
  public var terms: String
}
