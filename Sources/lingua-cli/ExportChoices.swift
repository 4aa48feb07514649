import ArgumentParser
import Lingua
import Pipeline

/// Options of the commands that write export files.
struct ExportChoices: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Beads, or entries of a glossary, with a score below this are marked for review, in every format. The default is 0.6.",
      valueName: "score"))
  var reviewBelow: Double?

  @Option(
    name: .customLong("locale"),
    help: ArgumentHelp(
      "Three language tags for TMX, TBX and XLIFF, such as kk-KZ,ru-KZ,en-GB. The default is kk-KZ,ru-RU,en-US.",
      valueName: "tags"))
  var locale: String?

  func validate() throws {
    if let reviewBelow, !(0...1).contains(reviewBelow) {
      throw ValidationError("--review-below takes a number from 0 to 1; \(reviewBelow) is outside.")
    }
    if locale != nil, tags == nil {
      throw ValidationError(
        "--locale takes three tags for Kazakh, Russian and English, such as kk-KZ,ru-RU,en-US.")
    }
  }

  private var tags: Trilingual<String>? {
    guard let parts = locale?.split(separator: ",").map(String.init), parts.count == 3,
      zip(parts, Language.allCases).allSatisfy({ $0 == $1.tag || $0.hasPrefix($1.tag + "-") })
    else { return nil }
    return Trilingual(kk: parts[0], ru: parts[1], en: parts[2])
  }

  /// What decides the results, by name.
  var fingerprint: [(String, String)] {
    [
      ("review-below", "\(options.reviewThreshold)"), ("locale", options.tags.values.joined(separator: ",")),
    ]
  }

  /// What the exporters are told.
  var options: ExportOptions {
    var options = ExportOptions(toolVersion: Command.versionNumber)
    if let reviewBelow { options.reviewThreshold = reviewBelow }
    if let tags { options.tags = tags }
    return options
  }
}
