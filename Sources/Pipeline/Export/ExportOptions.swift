public import Lingua

/// What a user may choose about exports.
public struct ExportOptions: Hashable, Sendable {
  /// The BCP 47 tags in TMX, TBX and XLIFF. The default is kk-KZ, ru-RU, en-US: translation tools match a file with regional
  /// tags against requests with and without a region, a file with bare tags only against bare requests.
  public var tags: Trilingual<String>
  /// When the results were made. The default is nil, which leaves dates out, so that two runs give the same bytes.
  public var date: ExportDate?
  /// The score below which a bead needs a reader. The default is 0.6.
  public var reviewThreshold: Double
  /// The languages of a bilingual export, and of a TMX that is to hold two. The default is nil: TMX has all, and XLIFF,
  /// which holds two, those of the document in the order kk, ru, en; one with three languages is refused.
  public var pair: LanguagePair?
  /// The program's name in file headers. The default is "lingua-cli".
  public var toolName: String
  /// The program's version in file headers. The default is "0.1.0".
  public var toolVersion: String

  /// The defaults, or some of them replaced.
  public init(
    tags: Trilingual<String> = Trilingual(kk: "kk-KZ", ru: "ru-RU", en: "en-US"), date: ExportDate? = nil,
    reviewThreshold: Double = 0.6, pair: LanguagePair? = nil, toolName: String = "lingua-cli",
    toolVersion: String = "0.1.0"
  ) {
    self.tags = tags
    self.date = date
    self.reviewThreshold = reviewThreshold
    self.pair = pair
    self.toolName = toolName
    self.toolVersion = toolVersion
  }

  /// Whether a reader should look at a bead of this score.
  public func needsReview(_ score: Double) -> Bool { !(score >= reviewThreshold) }
}

/// A second in Coordinated Universal Time.
public struct ExportDate: Hashable, Sendable {
  /// Seconds since the beginning of 1970.
  public var secondsSince1970: Int

  /// A second; years outside 0000–9999, which the formats cannot spell, become the nearest that they can.
  public init(secondsSince1970: Int) {
    self.secondsSince1970 = min(max(secondsSince1970, -62_167_219_200), 253_402_300_799)
  }

  /// As TMX spells it: "20260131T235959Z".
  public var basic: String {
    let (year, month, day, hour, minute, second) = fields
    return digits(year, 4) + digits(month, 2) + digits(day, 2) + "T" + digits(hour, 2) + digits(minute, 2)
      + digits(second, 2) + "Z"
  }

  /// The day alone: "2026-01-31".
  public var day: String {
    let (year, month, day, _, _, _) = fields
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  private func digits(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  /// The proleptic Gregorian calendar by eras of 400 years that begin in March.
  private var fields: (Int, Int, Int, Int, Int, Int) {
    let seconds = ((secondsSince1970 % 86_400) + 86_400) % 86_400
    let days = (secondsSince1970 - seconds) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day, seconds / 3600, seconds / 60 % 60, seconds % 60)
  }
}
