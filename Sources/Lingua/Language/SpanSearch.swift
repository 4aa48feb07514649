/// The likeliest sequence of languages over the words of a text (Viterbi), block by block: memory grows with the answer only.
struct SpanSearch {
  private struct Word {
    var start: Int
    var end: Int
    var group: LetterGroup
    var sums: ClassSums
  }

  /// The price of a change of language, in nats.
  private static let change: Float = 5.5
  /// The price of a word in a script that the language does not have, and of each of its letters: Cyrillic text cites
  /// Latin names, while other text seldom holds Cyrillic.
  private static func foreign(_ group: LetterGroup, letters: Int) -> Float {
    group == .latin ? -2 - 0.2 * Float(letters) : -4 - 0.4 * Float(letters)
  }
  /// No word counts more than this against a language.
  private static let worst: Float = -9
  /// How many words are settled at once, and how many of them wait for what follows.
  private static let block = 2048
  private static let waiting = 128

  private let model: LanguageModel
  private let languages: Set<Language>?
  private let tags: [LanguageTag]
  /// The place of each class's answer among the tags, by script.
  private let places: [[Int]]
  private var words: [Word] = []
  private var emissions: [Float] = []
  private var scores: [Float]
  /// Which tags the script of the word at hand has.
  private var isOwn: [Bool]
  private var spans: [LanguageSpan] = []
  private var open: (tag: Int, start: Int, end: Int, sums: [ClassSums])?

  init(model: LanguageModel, languages: Set<Language>?) {
    self.model = model
    self.languages = languages
    var tags: [LanguageTag] = []
    var places: [[Int]] = []
    for group in LetterGroup.allCases {
      places.append(
        model[group].tags.map { tag in
          if let languages, !(tag.language.map { languages.contains($0) } ?? false) { return -1 }
          if let known = tags.firstIndex(of: tag) { return known }
          tags.append(tag)
          return tags.count - 1
        })
    }
    self.tags = tags
    self.places = places
    scores = [Float](repeating: 0, count: tags.count)
    isOwn = [Bool](repeating: false, count: tags.count)
  }

  mutating func read(_ scan: borrowing WordScan, file: UnsafeRawPointer) {
    guard !tags.isEmpty else { return }
    var sums = ClassSums()
    model[scan.group].add(scan.codes, count: scan.count, file: file, to: &sums)
    words.append(Word(start: scan.wordStart, end: scan.wordEnd, group: scan.group, sums: sums))
    addEmissions(of: sums, group: scan.group)
    if words.count == Self.block { settle(words.count - Self.waiting) }
  }

  mutating func finish() -> [LanguageSpan] {
    settle(words.count)
    close()
    return spans
  }

  /// The logarithm of how probable each language is by this word alone.
  private mutating func addEmissions(of sums: ClassSums, group: LetterGroup) {
    let places = places[group.rawValue]
    let odds = LanguageOdds(sums, model: model[group], among: languages)
    let start = emissions.count
    let foreign = Self.foreign(group, letters: sums.letters)
    emissions.append(contentsOf: repeatElement(0, count: tags.count))
    for k in isOwn.indices { isOwn[k] = false }
    for k in places.indices where places[k] >= 0 {
      emissions[start + places[k]] += odds.classes[k]
      isOwn[places[k]] = true
    }
    for k in tags.indices {
      let place = start + k
      guard isOwn[k] else {
        emissions[place] = foreign
        continue
      }
      emissions[place] = max(Self.worst, LanguageOdds.logarithm(emissions[place]))
      // Kazakh and Uzbek have Latin alphabets of their own, and cite Latin names in Cyrillic all the same.
      if group == .latin, isWritten(k, in: .cyrillic) { emissions[place] = max(foreign, emissions[place]) }
    }
  }

  /// Whether a language is written in a script.
  private func isWritten(_ tag: Int, in group: LetterGroup) -> Bool { places[group.rawValue].contains(tag) }

  /// Decides the first `count` words, by all that wait.
  private mutating func settle(_ count: Int) {
    guard !words.isEmpty else { return }
    let states = tags.count
    var back = [UInt8](repeating: 0, count: words.count * states)
    for w in words.indices {
      var best = 0
      for k in 1..<max(1, states) where scores[k] > scores[best] { best = k }
      let changed = scores[best] - Self.change
      let top = scores[best]
      for k in 0..<states {
        let stays = scores[k] >= changed
        back[w * states + k] = UInt8(stays ? k : best)
        scores[k] = (stays ? scores[k] : changed) - top + emissions[w * states + k]
      }
    }
    var state = 0
    for k in 1..<max(1, states) where scores[k] > scores[state] { state = k }
    var path = [Int](repeating: 0, count: words.count)
    for w in words.indices.reversed() {
      path[w] = state
      state = Int(back[w * states + state])
    }
    for w in 0..<count { add(words[w], tag: path[w]) }
    // What waits is read again from where the decision ended.
    if count < words.count, count > 0 {
      for k in 0..<states { scores[k] = k == path[count - 1] ? 0 : -Self.change }
    }
    words.removeFirst(count)
    emissions.removeFirst(count * states)
  }

  private mutating func add(_ word: Word, tag: Int) {
    if open?.tag != tag {
      close()
      open = (tag, word.start, word.end, [ClassSums](repeating: ClassSums(), count: LetterGroup.allCases.count))
    }
    open?.end = word.end
    open?.sums[word.group.rawValue].add(word.sums)
  }

  private mutating func close() {
    guard let span = open else { return }
    open = nil
    let tag = tags[span.tag]
    let scripts = LetterGroup.allCases.filter { isWritten(span.tag, in: $0) }
    let best = scripts.max { span.sums[$0.rawValue].letters < span.sums[$1.rawValue].letters } ?? .cyrillic
    let confidence = Double(LanguageOdds(span.sums[best.rawValue], model: model[best], among: languages)[tag])
    spans.append(LanguageSpan(range: span.start..<span.end, language: tag, confidence: confidence))
  }
}
