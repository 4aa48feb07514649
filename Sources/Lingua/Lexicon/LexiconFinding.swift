/// Something wrong in a lexicon file, and where.
public struct LexiconFinding: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The line is not UTF-8.
    case notUTF8
    /// There is no header row.
    case noHeader
    /// The header row lacks a column.
    case missingColumn(String)
    /// The header row has a column that such a file does not have; `near` is a known name that it may stand for.
    case unknownColumn(String, near: String?)
    /// The header row has a column twice.
    case repeatedColumn(String)
    /// A row has another number of cells than the header.
    case cellCount(found: Int, expected: Int)
    /// A cell is empty that must not be.
    case emptyCell
    /// A cell holds a value that the column does not take.
    case badValue(String, expected: [String])
    /// A variant is empty: "|" at an end of the cell, or two of them together.
    case emptyVariant
    /// A cell has the same variant twice.
    case repeatedVariant(String)
    /// The same row stood before.
    case repeatedRow(Place)
    /// The same words of the three languages stood before, with another part of speech or domain.
    case repeatedConcept(Place)
    /// A word mixes scripts; `letter` is of the script that the word does not belong to, `meant` the letter that looks
    /// like it.
    case mixedScripts(word: String, letter: Unicode.Scalar, meant: Unicode.Scalar?)
    /// A word of a script in which the column's language is not written.
    case wrongScript(word: String)
    /// A letter that the column's language does not have.
    case foreignLetter(Unicode.Scalar, word: String)
    /// The cell is not in Unicode's normalisation form C.
    case notNFC
    /// A blank that does not belong there: at an end, doubled, or no ordinary one.
    case strayBlank(Unicode.Scalar)
    /// A control character, or one that does not show.
    case controlCharacter(Unicode.Scalar)
  }

  /// A line of a file.
  public struct Place: Hashable, Sendable {
    /// The file's name.
    public var file: String
    /// The line, counted from 1.
    public var line: Int

    /// A line of a file.
    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// Where it is.
  public var place: Place
  /// The character in the line, counted from 1: a tab is one, and so is a combining mark.
  public var column: Int
  /// The name of the cell's column; nil where the whole line is meant.
  public var columnName: String?
  /// What is wrong.
  public var problem: Problem

  /// Whether the file cannot be used as it is. Otherwise its words can be read all the same, as with a row that stands
  /// there twice.
  public var isFatal: Bool {
    switch problem {
    case .repeatedVariant, .repeatedRow, .repeatedConcept, .strayBlank: false
    default: true
    }
  }
}
