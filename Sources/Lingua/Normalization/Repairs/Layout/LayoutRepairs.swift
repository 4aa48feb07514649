/// The repairs of pages, lines and the joints of words.
enum LayoutRepairs {
  /// The repairs in the order in which they run: marks of Markdown, what belongs to the page, what extraction did to line
  /// ends, the line ends themselves, and what is left inside the lines.
  ///
  /// - Throws: `LexiconError` when a table is missing or broken.
  static func all(lexicons: Lexicons, footnotes: FootnoteHandling) throws(LexiconError)
    -> [any DocumentRepair]
  {
    let lexicon = try LayoutLexicon(lexicons: lexicons)
    let stemmer = try KazakhStemmer(lexicons: lexicons)
    return [
      MarkdownResidue(), PageFurniture(lexicon: lexicon, footnotes: footnotes),
      LostHyphens(lexicon: lexicon, stemmer: stemmer), LineEnds(lexicon: lexicon, stemmer: stemmer),
      WordJoints(lexicon: lexicon, stemmer: stemmer),
    ]
  }
}
