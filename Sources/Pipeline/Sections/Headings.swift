internal import Lingua

/// What a heading opens.
enum HeadingKind: String, Sendable {
  case title, abstract, keywords
  case introduction, methods, results, discussion, conclusion, references
  case part, back

  /// Whether it opens a part of the article's body.
  var opensBody: Bool {
    switch self {
    case .introduction, .methods, .results, .discussion, .conclusion: true
    default: false
    }
  }
}

/// A heading or label at the start of a line.
struct Heading {
  /// What stands between the label and the text.
  enum Delimiter {
    case colon, stop, dash
    /// Nothing: the text follows after a blank, or at once after a change of case.
    case none
    /// The label has the line for itself.
    case line
  }
  /// What it opens.
  var kind: HeadingKind
  /// The languages that have this label.
  var languages: [Language]
  /// The label with its delimiter, markup left out at its ends.
  var label: Range<Int>
  /// Where the text after it begins; the end of the line when it stands alone.
  var textStart: Int
  /// What follows it.
  var delimiter: Delimiter
  /// Whether it begins with a capital.
  var isCapitalised: Bool
  /// Whether all of it is in capitals.
  var isAllCaps: Bool
  /// Whether it was set off by markup ("**Keywords**", "# Abstract").
  var isMarkedUp: Bool
}

/// The headings of `lexicons/headings.tsv`.
struct Headings: Sendable {
  private struct Entry: Sendable {
    var kind: HeadingKind
    var language: Language
  }

  private var trie = LabelTrie<Entry>()

  /// Reads the headings.
  ///
  /// - Throws: `LexiconError` when the file is missing, or a row names a language or kind that does not exist.
  init(lexicons: Lexicons) throws(LexiconError) {
    let file = try lexicons.file("headings.tsv", columns: ["language", "kind", "heading"])
    for row in file.rows {
      guard let language = Language(rawValue: row[0]) else {
        throw LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(column: "language", value: row[0], expected: "kk, ru or en"))
      }
      guard let kind = HeadingKind(rawValue: row[1]) else {
        throw LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(column: "kind", value: row[1], expected: "a kind that the head of the file lists"))
      }
      let entry = Entry(kind: kind, language: language)
      trie.insert(LabelFold.letters(of: row[2]), entry)
      guard language == .kk else { continue }
      for losesI in [false, true] {
        guard let forms = LabelFold.lostForms(of: row[2], losesI: losesI) else { continue }
        // A short word without its Kazakh letters could be any word.
        if forms.removed.count >= 6 { trie.insert(forms.removed, entry) }
        trie.insert(forms.questioned, entry)
      }
    }
  }

  /// The heading that a line begins with, markup, list bullets and section numbers before it skipped.
  func heading(in bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>) -> Heading? {
    var start = line.lowerBound
    var isMarkedUp = false
    skipMarkup(bytes, &start, line.upperBound, &isMarkedUp)
    let isBulleted = skipBullet(bytes, &start, line.upperBound)
    if isBulleted { skipMarkup(bytes, &start, line.upperBound, &isMarkedUp) }
    let numberStart = start
    skipNumber(bytes, &start, line.upperBound)
    let isNumbered = start > numberStart
    if isNumbered { skipMarkup(bytes, &start, line.upperBound, &isMarkedUp) }
    guard start < line.upperBound, let match = trie.longestMatch(in: bytes, from: start, to: line.upperBound),
      let kind = match.values.first?.kind
    else { return nil }
    var languages = match.values.filter { $0.kind == kind }.map(\.language)
    let labelEnd = endOfChain(bytes, match.end, line.upperBound, kind, &languages)
    var end = labelEnd
    var after = labelEnd
    var delimiter: Heading.Delimiter = .none
    var markedAfter = false
    skipMarkup(bytes, &after, line.upperBound, &markedAfter)
    if after < line.upperBound {
      let (value, width) = scalar(in: bytes, at: after, end: line.upperBound)
      switch value {
      case 0x3A, 0xFF1A, 0xFE55: delimiter = .colon
      case 0x2E: delimiter = .stop
      case 0x2D, 0x2013, 0x2014, 0x2212: delimiter = .dash
      default: break
      }
      if delimiter != .none {
        after += width
        end = after
        skipMarkup(bytes, &after, line.upperBound, &markedAfter)
        // ".:" and ":-" are slips that are seen.
        while after < line.upperBound, bytes[after] == 0x3A || bytes[after] == 0x2E || bytes[after] == 0x2D {
          after += 1
          end = after
          skipMarkup(bytes, &after, line.upperBound, &markedAfter)
        }
      }
    }
    if after >= line.upperBound { delimiter = .line }
    // The body's headings are numbered, its abstracts and keywords are not; "1. Аннотация" in a contents list is neither.
    if isNumbered && delimiter != .line && !kind.opensBody { return nil }
    // A contents list has bullets, too, and no punctuation behind its items.
    if isBulleted {
      guard kind == .keywords || kind == .abstract, end > labelEnd, delimiter != .dash else { return nil }
    }
    let first = scalar(in: bytes, at: start, end: line.upperBound).value
    return Heading(
      kind: kind, languages: languages, label: start..<end, textStart: after, delimiter: delimiter,
      isCapitalised: isUppercase(first),
      isAllCaps: !containsLowercase(bytes, start..<match.end), isMarkedUp: isMarkedUp && markedAfter)
  }

  /// The end of labels of one kind in several languages, "Түйін сөздер / Ключевые слова / Keywords".
  private func endOfChain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ kind: HeadingKind, _ languages: inout [Language]
  ) -> Int {
    var result = start
    guard kind == .keywords || kind == .abstract else { return result }
    while true {
      var next = result
      var isMarkedUp = false
      skipMarkup(bytes, &next, end, &isMarkedUp)
      guard next < end, bytes[next] == 0x2F || bytes[next] == 0x28 || isMarkedUp else { return result }
      if bytes[next] == 0x2F || bytes[next] == 0x28 { next += 1 }
      skipMarkup(bytes, &next, end, &isMarkedUp)
      guard next < end, let match = trie.longestMatch(in: bytes, from: next, to: end),
        match.values.contains(where: { $0.kind == kind })
      else { return result }
      languages += match.values.filter { $0.kind == kind }.map(\.language)
      result = match.end
      if result < end, bytes[result] == 0x29 { result += 1 }
    }
  }

  private func containsLowercase(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, width) = scalar(in: bytes, at: offset, end: range.upperBound)
      if isLowercase(value) { return true }
      offset += width
    }
    return false
  }

  /// Skips blanks, Markdown's signs and HTML's tags.
  private func skipMarkup(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ end: Int, _ found: inout Bool
  ) {
    while offset < end {
      switch bytes[offset] {
      case 0x20, 0x09: offset += 1
      case UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ">"), UInt8(ascii: "|"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"):
        found = true
        offset += 1
      case UInt8(ascii: "<"):
        var close = offset + 1
        while close < end, close - offset < 40, bytes[close] != UInt8(ascii: ">") { close += 1 }
        guard close < end, bytes[close] == UInt8(ascii: ">") else { return }
        found = true
        offset = close + 1
      case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xA0: offset += 2
      case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80 && (0x80...0x8F).contains(bytes[offset + 2]):
        offset += 3
      default: return
      }
    }
  }

  /// Skips the bullet of a list, "- ", "+ " or "• "; a star counts as markup.
  private func skipBullet(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ end: Int) -> Bool {
    let width = LineJoiner.bulletWidth(bytes, offset..<end)
    offset += width
    return width > 0
  }

  /// Skips "1.", "2.1", "3)" and "IV.".
  private func skipNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ end: Int) {
    var next = offset
    while next < end, (0x30...0x39).contains(bytes[next]) || (next > offset && bytes[next] == 0x2E) { next += 1 }
    if next == offset {
      while next < end, bytes[next] == 0x49 || bytes[next] == 0x56 || bytes[next] == 0x58 { next += 1 }
      guard next > offset, next < end, bytes[next] == 0x2E else { return }
      next += 1
    } else if next < end, bytes[next] == 0x29 {
      next += 1
    }
    guard next < end, next - offset <= 6 else { return }
    while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    offset = next
  }
}
