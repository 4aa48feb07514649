import ArgumentParser
import Lingua
import Pipeline

struct LexiconTrainTranslations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: "Learn from parallel text how probably words translate each other.",
    discussion: """
      Reads the files of a folder whose names say what they hold: NAME.kk-ru-en.tsv, NAME.kk-ru.tsv, NAME.kk-en.tsv and
      NAME.ru-en.tsv, a sentence and its translations a line, with tabs between. A further column may hold a score of the
      pair; pairs below 0.3 are passed over, as are pairs that were seen before and sentences that were not translated.
      Broken lines are named and left out.

      EXAMPLES
        lingua-cli lexicon train translations corpora/parallel -o lexicons/learned/translations.bin
        lingua-cli lexicon train translations corpora/parallel --leave-out news -o trial/learned/translations.bin
        lingua-cli align --lexicons trial article.txt
      """)

  @Argument(help: ArgumentHelp("The folder of the parallel text.", valueName: "folder"))
  var folder: String
  @Option(
    name: .customLong("leave-out"),
    help: ArgumentHelp("Leave out the sources whose names begin so. May be given several times.", valueName: "name"))
  var leaveOut: [String] = []
  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("The file for the table.", valueName: "file"))
  var output: String?
  @Option(
    help: ArgumentHelp(
      "Write here the rows of the concept lexicon that the text contradicts, worst first.", valueName: "file"))
  var doubts: String?
  @Option(
    help: ArgumentHelp(
      "How words are cut: stem:N or letters:N, at most so many letters. The default is stem:64.", valueName: "scheme"))
  var stems = "stem:64"
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard scheme != nil else {
      throw ValidationError("--stems takes letters:N or stem:N with N from 1 to 64, such as stem:64.")
    }
    if output == nil && doubts == nil {
      throw ValidationError("Name the file for the table with -o, or the one for the doubts with --doubts.")
    }
  }

  private var scheme: StemScheme? {
    let parts = stems.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let letters = Int(parts[1]), (1...64).contains(letters) else { return nil }
    switch parts[0] {
    case "letters": return .letters(letters)
    case "stem": return .stem(letters)
    default: return nil
    }
  }

  func run() async throws {
    guard let scheme else { return }
    let lexicons = try shared.lexicons()
    let kazakh = try KazakhStemmer(lexicons: lexicons)
    let text = try read(scheme, kazakh)
    for row in text.badRows { Reporter.say("lingua-cli: \(Prose.words(row))".printable) }
    for source in text.sources { say("\(source.name): \(source.pairs) pairs of sentences from \(source.rows) lines") }
    if let output {
      let hash = try TranslationTable.stemmerHash(scheme, lexicons: lexicons)
      let bytes = try TranslationTrainer.table(of: text, stemmerHash: hash) { say("learning \($0.tag)-\($1.tag)") }
      try AtomicFile.write(bytes, to: output)
      say("\(output): \(bytes.count) bytes")
    }
    if let doubts {
      let found = try LexiconDoubts(try read(LexiconDoubts.scheme, kazakh)).doubts(in: lexicons)
      try AtomicFile.write(Self.table(found), to: doubts)
      say("\(doubts): \(found.count) pairs of cells")
    }
    if !text.badRows.isEmpty { throw ExitCode(1) }
  }

  private func read(_ scheme: StemScheme, _ kazakh: KazakhStemmer) throws -> ParallelText {
    try ParallelText(folder: folder, leavingOut: leaveOut, scheme: scheme, kazakh: kazakh) { say("reading \($0)") }
  }

  private func say(_ text: String) { if !shared.quiet { Reporter.say(text.printable) } }

  /// The doubts as tab-separated rows.
  private static func table(_ doubts: [LexiconDoubts.Doubt]) -> [UInt8] {
    var text = "file\tline\tpair\tleft\tright\tleft_count\tright_count\tboth_count\tleft_candidates\tright_candidates\n"
    for doubt in doubts {
      let cells = [
        doubt.file, String(doubt.line), "\(doubt.left.tag)-\(doubt.right.tag)", doubt.leftCell, doubt.rightCell,
        String(doubt.leftCount), String(doubt.rightCount), String(doubt.bothCount),
        doubt.leftCandidates.joined(separator: ", "), doubt.rightCandidates.joined(separator: ", "),
      ]
      text += cells.joined(separator: "\t") + "\n"
    }
    return Array(text.utf8)
  }
}
