/// Gives back the letters of Kazakh that a Russian model of optical character recognition does not have.
///
/// It runs where a document lacks them altogether, and there only on paragraphs whose words are Kazakh once their letters
/// are back and are not Russian as they stand. What a word was is decided by `MisreadingSearch`.
struct LostLetters: DocumentRepair {
  static let rule = EditRule(rawValue: "lost-letter")
  let rules = [LostLetters.rule]
  private let table: MisreadingTable
  private let words: KnownWords
  private let letters: LetterModel

  init(lexicons: Lexicons, words: KnownWords) throws(LexiconError) {
    self.words = words
    table = try MisreadingTable("lost-letters.tsv", codes: words.lists.kk.codes, lexicons: lexicons)
    letters = try LetterModel("learned/letters-kk.bin", lexicons: lexicons)
  }

  func runs(on diagnosis: Diagnosis) -> Bool { diagnosis.letters.lacksKazakhLetters }

  func edits(of text: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext) throws(ICUError) -> [Edit] {
    var restorer = WordRestorer(
      search: MisreadingSearch(table: table, words: words.lists.kk, letters: letters), words: words)
    let lines = Self.paragraphs(of: text)
    // Nearly all documents that lack Kazakh letters are Russian, which the letters show.
    guard lines.contains(where: { $0.mayBeKazakh && $0.letters >= 60 }) else { return [] }
    // A short paragraph is judged by the others.
    var paragraphs: [(tokens: [ReadToken], share: LostShare)] = []
    for line in lines where line.mayBeKazakh || line.letters < 60 {
      let tokens = ReadToken.tokens(in: text, line.range)
      if tokens.contains(where: \.isCyrillic) {
        paragraphs.append((tokens, LostShare(tokens, text, &restorer)))
      }
    }
    let known = paragraphs.reduce(into: 0) { $0 += $1.share.isLong && $1.share.isLost ? $1.share.words : 0 }
    let isEvident = known >= 25 || known >= 8 && context.diagnosis.letters.signsInWords >= 2
    guard isEvident else { return [] }
    var edits: [Edit] = []
    for paragraph in paragraphs where paragraph.share.isLost {
      for (k, token) in paragraph.tokens.enumerated() {
        let next = k + 1 < paragraph.tokens.count ? paragraph.tokens[k + 1] : nil
        let previous = k > 0 ? paragraph.tokens[k - 1] : nil
        if let edit = restorer.edit(of: token, after: previous, before: next, in: text) { edits.append(edit) }
      }
    }
    return edits
  }

  /// The lines of a text, and what their letters show.
  private static func paragraphs(
    of text: UnsafeBufferPointer<UInt8>
  ) -> [(range: Range<Int>, letters: Int, mayBeKazakh: Bool)] {
    var result: [(range: Range<Int>, letters: Int, mayBeKazakh: Bool)] = []
    var start = 0
    while start < text.count {
      var end = start
      var letters = 0
      var russian = 0
      while end < text.count, text[end] != 0x0A, text[end] != 0x0C {
        let byte = text[end]
        letters &+= byte &- 0xD0 < 4 ? 1 : 0
        // о and в.
        let isRussian = byte == 0xD0 && end + 1 < text.count && (text[end + 1] == 0xBE || text[end + 1] == 0xB2)
        russian &+= isRussian ? 1 : 0
        end += 1
      }
      // One letter in seven of Russian text is о or в, one in thirty of Kazakh, one in twenty when ө is read as о.
      if letters > 0 { result.append((start..<end, letters, russian * 10 < letters)) }
      start = end + 1
    }
    return result
  }
}

/// What the words of a paragraph are, as they stand and with their letters back.
struct LostShare {
  /// The words that were looked at.
  var words = 0
  private var russian = 0
  private var kazakh = 0
  // Enough to judge a paragraph by.
  private static let sample = 60

  init(_ tokens: [ReadToken], _ text: UnsafeBufferPointer<UInt8>, _ restorer: inout WordRestorer) {
    for token in tokens where token.isCyrillic && token.read.count >= 3 {
      if words == Self.sample { break }
      words += 1
      if restorer.isRussian(token) { russian += 1 }
    }
    // Russian needs no second look.
    if russian * 4 > words * 3 { return }
    var seen = 0
    for token in tokens where token.isCyrillic && token.read.count >= 3 {
      if seen == Self.sample { break }
      seen += 1
      if restorer.isKnownOnceRestored(token) { kazakh += 1 }
    }
  }

  /// Whether it tells of the document, not only of itself.
  var isLong: Bool { words >= 8 }
  /// Whether it is Kazakh that lost its letters.
  var isLost: Bool { words > 0 && russian * 4 <= words * 3 && (kazakh - russian) * 10 >= words }
}
