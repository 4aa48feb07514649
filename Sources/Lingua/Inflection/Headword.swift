extension DictionaryForm {
  /// What a term is called in a dictionary.
  public struct Headword: Hashable, Sendable {
    /// The term, composed (NFC).
    public var text: String
    /// Whether it names several; nil where that cannot be told.
    public var isPlural: Bool?

    /// A headword whose number is not known unless it is given.
    public init(text: String, isPlural: Bool? = nil) {
      self.text = text
      self.isPlural = isPlural
    }
  }

  /// How many printed forms of a term are looked at.
  private static let most = 12

  /// The dictionary form of a term that is printed in several forms: the one that explains most of them.
  ///
  /// - Parameters:
  ///   - printed: the forms and how many times each is printed, in any order.
  ///   - language: the language of the term.
  ///   - isPlural: the number to prefer where the printed forms leave a choice, as other languages have it; nil where that
  ///     is not known.
  /// - Returns: the form; nil where nothing is printed.
  public func headword(
    ofPrinted printed: [(text: String, count: Int)], _ language: Language, isPlural: Bool? = nil
  ) -> Headword? {
    var counts: [String: (text: String, count: Int)] = [:]
    for form in printed {
      guard let composed = try? normalize(form.text) else { continue }
      let key = composed.lowercased()
      let known = counts[key]
      // The fewest capitals say most.
      let isPlainer = known.map { Self.precedes(composed, $0.text) } ?? true
      counts[key] = (isPlainer ? composed : known?.text ?? composed, form.count + (known?.count ?? 0))
    }
    let forms = counts.values.sorted { $0.count == $1.count ? Self.precedes($0.text, $1.text) : $0.count > $1.count }
    switch language {
    case .en: return english(forms, isPlural)
    case .ru: return elected(forms, .ru, isPlural)
    case .kk:
      guard let usual = elected(forms, .kk, nil) else { return nil }
      guard let isPlural, let number = usual.isPlural, number != isPlural else { return usual }
      // Endings tell the number of every form of the same noun.
      let roots = roots(ofKazakh: usual.text)
      let agreeing = forms.filter { form in
        guard let made = self.form(form.text, .kk) else { return false }
        return self.isPlural(made, .kk) == isPlural && !self.roots(ofKazakh: made).isDisjoint(with: roots)
      }
      return elected(agreeing, .kk, nil) ?? usual
    }
  }

  /// English prints its dictionary forms: of the number that is asked for, else the usual one.
  private func english(_ forms: [(text: String, count: Int)], _ isPlural: Bool?) -> Headword? {
    guard let first = forms.first else { return nil }
    let counts = Dictionary(forms.map { ($0.text.lowercased(), $0.count) }, uniquingKeysWith: +)
    let usual = form(first.text, .en) { counts[$0.lowercased()] ?? 0 } ?? first.text
    let number = self.isPlural(usual, .en)
    guard let isPlural, let number, number != isPlural else { return Headword(text: usual, isPlural: number) }
    let other =
      isPlural
      ? forms.first { self.isPlural($0.text, .en) == true }?.text
      : forms.first { self.isPlural($0.text, .en) == false }?.text
    return other.map { Headword(text: $0, isPlural: isPlural) } ?? Headword(text: usual, isPlural: number)
  }

  /// Every printed form votes for the dictionary forms that it may be a form of.
  private func elected(_ forms: [(text: String, count: Int)], _ language: Language, _ isPlural: Bool?) -> Headword? {
    var cache: [[UInt8]: [RussianReading]] = [:]
    var votes: [String: Votes] = [:]
    for (number, form) in forms.prefix(Self.most).enumerated() {
      let made = self.forms(of: form.text, language, &cache) ?? [Made(text: form.text)]
      for (rank, made) in made.enumerated() {
        let text = made.text
        let key = text.lowercased()
        var vote = votes[key] ?? Votes(text: text)
        vote.isPlural = vote.isPlural || made.isPlural
        if vote.voters.contains(number) { continue }
        vote.voters.insert(number)
        vote.all += form.count
        if rank == 0 { vote.first += form.count }
        if Self.precedes(text, vote.text) { vote.text = text }
        votes[key] = vote
      }
    }
    let counts = Dictionary(forms.map { ($0.text.lowercased(), $0.count) }, uniquingKeysWith: +)
    let best = votes.max { a, b in
      if a.value.all != b.value.all { return a.value.all < b.value.all }
      if a.value.first != b.value.first { return a.value.first < b.value.first }
      let (left, right) = (counts[a.key] ?? 0, counts[b.key] ?? 0)
      return left == right ? Self.precedes(b.value.text, a.value.text) : left < right
    }?.value
    guard let best else { return nil }
    if language == .kk { return Headword(text: best.text, isPlural: self.isPlural(best.text, .kk)) }
    if let isPlural, best.isPlural != isPlural {
      // A plural of which every form is one of the singular as well is no plural: моркови.
      let others = votes.values.filter {
        $0.isPlural == isPlural && 2 * $0.all >= best.all && !(isPlural && $0.voters.isSubset(of: best.voters))
      }
      if let other = others.max(by: { ($0.all, $0.first, $1.text) < ($1.all, $1.first, $0.text) }) {
        return Headword(text: other.text, isPlural: isPlural)
      }
    }
    guard best.isPlural else { return Headword(text: best.text, isPlural: false) }
    // The plural is the name of a thing that is hardly met alone.
    let singular = votes.values.filter { !$0.isPlural && $0.first > 0 }.max {
      $0.first == $1.first ? Self.precedes($1.text, $0.text) : $0.first < $1.first
    }
    guard let singular, isPlural != true, Self.singularShare * singular.first >= best.first else {
      return Headword(text: best.text, isPlural: true)
    }
    return Headword(text: singular.text, isPlural: false)
  }

  /// A plural that is printed more than so many times as often as the singular is the term itself. Authors of keyword
  /// lists choose so.
  private static let singularShare = 4

  /// What printed forms say of a dictionary form: how many may be forms of it, and of how many it is the likeliest.
  private struct Votes {
    var text: String
    var isPlural = false
    var all = 0
    var first = 0
    /// The printed forms that may be forms of it, by their numbers.
    var voters: Set<Int> = []
  }

  /// What the last word of a Kazakh phrase in dictionary form may be in the singular and without a possessive.
  private func roots(ofKazakh phrase: String) -> Set<[UInt8]> {
    Set(PrintedWord.words(of: Array(phrase.unicodeScalars)).last?.codes.map(kazakh.roots) ?? [])
  }

  /// Whether an English or Kazakh phrase in dictionary form names several; nil where that cannot be told.
  private func isPlural(_ phrase: String, _ language: Language) -> Bool? {
    let words = PrintedWord.words(of: Array(phrase.unicodeScalars))
    return language == .en ? english.isPlural(words) : words.last?.codes.map(kazakh.isPlural)
  }
}
