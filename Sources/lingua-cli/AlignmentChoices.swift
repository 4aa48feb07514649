import ArgumentParser
import Lingua
import Pipeline

/// Options of the commands that align documents.
struct AlignmentChoices: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Look at these languages alone, such as kk,ru; sections in another are passed over. The default is all three.",
      valueName: "tags"),
    transform: Language.arguments)
  var languages: Set<Language>?

  @Option(
    help: ArgumentHelp(
      "The most sentences of one language in a bead, 1 to 4. The default is 4.", valueName: "number"))
  var maxBead: Int?

  @Option(
    help: ArgumentHelp(
      "What blank lines between paragraphs mean: ignore, soft (a bead that crosses one loses score) or hard (none does). The default is ignore.",
      valueName: "word"), transform: paragraphs)
  var paragraphs: AlignmentOptions.Paragraphs?

  @Flag(
    help: """
      Read all inputs twice, and learn from their sure beads before they are aligned. Of fewer than \
      \(BatchLearner.leastDocuments) documents or \(BatchLearner.leastBeads) sure beads nothing is learned.
      """)
  var adapt = false

  @Option(
    help: ArgumentHelp(
      "Leave parts of the aligner out, to see what they are worth: \(AlignmentOptions.Part.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "parts"), transform: parts)
  var without: [AlignmentOptions.Part]?

  @Flag(help: "Say of each bead what its score is made of: in json, answers to records and the documents of run.")
  var explain = false

  func validate() throws {
    if let maxBead, !(1...4).contains(maxBead) {
      throw ValidationError("--max-bead takes a number from 1 to 4; \(maxBead) is outside.")
    }
    if let languages, languages.count < 2 {
      throw ValidationError("--languages needs two or three of kk, ru and en to align.")
    }
  }

  private static func paragraphs(_ value: String) throws -> AlignmentOptions.Paragraphs {
    guard let paragraphs = AlignmentOptions.Paragraphs(rawValue: value.lowercased()) else {
      let known = AlignmentOptions.Paragraphs.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\"\(value)\" is none of \(known).")
    }
    return paragraphs
  }

  private static func parts(_ value: String) throws -> [AlignmentOptions.Part] {
    try value.lowercased().split(separator: ",").map { name in
      guard let part = AlignmentOptions.Part(rawValue: String(name)) else {
        let known = AlignmentOptions.Part.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\"\(name)\" is none of \(known).")
      }
      return part
    }
  }

  /// What decides the results, by name; where a batch teaches, its inputs do, every one of them.
  func fingerprint(_ files: InputFiles) -> [(String, String)] {
    var all = [
      ("languages", (languages ?? []).map(\.tag).sorted().joined(separator: ",")),
      ("max-bead", maxBead.map(String.init) ?? ""), ("paragraphs", paragraphs?.rawValue ?? ""),
      ("without", (without ?? []).map(\.rawValue).joined(separator: ",")), ("explain", explain.description),
    ]
    if adapt {
      for file in files.files {
        // What cannot be read teaches nothing, and is named when its turn comes.
        let digest = (try? FileDigest.regularFile(at: file.path)).flatMap(\.self)
        all.append(("adapt", file.relativePath + " " + (digest?.hashText ?? "")))
      }
    }
    return all
  }

  /// Tells an analyzer what was chosen.
  func apply(to analyzer: inout DocumentAnalyzer) {
    analyzer.alignment.explains = explain
    if let languages { analyzer.languages = languages }
    if let maxBead { analyzer.alignment.maximumBeadSize = maxBead }
    if let paragraphs { analyzer.alignment.paragraphs = paragraphs }
    for part in without ?? [] { analyzer.alignment.leaveOut(part) }
  }
}
