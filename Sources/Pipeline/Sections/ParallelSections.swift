internal import Lingua

/// Finds titles and abstracts where no label names them, by their translations: paragraphs in two or three languages, each
/// under a title of its own, of similar length, that share numbers, names and loanwords.
struct ParallelSections {
  let bytes: UnsafeBufferPointer<UInt8>
  let identifier: LanguageIdentifier

  /// More paragraphs with a title than this are a collection, not an article.
  private static let mostGroups = 60
  /// Longer abstracts than this many letters do not go without a heading.
  private static let longestAbstract = 5000
  /// What a pair of abstracts has to show; of unlike articles one pair in a hundred does.
  private static let leastScore = 3.5
  /// What the three pairs of three neighbouring abstracts have to show together.
  private static let leastTriple = 6.5
  /// Paragraphs of one language that are looked at behind each other.
  private static let mostParagraphs = 6

  /// A title and the paragraphs under it.
  private struct Group {
    var language: Language
    var title: Paragraph?
    var abstract: [Paragraph]
    /// What the first paragraphs share with others, by the number of paragraphs.
    var contents: [ParallelContent] = []
    var lead = ParallelContent()
    var hasCredits = false
    var blocks: [Block] = []

    func letters(_ count: Int) -> Int { abstract.prefix(count).reduce(0) { $0 + $1.letters } }
  }

  private struct Match {
    var a: Int
    var b: Int
    var takesA: Int
    var takesB: Int
    var score: Double
  }

  /// The sections of the stretches, which stand in their order; none where fewer than two languages agree.
  func candidates(in regions: [[Block]]) -> [SectionCandidate] {
    var groups: [Group] = []
    for blocks in regions { groups += self.groups(of: blocks) }
    guard Set(groups.map(\.language)).count >= 2, groups.count <= Self.mostGroups else { return [] }
    for i in groups.indices { read(&groups[i]) }
    var matches: [Match] = []
    for i in groups.indices {
      for j in groups.indices where j > i && groups[i].language != groups[j].language {
        if let match = match(groups, i, j) { matches.append(match) }
      }
    }
    matches.sort { $0.score > $1.score }
    guard let best = strongest(matches, groups.count) else { return [] }
    var chosen: [Language: (group: Int, takes: Int)] = [
      groups[best.a].language: (best.a, best.takesA), groups[best.b].language: (best.b, best.takesB),
    ]
    // The third language may rest on both others.
    var sums: [Int: (score: Double, takes: Int)] = [:]
    for match in matches.dropFirst() {
      for (known, other, takes) in [(match.a, match.b, match.takesB), (match.b, match.a, match.takesA)]
      where chosen[groups[known].language]?.group == known && chosen[groups[other].language] == nil {
        sums[other] = sums[other].map { ($0.score + match.score, $0.takes) } ?? (match.score, takes)
      }
    }
    let third = sums.max { ($0.value.score, $1.key) < ($1.value.score, $0.key) }
    if let third, third.value.score >= Self.leastScore {
      chosen[groups[third.key].language] = (third.key, third.value.takes)
    }
    var number = 0
    return chosen.values.sorted { $0.group < $1.group }.flatMap { choice -> [SectionCandidate] in
      number += 1
      return sections(groups[choice.group], takes: choice.takes, number: number)
    }.sorted { ($0.pieces.first?.lowerBound ?? 0) < ($1.pieces.first?.lowerBound ?? 0) }
  }

  /// The best pair, where it shows enough or where the best pairs of three languages do so together.
  private func strongest(_ matches: [Match], _ count: Int) -> Match? {
    guard let best = matches.first else { return nil }
    if best.score >= Self.leastScore { return best }
    for first in 0..<max(0, count - 2) {
      let pairs = matches.filter { $0.a >= first && $0.b <= first + 2 }
      if pairs.count == 3, pairs.reduce(0, { $0 + $1.score }) >= Self.leastTriple { return pairs.first }
    }
    return nil
  }

  private func sections(_ group: Group, takes: Int, number: Int) -> [SectionCandidate] {
    func candidate(_ kind: Section.Kind, _ paragraphs: some Sequence<Paragraph>) -> SectionCandidate {
      let pieces = paragraphs.flatMap { group.blocks[$0.lines].map(\.line.range) }
      return SectionCandidate(
        kind: kind, language: group.language, pieces: pieces, label: nil,
        isMarkedUp: group.blocks.contains(where: \.isMarkedHeading), isNamed: false, group: number,
        letters: group.letters(takes))
    }
    return (group.title.map { [candidate(.title, [$0])] } ?? []) + [candidate(.abstract, group.abstract.prefix(takes))]
  }

  // MARK: Groups

  private func groups(of blocks: [Block]) -> [Group] {
    let paragraphs = ParagraphReader(bytes: bytes, identifier: identifier).paragraphs(of: blocks)
    var groups: [Group] = []
    var titles: [Language: Paragraph] = [:]
    /// The titles since the last prose, of which the best of each language counts.
    var fresh: [(paragraph: Paragraph, score: Double)] = []
    var credits: [Paragraph] = []
    var i = 0
    while i < paragraphs.count {
      let paragraph = paragraphs[i]
      switch paragraph.role {
      case .heading, .other:
        if paragraph.role == .heading {
          titles = [:]
          fresh = []
          credits = []
        }
      case .metadata: credits.append(paragraph)
      case .title:
        let next = i + 1 < paragraphs.count ? paragraphs[i + 1] : nil
        fresh.append((paragraph, titleScore(paragraph, next: next, blocks)))
      case .prose:
        var end = i + 1
        while end < paragraphs.count, paragraphs[end].role == .prose, paragraphs[end].language == paragraph.language,
          end - i < Self.mostParagraphs
        {
          end += 1
        }
        for candidate in fresh.sorted(by: { $0.score < $1.score }) {
          if let language = candidate.paragraph.language { titles[language] = candidate.paragraph }
        }
        if let language = paragraph.language {
          // Capitals of Kazakh may lack its letters by chance.
          let near = fresh.last?.paragraph.language == .ru && language == .kk ? titles[.ru] : nil
          if let title = titles[language] ?? near {
            var group = Group(language: language, title: title, abstract: Array(paragraphs[i..<end]))
            for paragraph in [title] + credits { readLines(paragraph.lines, blocks, &group.lead) }
            group.hasCredits = !credits.isEmpty
            group.blocks = blocks
            groups.append(group)
            titles[language] = nil
          }
        }
        fresh = []
        credits = []
        i = end
        continue
      }
      i += 1
    }
    return groups
  }

  private func titleScore(_ paragraph: Paragraph, next: Paragraph?, _ blocks: [Block]) -> Double {
    let features = blocks[paragraph.lines].map(\.features)
    var score = Double(min(paragraph.letters, 60)) / 60
    if features.contains(where: \.isCaps) { score += 2 }
    if features.contains(where: { $0.lowerWords > 0 }) { score += 1 }
    if blocks[paragraph.lines.lowerBound].isMarkedHeading { score += 2 }
    if next?.role == .metadata || next?.role == .prose { score += 0.5 }
    return score
  }

  private func read(_ group: inout Group) {
    var content = ParallelContent()
    for paragraph in group.abstract {
      readLines(paragraph.lines, group.blocks, &content)
      group.contents.append(content)
    }
  }

  private func readLines(_ lines: Range<Int>, _ blocks: [Block], _ content: inout ParallelContent) {
    for block in blocks[lines] { content.read(block.line.range, in: bytes) }
  }

  // MARK: Evidence

  /// How well two groups translate each other; nil when they do not.
  private func match(_ groups: [Group], _ i: Int, _ j: Int) -> Match? {
    let a = groups[i]
    let b = groups[j]
    guard let (takesA, takesB) = fit(a, b) else { return nil }
    let length = ratio(a.letters(takesA), b.letters(takesB))
    guard length <= 2, max(a.letters(takesA), b.letters(takesB)) <= Self.longestAbstract else { return nil }
    let content = ParallelContent.evidence(
      a.contents[takesA - 1], b.contents[takesB - 1], a.language, b.language)
    let names = a.hasCredits && b.hasCredits ? ParallelContent.names(a.lead, b.lead) : 0
    let titles = ParallelContent.evidence(a.lead, b.lead, a.language, b.language)
    // A page in several languages has one layout and one author, too: what is said must be the same.
    guard content >= 0 else { return nil }
    var score = content + names + min(1.5, max(0, titles))
    score += length <= 1.35 ? 0.5 : length <= 1.6 ? 0.25 : 0
    // Abstracts stand one after the other.
    if j == i + 1 { score += 0.5 }
    return Match(a: i, b: j, takesA: takesA, takesB: takesB, score: score)
  }

  /// How many paragraphs of two groups make texts of about the same length. The body may follow the last abstract without
  /// a heading.
  private func fit(_ a: Group, _ b: Group) -> (Int, Int)? {
    let all = (a.abstract.count, b.abstract.count)
    if ratio(a.letters(all.0), b.letters(all.1)) <= 1.5 { return all }
    if a.letters(all.0) > b.letters(all.1) {
      let best = (1...all.0).min { ratio(a.letters($0), b.letters(all.1)) < ratio(a.letters($1), b.letters(all.1)) }
      return best.map { ($0, all.1) }
    }
    let best = (1...all.1).min { ratio(b.letters($0), a.letters(all.0)) < ratio(b.letters($1), a.letters(all.0)) }
    return best.map { (all.0, $0) }
  }

  private func ratio(_ a: Int, _ b: Int) -> Double {
    Double(max(a, b, 1)) / Double(max(1, min(a, b)))
  }
}
