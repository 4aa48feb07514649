internal import CICU

/// What a country, language, currency or script is called in the three languages, from ICU's locale data (CLDR).
public struct ICUName: Hashable, Sendable {
  /// What is named.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A country or territory of ISO 3166-1.
    case country
    /// A language of ISO 639.
    case language
    /// A currency of ISO 4217, also a former one.
    case currency
    /// A script of ISO 15924.
    case script
  }

  /// What is named.
  public var kind: Kind
  /// The code: "KZ", "kk", "KZT", "Cyrl".
  public var code: String
  /// The name in each language, as it stands in the middle of a sentence.
  public var names: Trilingual<String>

  /// All that have a name in each of the three languages, by kind and code.
  ///
  /// They are read when they are first asked for, which takes some milliseconds, and kept.
  ///
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public static func all() throws(ICUError) -> [ICUName] { try cached.get() }

  private static let cached: Result<[ICUName], ICUError> = {
    do throws(ICUError) {
      var all: [ICUName] = []
      for kind in Kind.allCases {
        let names = try Trilingual<Language>(kk: .kk, ru: .ru, en: .en).map { (language) throws(ICUError) in
          try ICU.names(of: kind, locale: language.tag)
        }
        let (russian, english) = (names.ru.byCode, names.en.byCode)
        for (code, kazakh) in names.kk {
          guard let ru = russian[code], let en = english[code] else { continue }
          all.append(ICUName(kind: kind, code: code, names: Trilingual(kk: kazakh, ru: ru, en: en)))
        }
      }
      return .success(all)
    } catch { return .failure(error) }
  }()
}

extension [(code: String, name: String)] {
  fileprivate var byCode: [String: String] { Dictionary(map { ($0.code, $0.name) }) { first, _ in first } }
}

extension ICU {
  /// The names of a kind in a locale, by code.
  static func names(of kind: ICUName.Kind, locale: String) throws(ICUError) -> [(code: String, name: String)] {
    let number: Int32 =
      switch kind {
      case .country: 0
      case .language: 1
      case .currency: 2
      case .script: 3
      }
    var room = 1 << 15
    while true {
      var buffer = [CChar](repeating: 0, count: room)
      var needed: Int32 = 0
      let status = lingua_icu_names(number, locale, &buffer, Int32(room), &needed)
      if status == lingua_icu_buffer_overflow {
        room = Int(needed)
        continue
      }
      try check(status, "read names of locale \(locale)")
      return buffer.prefix(Int(needed)).split(separator: 0x0A).compactMap { line in
        let cells = line.split(separator: 0x09).map { String(decoding: $0.map(UInt8.init(bitPattern:)), as: UTF8.self) }
        return cells.count == 2 ? (cells[0], cells[1]) : nil
      }
    }
  }
}
