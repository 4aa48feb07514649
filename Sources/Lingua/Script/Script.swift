/// A script by its ISO 15924 code.
public struct Script: RawRepresentable, Hashable, Sendable {
  /// The four-letter code: "Cyrl", "Latn".
  public var rawValue: String
  /// The script of a four-letter code; nothing is checked.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Cyrillic.
  public static let cyrillic = Script(rawValue: "Cyrl")
  /// Latin.
  public static let latin = Script(rawValue: "Latn")
  /// Arabic.
  public static let arabic = Script(rawValue: "Arab")
  /// Greek.
  public static let greek = Script(rawValue: "Grek")
  /// Common: digits, punctuation, symbols.
  public static let common = Script(rawValue: "Zyyy")
  /// Inherited: combining marks, which take the script of their base.
  public static let inherited = Script(rawValue: "Zinh")
  /// Unknown: unassigned and private-use characters.
  public static let unknown = Script(rawValue: "Zzzz")

  /// The script of a character (Unicode property `Script`, UAX #24).
  public init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0..<0x80: self = .common
    case 0x400...0x482, 0x487...0x52F: self = .cyrillic
    default: self = Script(rawValue: ICU.scriptShortName(scalar.icuScript))
    }
  }

  /// Whether the script belongs to any text: common, inherited or unknown.
  public var isNeutral: Bool { self == .common || self == .inherited || self == .unknown }
}
