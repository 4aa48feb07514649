import Lingua

extension Prose {
  /// A finding of a lexicon file as "file:line:column: what is wrong; what to do".
  static func words(_ finding: LexiconFinding) -> String {
    "\(finding.place.file):\(finding.place.line):\(finding.column): \(message(finding))"
  }

  /// What is wrong and what to do, without the place.
  static func message(_ finding: LexiconFinding) -> String {
    let column = finding.columnName.map { "column \($0): " } ?? ""
    return column + problem(finding.problem)
  }

  private static func problem(_ problem: LexiconFinding.Problem) -> String {
    switch problem {
    case .notUTF8: "not UTF-8; save the file as UTF-8"
    case .noHeader: "there is no header row; begin with the names of the columns, with tabs between: kk, ru, en"
    case .missingColumn(let name): "the header row has no column \"\(name)\"; add it, with a tab between columns"
    case .unknownColumn(let name, let near):
      near.map { "there is no column \"\(name)\"; did you mean \"\($0)\"?" }
        ?? "there is no column \"\(name)\"; call it \"note\" or take it out"
    case .repeatedColumn(let name): "the column \"\(name)\" stands there twice; take one out"
    case .cellCount(let found, let expected):
      "\(found) \(found == 1 ? "cell" : "cells") where the header has \(expected); put one tab between cells"
    case .emptyCell: "the cell is empty; fill it or take the row out"
    case .badValue(let value, let expected):
      "\"\(value)\" is none of \(expected.joined(separator: ", ")); choose one of them"
    case .emptyVariant: "an empty variant; \"|\" stands between two variants only"
    case .repeatedVariant(let text): "\"\(text)\" stands there twice; take one out"
    case .repeatedRow(let place): "the same row as line \(place.line); take one out"
    case .repeatedConcept(let place):
      "the same words as \(place.file):\(place.line); take one row out or say how they differ"
    case .mixedScripts(let word, let letter, let meant):
      "\"\(word)\" mixes scripts, \(name(letter)) is \(script(letter)); "
        + (meant.map { "type \(name($0)), \(script($0))" } ?? "write the word in one script")
    case .wrongScript(let word): "\"\(word)\" is written in another script; type it in the script of the language"
    case .foreignLetter(let letter, let word):
      "\(name(letter)) in \"\(word)\" is no letter of the language; type the right one, or move the word"
    case .notNFC: "the letter and its mark are two characters (not NFC); type them as one"
    case .strayBlank(let blank):
      blank == " "
        ? "a blank that does not belong there; take it out" : "\(name(blank)) is no ordinary blank; type a blank"
    case .controlCharacter(let scalar): "\(name(scalar)) does not show; take it out"
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return scalar.value < 0x80
      ? "\"\(scalar)\"".printable : scalar.properties.isAlphabetic ? "\"\(scalar)\" (\(code))" : code
  }

  private static func script(_ letter: Unicode.Scalar) -> String {
    switch letter.value {
    case 0x400..<0x530: "Cyrillic"
    case 0..<0x250: "Latin"
    default: "of another script"
    }
  }
}
