internal import Lingua

/// A file of parallel text: NAME.kk-ru.tsv, one sentence and its translations a line.
///
/// The languages stand in the file's name in the order of its columns. A further column may hold a score of the pair
/// from 0 to 1 with a decimal point or comma.
struct ParallelFile {
  /// The file's name up to the languages.
  let name: String
  /// The languages of the columns.
  let languages: [Language]

  /// The file by its name; nil when it is not named like parallel text.
  init?(_ fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[parts.count - 1] == "tsv" else { return nil }
    let tags = parts[parts.count - 2].split(separator: "-", omittingEmptySubsequences: false)
    let languages = tags.compactMap { Language(rawValue: String($0)) }
    guard languages.count == tags.count, languages.count > 1, Set(languages).count == languages.count else {
      return nil
    }
    name = parts.dropLast(2).joined(separator: ".")
    guard !name.isEmpty else { return nil }
    self.languages = languages
  }

  /// A line that can be used.
  struct Row {
    /// The sentences in the order of the columns.
    var sentences: [String]
    /// The score, 1 where the file has none.
    var score: Double
  }

  /// Reads one line.
  ///
  /// - Throws: what is wrong with it.
  func row(_ line: ArraySlice<UInt8>) throws(BadRow.Reason) -> Row {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard cells.count == languages.count || cells.count == languages.count + 1 else {
      throw .cellCount(found: cells.count, expected: languages.count)
    }
    var sentences: [String] = []
    for cell in cells.prefix(languages.count) {
      guard let text = String(validating: cell, as: UTF8.self) else { throw .notUTF8 }
      sentences.append(text)
    }
    var score = 1.0
    if cells.count > languages.count, let cell = cells.last {
      let text = String(decoding: cell.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
      guard let value = Double(text), value.isFinite else { throw .badScore(String(decoding: cell, as: UTF8.self)) }
      score = value
    }
    return Row(sentences: sentences, score: score)
  }
}

/// A line of parallel text that was left out because it is broken.
public struct BadRow: Hashable, Sendable {
  /// What is wrong with it.
  public enum Reason: Error, Hashable, Sendable {
    /// It has another number of cells than the file's name has languages.
    case cellCount(found: Int, expected: Int)
    /// The score is no number.
    case badScore(String)
    /// The bytes are not UTF-8.
    case notUTF8
  }
  /// The file's path.
  public var path: String
  /// The line, counted from 1.
  public var line: Int
  /// What is wrong.
  public var reason: Reason
}
