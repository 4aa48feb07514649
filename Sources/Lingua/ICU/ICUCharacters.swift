internal import CICU

/// Character properties from ICU's data.
extension Unicode.Scalar {
  /// ICU's script code of the character.
  var icuScript: Int32 { lingua_char_script(value) }
  /// The character in simple case folding: one scalar to one scalar.
  package var simpleFold: Unicode.Scalar {
    Unicode.Scalar(lingua_char_fold(value)) ?? self
  }
  /// The character in lower case: one scalar to one scalar.
  var simpleLowercase: Unicode.Scalar { Unicode.Scalar(lingua_char_lower(value)) ?? self }
  /// The character in upper case: one scalar to one scalar.
  var simpleUppercase: Unicode.Scalar { Unicode.Scalar(lingua_char_upper(value)) ?? self }
  /// The general category as ICU's `UCharCategory` number.
  var icuCategory: Int8 { lingua_char_category(value) }

  /// Whether the character is a letter (general category L*).
  package var isLetter: Bool { (1...5).contains(icuCategory) }
  /// Whether the character is an upper-case or title-case letter.
  package var isUppercaseLetter: Bool { icuCategory == 1 || icuCategory == 3 }
  /// Whether the character is a lower-case letter.
  package var isLowercaseLetter: Bool { icuCategory == 2 }
  /// Whether the character is a decimal digit.
  package var isDecimalDigit: Bool { icuCategory == 9 }
  /// Whether the character is a combining mark (general category M*).
  package var isMark: Bool { (6...8).contains(icuCategory) }
}

extension ICU {
  static func scriptShortName(_ code: Int32) -> String {
    lingua_script_short_name(code).map { String(cString: $0) } ?? "Zzzz"
  }
}
