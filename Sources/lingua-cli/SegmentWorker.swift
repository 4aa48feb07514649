import Lingua

/// One worker's own segmenters. A class, because segmenters cannot be copied.
final class SegmentWorker {
  private let prototype: SegmentPrototype
  private var kazakh: SentenceSegmenter?
  private var russian: SentenceSegmenter?
  private var english: SentenceSegmenter?
  private var words: WordSegmenter?

  /// A worker; it clones what it needs when it first needs it.
  init(_ prototype: SegmentPrototype) { self.prototype = prototype }

  /// The sentences or the words of a text, as UTF-8 ranges.
  ///
  /// - Parameter language: the text's own where nil; English rules where that is none of the three.
  func ranges(of text: String, words wantsWords: Bool, language: Language?) throws(ICUError) -> [Range<Int>] {
    if wantsWords {
      if words == nil { words = try prototype.words.clone() }
      return try words?.words(of: text).map(\.range) ?? []
    }
    switch language ?? prototype.identifier.identify(text).language.language ?? .en {
    case .kk:
      if kazakh == nil { kazakh = try prototype.kazakh.clone() }
      return try kazakh?.sentences(of: text) ?? []
    case .ru:
      if russian == nil { russian = try prototype.russian.clone() }
      return try russian?.sentences(of: text) ?? []
    case .en:
      if english == nil { english = try prototype.english.clone() }
      return try english?.sentences(of: text) ?? []
    }
  }
}

/// What the workers clone.
final class SegmentPrototype: Sendable {
  let identifier: LanguageIdentifier
  let kazakh: SentenceSegmenter
  let russian: SentenceSegmenter
  let english: SentenceSegmenter
  /// ICU's word rules are the same for the three languages.
  let words: WordSegmenter

  init(lexicons: Lexicons) throws {
    identifier = try LanguageIdentifier(lexicons: lexicons)
    kazakh = try SentenceSegmenter(language: .kk, lexicons: lexicons)
    russian = try SentenceSegmenter(language: .ru, lexicons: lexicons)
    english = try SentenceSegmenter(language: .en, lexicons: lexicons)
    words = try WordSegmenter(language: .kk)
  }
}
