public import Lingua

/// Sentences that a user says translate each other: a table with a row an anchor, whose cells are the numbers by which
/// `SentenceList` calls them.
///
/// UTF-8, tabs between cells, a header row that names two or three of kk, ru and en, lines that begin with `#` are
/// comments. An empty cell says nothing of its language.
public struct AnchorTable: Sendable {
  /// The anchors as they were written.
  private let rows: [(line: Int, numbers: Trilingual<Int?>)]
  private let path: String

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: the table.
  ///   - path: its file, for errors.
  /// - Throws: `AnchorError` with the first place that is wrong.
  public init(_ text: String, path: String) throws(AnchorError) {
    let bytes = Array(text.utf8)
    var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
    bytes.withUnsafeBufferPointer {
      var scan = LineScan($0)
      while let range = scan.next() { lines.append((scan.number, bytes[range])) }
    }
    var columns: [Language]?
    var rows: [(line: Int, numbers: Trilingual<Int?>)] = []
    for (number, line) in lines {
      if line.first == UInt8(ascii: "#") || line.allSatisfy({ $0 <= 0x20 }) { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
        let blanks = cell.prefix { $0 == 0x20 }.count
        return String(decoding: cell.dropFirst(blanks).prefix { $0 > 0x20 }, as: UTF8.self)
      }
      func error(_ reason: AnchorError.Reason) -> AnchorError {
        AnchorError(path: path, line: number, reason: reason)
      }
      guard let columns else {
        let languages = cells.compactMap(Language.init(rawValue:))
        guard languages.count == cells.count, Set(languages).count == cells.count, cells.count > 1 else {
          throw error(.badHeader)
        }
        columns = languages
        continue
      }
      guard cells.count == columns.count else { throw error(.cellCount(found: cells.count, expected: columns.count)) }
      var numbers = Trilingual<Int?>(repeating: nil)
      for (language, cell) in zip(columns, cells) where !cell.isEmpty {
        guard let place = Int(cell), place > 0 else { throw error(.badNumber(language, cell)) }
        numbers[language] = place
      }
      rows.append((number, numbers))
    }
    self.rows = rows
    self.path = path
  }

  /// The anchors by the indices of the sentences.
  ///
  /// - Throws: `AnchorError` when an anchor names a line without a sentence, or cannot be kept.
  public func anchors(in lists: Trilingual<SentenceList>) throws(AnchorError) -> [Trilingual<Int?>] {
    var anchors: [Trilingual<Int?>] = []
    for row in rows {
      var anchor = Trilingual<Int?>(repeating: nil)
      for language in Language.allCases {
        guard let number = row.numbers[language] else { continue }
        guard let index = lists[language].index(ofNumber: number) else {
          throw AnchorError(path: path, line: row.line, reason: .noSentence(language, number))
        }
        anchor[language] = index
      }
      anchors.append(anchor)
    }
    return anchors
  }

  /// What an aligner says of an anchor, with the place in the table.
  public func place(_ error: AlignmentError) -> AnchorError {
    func line(_ anchor: Int) -> Int { rows.indices.contains(anchor) ? rows[anchor].line : 0 }
    switch error {
    case .noSuchSentence(let anchor, let language, let sentence, _):
      let number = rows.indices.contains(anchor) ? rows[anchor].numbers[language] : nil
      return AnchorError(path: path, line: line(anchor), reason: .noSentence(language, number ?? sentence + 1))
    case .oneLanguage(let anchor): return AnchorError(path: path, line: line(anchor), reason: .oneLanguage)
    case .crossing(let first, let second):
      return AnchorError(path: path, line: line(second), reason: .crossing(line: line(first)))
    case .beadTooLarge(let anchors, let language, let sentences):
      let lines = anchors.map(line)
      return AnchorError(
        path: path, line: lines.last ?? 0, reason: .beadTooLarge(lines: lines, language, sentences: sentences))
    case .acrossParagraphs(let anchors, let language):
      let lines = anchors.map(line)
      return AnchorError(path: path, line: lines.last ?? 0, reason: .acrossParagraphs(lines: lines, language))
    }
  }
}

/// A place in a table of anchors that cannot be used, and why.
public struct AnchorError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The header row does not name two or three of kk, ru and en, each once.
    case badHeader
    /// A row with other than the header's cells.
    case cellCount(found: Int, expected: Int)
    /// A cell that is no number from 1 on.
    case badNumber(Language, String)
    /// There is no sentence of that number: no such line, or a blank one.
    case noSentence(Language, Int)
    /// The row joins nothing, as it names one language or none.
    case oneLanguage
    /// The anchor crosses the one of another line.
    case crossing(line: Int)
    /// The anchors of some lines join more sentences of a language than a bead may have.
    case beadTooLarge(lines: [Int], Language, sentences: Int)
    /// The anchors of some lines join sentences of two paragraphs of a language, which are hard limits.
    case acrossParagraphs(lines: [Int], Language)
  }
  /// The file.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong.
  public var reason: Reason
}
