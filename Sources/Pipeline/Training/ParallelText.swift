public import Lingua

/// A folder of parallel text as numbered stems, for training.
public struct ParallelText: Sendable {
  /// What was taken from a source.
  public struct Source: Hashable, Sendable {
    /// The name up to the languages.
    public var name: String
    /// The languages of its columns.
    public var languages: [Language]
    /// How many lines it has, and how many pairs of sentences were taken from them.
    public var rows = 0
    /// How many pairs of sentences were new, translated and not too long.
    public var pairs = 0
  }

  /// Pairs of government sites below this score are no translations of each other.
  private static let leastScore = 0.3
  /// Longer sentences are lists and lines that were not split.
  private static let longest = 600
  private static let mostStems = 70

  /// The sources in the order in which they were read.
  public private(set) var sources: [Source] = []
  /// Lines that were left out because they are broken.
  public private(set) var badRows: [BadRow] = []
  /// How words were cut to stems.
  public let scheme: StemScheme
  /// The stemmer of Kazakh words; nil where the scheme needs none.
  let kazakh: KazakhStemmer?
  /// The stems of each language in UTF-8, by number.
  private(set) var stems = Trilingual<[[UInt8]]>(repeating: [])
  /// How often each stem occurs in distinct sentences.
  private(set) var occurrences = Trilingual<[Int]>(repeating: [])
  /// How many words the distinct sentences of each language have.
  private(set) var words = Trilingual<Int>(repeating: 0)
  /// The pairs in the order kk-ru, kk-en, ru-en.
  private(set) var pairs = [PairText(), PairText(), PairText()]

  private var types = Trilingual<TokenTable>(repeating: TokenTable())
  /// For each word type its stem's number, -1 for a word that has none.
  private var stemOfType = Trilingual<[Int32]>(repeating: [])
  private var numbers = Trilingual<[[UInt8]: Int32]>(repeating: [:])
  private var known = Trilingual<Set<String>>(repeating: [])
  private var knownPairs: [Set<String>] = [[], [], []]

  /// Reads every file of a folder that is named like parallel text, in the order of their names.
  ///
  /// - Parameters:
  ///   - folder: the folder's path.
  ///   - leavingOut: beginnings of names; what begins so is not read.
  ///   - scheme: how words are cut to stems.
  ///   - kazakh: the stemmer of Kazakh words.
  ///   - progress: called with the name of each file before it is read.
  /// - Throws: `TrainingError` when there is nothing to read or a name to be left out is not there.
  public init(
    folder: String, leavingOut: [String] = [], scheme: StemScheme, kazakh: KazakhStemmer,
    progress: (String) -> Void = { _ in }
  ) throws(TrainingError) {
    self.scheme = scheme
    self.kazakh = kazakh
    var cutter = StemCutter(scheme, kazakh: kazakh)
    let walk = FolderWalk(folder)
    if let failure = walk.failures.first { throw .file(failure) }
    let files = walk.files.compactMap { path in ParallelFile(path).map { (path: path, file: $0) } }
    guard !files.isEmpty else { throw .noText(path: folder) }
    for name in leavingOut where !files.contains(where: { $0.file.name.hasPrefix(name) }) {
      throw .unknownSource(name, known: files.map(\.file.name))
    }
    for (path, file) in files where !leavingOut.contains(where: { file.name.hasPrefix($0) }) {
      progress(path)
      do throws(FileError) { try read(file, FolderWalk.path(folder, path), &cutter) } catch { throw .file(error) }
    }
    forget()
  }

  /// Takes rows that are at hand, without a file.
  ///
  /// - Parameters:
  ///   - rows: a sentence and its translations each; empty for a language that a row lacks.
  ///   - name: what they are called as a source.
  ///   - scheme: how words are cut to stems.
  ///   - kazakh: the stemmer of Kazakh words; nil where the scheme needs none.
  package init(rows: [Trilingual<String>], name: String, scheme: StemScheme, kazakh: KazakhStemmer?) {
    self.scheme = scheme
    self.kazakh = kazakh
    var cutter = StemCutter(scheme, kazakh: kazakh)
    var source = Source(name: name, languages: Language.allCases)
    for row in rows {
      source.rows += 1
      let languages = Language.allCases.filter { !row[$0].isEmpty }
      add(languages.map { row[$0] }, languages, &cutter, to: &source)
    }
    sources.append(source)
    forget()
  }

  /// Lets go of what is needed while reading only.
  private mutating func forget() {
    known = Trilingual(repeating: [])
    knownPairs = []
    types = Trilingual(repeating: TokenTable())
  }

  /// The share that each stem has of all words of the distinct sentences.
  var frequencies: Trilingual<[Float]> {
    var frequencies = Trilingual<[Float]>(repeating: [])
    for language in Language.allCases {
      let words = Float(max(1, words[language]))
      frequencies[language] = occurrences[language].map { Float($0) / words }
    }
    return frequencies
  }

  private mutating func read(_ file: ParallelFile, _ path: String, _ cutter: inout StemCutter) throws(FileError) {
    let reader = try FileReader(path: path)
    var bytes = [UInt8](repeating: 0, count: reader.expectedSize + 1)
    var filled = 0
    while true {
      var block = [UInt8](repeating: 0, count: 1 << 16)
      let n = try reader.read(into: &block)
      if n == 0 { break }
      if filled + n > bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count + n)) }
      bytes.replaceSubrange(filled..<filled + n, with: block[..<n])
      filled += n
    }
    var source = Source(name: file.name, languages: file.languages)
    var number = 0
    for line in bytes[..<filled].split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty { continue }
      source.rows += 1
      do throws(BadRow.Reason) {
        let row = try file.row(line)
        if row.score >= Self.leastScore { add(row.sentences, file.languages, &cutter, to: &source) }
      } catch {
        badRows.append(BadRow(path: path, line: number, reason: error))
      }
    }
    sources.append(source)
  }

  private mutating func add(
    _ sentences: [String], _ languages: [Language], _ cutter: inout StemCutter, to source: inout Source
  ) {
    var stems: [[Int32]?] = []
    for (sentence, language) in zip(sentences, languages) { stems.append(self.stems(of: sentence, language, &cutter)) }
    for a in sentences.indices {
      for b in sentences.indices where a < b {
        // The order of the languages, whatever that of the columns is.
        let (left, right) = languages[a] < languages[b] ? (a, b) : (b, a)
        // What stands there twice was not translated.
        if sentences[a] == sentences[b] { continue }
        guard let from = stems[left], let to = stems[right], !from.isEmpty, !to.isEmpty else { continue }
        let pair = languages[right] == .ru ? 0 : languages[left] == .kk ? 1 : 2
        guard knownPairs[pair].insert(sentences[left] + "\t" + sentences[right]).inserted else { continue }
        pairs[pair].left.append(from)
        pairs[pair].right.append(to)
        source.pairs += 1
      }
    }
  }

  /// The distinct stems of a sentence, ascending; nil for one that is too long.
  private mutating func stems(of sentence: String, _ language: Language, _ cutter: inout StemCutter) -> [Int32]? {
    let text = (try? normalize(sentence)) ?? sentence
    guard text.unicodeScalars.count < Self.longest else { return nil }
    var scanner = TokenScanner()
    var found: [Int32] = []
    _ = scanner.scan(text, limit: .max) { kind, codes, _ in
      guard kind == .word || kind == .capitals || kind == .initial else { return }
      let stem = self.stem(of: codes, language, &cutter)
      if stem >= 0 { found.append(stem) }
    }
    if known[language].insert(sentence).inserted {
      for stem in found { occurrences[language][Int(stem)] += 1 }
      words[language] += found.count
    }
    found.sort()
    var distinct: [Int32] = []
    for stem in found where stem != distinct.last { distinct.append(stem) }
    return distinct.count <= Self.mostStems ? distinct : nil
  }

  /// The number of a word's stem, new or known; -1 for a word that has none.
  private mutating func stem(of codes: [UInt8], _ language: Language, _ cutter: inout StemCutter) -> Int32 {
    let type = Int(types[language].number(of: codes, kind: .word))
    if type < stemOfType[language].count { return stemOfType[language][type] }
    var stem: [UInt8] = []
    var number: Int32 = -1
    if cutter.append(stemOf: codes, language, to: &stem) {
      if let there = numbers[language][stem] {
        number = there
      } else {
        number = Int32(stems[language].count)
        numbers[language][stem] = number
        stems[language].append(stem)
        occurrences[language].append(0)
      }
    }
    stemOfType[language].append(number)
    return number
  }

  /// The number of a word's stem if the text has it.
  func number(of codes: [UInt8], _ language: Language, _ cutter: inout StemCutter) -> Int32? {
    var stem: [UInt8] = []
    guard cutter.append(stemOf: codes, language, to: &stem) else { return nil }
    return numbers[language][stem]
  }
}
