internal import Lingua

/// A character encoding that documents come in.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// UTF-32, low byte first.
  case utf32LittleEndian = "UTF-32LE"
  /// UTF-32, high byte first.
  case utf32BigEndian = "UTF-32BE"
  /// The Cyrillic page of Windows.
  case windows1251 = "windows-1251"
  /// The Kazakh standard page (STRK 1048-2002, RK1048), a change of windows-1251.
  case kz1048 = "KZ-1048"
  /// The page of ParaType for Asian Cyrillic.
  case pt154 = "PT154"
  /// The Russian page of Unix and mail.
  case koi8r = "KOI8-R"
  /// The Russian page of DOS.
  case ibm866 = "IBM866"
  /// The Cyrillic page of ISO.
  case iso88595 = "ISO-8859-5"
  /// The Cyrillic page of the old Mac OS.
  case macCyrillic = "x-mac-cyrillic"
  /// The Western European page of Windows.
  case windows1252 = "windows-1252"

  /// The name as it is printed, from the IANA registry where it has one.
  public var name: String { rawValue }

  /// The encoding of a name, in any letter case and with any hyphens.
  ///
  /// - Throws: `UnknownEncodingError` with the nearest known names.
  public init(named name: String) throws(UnknownEncodingError) {
    let key = Self.key(name)
    for encoding in Self.allCases where encoding.keys.contains(key) {
      self = encoding
      return
    }
    let near = Self.allCases.map { encoding in
      // "windos" is near to "windows-1251": the digits are what people leave out.
      (
        encoding.name,
        (encoding.keys + encoding.keys.map(Self.letters)).map { Spelling.distance($0, key) }.min() ?? .max
      )
    }
    let closest = near.filter { $0.1 <= max(2, key.count / 3) }.sorted { $0.1 < $1.1 }.prefix(3)
    throw UnknownEncodingError(
      name: name, near: closest.isEmpty ? Self.allCases.map(\.name) : closest.map(\.0))
  }

  /// What ICU calls it; nil for the pages that ICU does not have.
  var icuName: String? {
    switch self {
    case .kz1048, .pt154, .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: nil
    case .macCyrillic: "x-mac-cyrillic"
    default: name
    }
  }

  private var keys: [String] {
    let own = Self.key(name)
    return switch self {
    case .utf8: [own, "utf8bom", "utf8sig"]
    case .utf16LittleEndian: [own, "utf16", "ucs2", "unicode"]
    case .utf16BigEndian: [own]
    case .utf32LittleEndian: [own, "utf32", "ucs4"]
    case .utf32BigEndian: [own]
    case .windows1251: [own, "cp1251", "1251", "win1251", "xcp1251"]
    case .kz1048: [own, "rk1048", "strk1048", "strk10482002", "1048", "cp1048"]
    case .pt154: [own, "ptcp154", "cp154", "csptcp154", "cyrillicasian"]
    case .koi8r: [own, "koi8"]
    case .ibm866: [own, "cp866", "866", "dos866"]
    case .iso88595: [own, "iso5", "88595", "cyrillic"]
    case .macCyrillic: [own, "maccyrillic", "cp10007", "maccyr"]
    case .windows1252: [own, "cp1252", "1252", "win1252", "latin1", "iso88591"]
    }
  }

  private static func letters(_ key: String) -> String { String(key.filter { $0.isLetter }) }

  private static func key(_ name: String) -> String {
    String(name.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) })
  }
}
