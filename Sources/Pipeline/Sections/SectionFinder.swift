public import Lingua

/// Finds title, abstract and keywords of each language in a document.
///
/// Lines are read with their features (letters, case, signs of metadata, headings); a dynamic program finds the most
/// plausible sequence of titles, credits, abstracts and keyword lists. Only the neighbourhood of keyword labels and of
/// abstract headings is looked at, so that a long body costs next to nothing. Where no label is found, the beginning and
/// the end of the document are searched for titles and abstracts that translate each other.
public struct SectionFinder: Sendable {
  private let identifier: LanguageIdentifier
  private let headings: Headings
  private let metadata: Metadata
  private let normalizer = Normalizer()

  /// A finder over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when the headings, the metadata markers or the words that tell languages cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    identifier = try LanguageIdentifier(lexicons: lexicons)
    headings = try Headings(lexicons: lexicons)
    metadata = try Metadata(lexicons: lexicons)
  }

  /// The sections of the document in the order in which they stand; at most one of each kind in each language.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func sections(of document: Document) throws(ICUError) -> [Section] { try find(in: document).sections }

  /// The sections of a document, and how many labelled ones of one kind there are at most in a language: those of several
  /// articles, where they are more than a few.
  func find(in document: Document) throws(ICUError) -> (sections: [Section], mostAlike: Int) {
    let bytes = Array(document.text.utf8)
    return try bytes.withUnsafeBufferPointer { (buffer) throws(ICUError) in
      let reader = BlockReader(headings: headings, metadata: metadata, identifier: identifier)
      let lines = reader.lines(of: buffer)
      let candidates = reader.regions(of: lines).flatMap { SectionCandidates.read($0) }
      var chosen = SectionCandidates.choose(candidates)
      if Set(chosen.map(\.language)).count < 2 {
        let parallel = ParallelSections(bytes: buffer, identifier: identifier).candidates(in: reader.ends(of: lines))
        if !parallel.isEmpty { chosen = parallel }
      }
      chosen = KeywordLanguages(bytes: buffer, reader: LineReader(metadata: metadata)).part(chosen)
      var sections: [Section] = []
      for candidate in chosen {
        if let section = try section(candidate, in: buffer) { sections.append(section) }
      }
      return (sections, SectionCandidates.mostAlike(candidates))
    }
  }

  private func section(
    _ candidate: SectionCandidate, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(ICUError) -> Section? {
    // Reading takes the markup off Markdown; this is for markup in what is called plain text.
    let isMarkup = candidate.isMarkedUp
    var pieces = candidate.pieces
    let isList = candidate.kind == .keywords
    var partsPieces = false
    if isList {
      pieces = pieces.map { $0.lowerBound + LineJoiner.bulletWidth(bytes, $0)..<$0.upperBound }
      partsPieces = LineJoiner.areItems(bytes, pieces, label: candidate.label?.upperBound)
    }
    if isMarkup {
      if let first = pieces.first { pieces[0] = LineJoiner.trimMarkup(bytes, first) }
      if let last = pieces.last { pieces[pieces.count - 1] = LineJoiner.trimMarkup(bytes, last) }
      pieces.removeAll(where: \.isEmpty)
    }
    guard let first = pieces.first, let last = pieces.last else { return nil }
    let range = first.lowerBound..<last.upperBound
    let joiner = LineJoiner(bytes: bytes, isMarkup: isMarkup, isList: isList, partsPieces: partsPieces)
    let joined = joiner.edits(joining: pieces)
    let slice = String(decoding: bytes[range], as: UTF8.self)
    let local = joined.map {
      Edit(
        rule: $0.rule, range: $0.range.lowerBound - range.lowerBound..<$0.range.upperBound - range.lowerBound,
        replacement: $0.replacement)
    }
    guard let line = try? local.replay(on: slice) else { return nil }
    let normalized = try normalizer.normalize(line)
    let edits = local.composed(with: normalized.edits)
    guard !normalized.text.isEmpty else { return nil }
    // The map begins with the deletion of all that stands before the section, so that it answers in document offsets.
    var shifted = [Edit(rule: EditRule(rawValue: "section"), range: 0..<range.lowerBound, replacement: "")]
    for edit in edits {
      shifted.append(
        Edit(
          rule: edit.rule, range: edit.range.lowerBound + range.lowerBound..<edit.range.upperBound + range.lowerBound,
          replacement: edit.replacement))
    }
    let label = candidate.label.map { String(decoding: bytes[$0], as: UTF8.self) }
    return Section(
      language: candidate.language, kind: candidate.kind, text: normalized.text, label: label, range: range,
      map: OffsetMap(shifted))
  }
}
