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
    // Paragraphs first: a short one is judged by its neighbours.
    var paragraphs: [(range: Range<Int>, tokens: [ReadToken], share: LostShare)] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0C } ?? text.count
      let tokens = ReadToken.tokens(in: text, start..<end)
      if tokens.contains(where: \.isCyrillic) {
        paragraphs.append((start..<end, tokens, LostShare(tokens, text, &restorer)))
      }
      start = end + 1
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
