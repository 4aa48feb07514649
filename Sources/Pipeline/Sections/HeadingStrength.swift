/// How far a heading at the start of a line can be believed.
enum HeadingStrength: Int, Comparable {
  /// Words of running text.
  case none
  /// A heading if the rest agrees.
  case weak
  /// A heading.
  case strong

  static func < (a: HeadingStrength, b: HeadingStrength) -> Bool { a.rawValue < b.rawValue }

  /// Weighs a heading by what stands before it and after it.
  ///
  /// - Parameters:
  ///   - rest: the features of the line behind the label.
  ///   - next: those of the next line, where it belongs to the same paragraph.
  ///   - before: those of the line before, where no empty line or page break stands between.
  static func of(
    _ heading: Heading, rest: LineFeatures, next: LineFeatures?, before: LineFeatures?
  ) -> HeadingStrength {
    let isNewSentence = before?.endsSentence ?? true
    // Running text goes on with a small letter in the middle of a sentence.
    if !heading.isCapitalised && !heading.isMarkedUp && !isNewSentence { return .none }
    switch heading.kind {
    case .keywords: return keywords(heading, rest, next, isNewSentence)
    case .abstract: return abstract(heading, rest, isNewSentence)
    case .title:
      return heading.delimiter == .colon || (heading.delimiter == .line && heading.isMarkedUp) ? .weak : .none
    case .introduction, .methods, .results, .discussion, .conclusion, .references, .back:
      guard heading.isCapitalised else { return .none }
      switch heading.delimiter {
      // "… BY MODERN" + "METHODS" is the end of a title.
      case .line: return before.map { $0.isCaps && !$0.endsSentence } == true ? .none : .strong
      case .colon, .stop: return rest.startsLower ? .weak : .strong
      case .dash: return .none
      case .none:
        if heading.textStart == heading.label.upperBound && rest.startsUpper { return .strong }  // "ВведениеСтепь"
        return heading.isAllCaps && !rest.isCaps && rest.startsUpper ? .weak : .none
      }
    case .part: return .none
    }
  }

  private static func keywords(
    _ heading: Heading, _ rest: LineFeatures, _ next: LineFeatures?, _ isNewSentence: Bool
  ) -> HeadingStrength {
    switch heading.delimiter {
    case .colon: return .strong
    case .stop: return rest.innerStops > 1 ? .weak : .strong
    case .line: return heading.isCapitalised || heading.isMarkedUp ? .strong : .weak
    case .dash, .none:
      if heading.isMarkedUp { return .strong }
      guard isNewSentence else { return .none }
      var separators = rest.separators
      var words = rest.words
      var stops = rest.innerStops
      if let next, !rest.endsSentence {
        separators += next.separators
        words += next.words
        stops += next.innerStops
      }
      // Items of a list are short; running text has a comma every dozen words.
      guard separators >= 2, words <= (separators + 1) * 4, stops == 0, rest.words <= (rest.separators + 1) * 4 else {
        return .none
      }
      return .weak
    }
  }

  private static func abstract(
    _ heading: Heading, _ rest: LineFeatures, _ isNewSentence: Bool
  ) -> HeadingStrength {
    switch heading.delimiter {
    case .colon: return .strong
    case .line: return heading.isCapitalised || heading.isMarkedUp ? .strong : .weak
    case .stop, .dash: return rest.startsLower ? .weak : .strong
    case .none:
      if heading.isMarkedUp { return .strong }
      guard isNewSentence, heading.isCapitalised, rest.startsUpper else { return .none }
      if heading.textStart == heading.label.upperBound { return .strong }
      if heading.isAllCaps { return rest.isCaps ? .none : .weak }
      return rest.isProse || rest.width > 60 ? .weak : .none
    }
  }
}
