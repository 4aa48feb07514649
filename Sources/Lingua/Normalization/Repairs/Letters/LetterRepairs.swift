/// The repairs of letters and signs, in the order in which they run.
enum LetterRepairs {
  /// All of them, with their tables.
  ///
  /// - Throws: `LexiconError` when a table is missing or broken.
  static func all(lexicons: Lexicons) throws(LexiconError) -> [any DocumentRepair] {
    let shapes = LetterShapes(try Lookalikes(lexicons: lexicons))
    let numerals = try RomanTable(lexicons: lexicons)
    return [
      // Numerals first: their letters are of both scripts.
      RomanNumerals(shapes: shapes, table: numerals), NumeroSigns(shapes: shapes),
      // Words of two scripts, before what needs them whole.
      MixedScripts(shapes: shapes), LookalikeWords(shapes: shapes), StandIns(shapes: shapes),
      DigitLetters(shapes: shapes), CaseSlips(shapes: shapes), QuoteHabit(),
    ]
  }
}
