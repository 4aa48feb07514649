import ArgumentParser
import Lingua
import Pipeline

/// Tables of a user's own beside the lexicons.
struct OwnLexicons: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp(
      "Add the concepts of this table (columns kk, ru, en; pos and domain where you like). Repeatable.",
      valueName: "file"))
  var files: [String] = []

  /// The lexicons to work with.
  ///
  /// - Throws: `LexiconFolder.Failure` or `FileError` when a folder or file cannot be read, `BrokenLexicon` when a table
  ///   has a row that would be misread.
  func lexicons(_ shared: SharedOptions) throws -> Lexicons {
    var lexicons = try shared.lexicons()
    for path in files {
      lexicons = try lexicons.adding(Lexicons.Addition(path: path, bytes: try LexiconFolder.bytes(of: path)))
    }
    return lexicons
  }
}
