/// Short articles of one field, some of whose words are invented, so that no lexicon knows them.
public enum InventedBatch {
  /// Invented words that translate each other and do not look alike.
  public static let words = [
    ("мөрзіп", "столдек", "brackfold"), ("шүңғал", "дервиг", "plimton"), ("тәлбөк", "хрустод", "gennick"),
    ("құнжыр", "фамлеж", "wodderbeck"), ("бөгзем", "чилгап", "tressop"), ("жәмпіл", "огруден", "falnook"),
  ]
  private static let known = [
    ("су", "воду", "water"), ("кітап", "книгу", "books"), ("мұнай", "нефть", "oil"), ("газ", "газ", "gas"),
    ("темір", "железо", "iron"), ("баспана", "жильё", "housing"), ("көлік", "транспорт", "transport"),
  ]
  /// %a is an invented word, %b a known one, %n a number.
  private static let sentences = [
    (
      "Мақалада %a және оның %n түрі зерттеледі.", "В статье исследуются %a и %n его видов.",
      "The article studies %a and %n kinds of it."
    ),
    (
      "%n жылы %a сапасы екі есе артты.", "В %n году качество %a выросло вдвое.",
      "In %n the quality of %a doubled."
    ),
    (
      "Ауылда %b бағасы %n теңгеге жетті.", "В селе цена на %b достигла %n тенге.",
      "In the village the price of %b reached %n tenge."
    ),
    (
      "Мұғалімдер %a туралы %n кітап жазды.", "Учителя написали %n книг про %a.",
      "Teachers wrote %n books about %a."
    ),
    (
      "Заң бойынша %a пен %b %n айдан кейін сатылады.", "По закону %a и %b продаются через %n месяцев.",
      "By law %a and %b are sold after %n months."
    ),
  ]

  /// The sentences of an article as (Kazakh, Russian, English); no two articles share one.
  public static func sentences(of article: Int, count: Int = 15) -> [(String, String, String)] {
    (0..<count).map { place in
      let sentence = sentences[place % sentences.count]
      let word = words[(article + place) % words.count]
      let other = known[(article * 3 + place) % known.count]
      func filled(_ text: String, _ word: String, _ other: String) -> String {
        text.replacing("%a", with: word).replacing("%b", with: other)
          .replacing("%n", with: String(100 + article * count + place))
      }
      return (
        filled(sentence.0, word.0, other.0), filled(sentence.1, word.1, other.1), filled(sentence.2, word.2, other.2)
      )
    }
  }

  /// An article with an abstract in each language.
  public static func article(_ number: Int, count: Int = 15) -> String {
    let sentences = sentences(of: number, count: count)
    return """
      Аңдатпа

      \(sentences.map(\.0).joined(separator: " "))

      Түйін сөздер: су, мұнай.

      Аннотация

      \(sentences.map(\.1).joined(separator: " "))

      Ключевые слова: вода, нефть.

      Abstract

      \(sentences.map(\.2).joined(separator: " "))

      Keywords: water, oil.

      """
  }
}
