/// What is to be known of a letter to tell in which script a word was meant, by code point.
struct LetterShapes: Sendable {
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    static let latin = Traits(rawValue: 1)
    static let cyrillic = Traits(rawValue: 2)
    static let upper = Traits(rawValue: 4)
    static let lower = Traits(rawValue: 8)
    /// A Latin letter with a Cyrillic twin, or the reverse.
    static let shared = Traits(rawValue: 16)
    /// Nearly the drawing of a Cyrillic letter.
    static let near = Traits(rawValue: 32)
    /// Taken for a Cyrillic letter by recognition.
    static let misread = Traits(rawValue: 64)
    /// Of no word of the three languages.
    static let letterForm = Traits(rawValue: 128)
    static let standIn = Traits(rawValue: 256)
    static let digit = Traits(rawValue: 512)
    static let mark = Traits(rawValue: 1024)
    /// A letter of any other kind.
    static let other = Traits(rawValue: 2048)
    /// One of the letters that Kazakh has beyond the Russian alphabet.
    static let kazakh = Traits(rawValue: 4096)
    /// One of the Cyrillic letters of Kazakh and Russian.
    static let alphabet = Traits(rawValue: 8192)

    /// Part of a word.
    static let word: Traits = [.latin, .cyrillic, .other, .digit, .mark, .letterForm, .standIn]
  }

  private static let limit: UInt32 = 0x530
  private let traits: [Traits]
  private let wide: [UInt32: Traits]
  private let lowers: [UInt32]
  private let uppers: [UInt32]
  private let cyrillic: [UInt32: [UInt32]]
  private let latin: [UInt32: UInt32]

  init(_ lookalikes: Lookalikes) {
    var traits = [Traits](repeating: [], count: Int(Self.limit))
    var lowers = Array(0..<Self.limit)
    var uppers = lowers
    for value in 0x30..<Self.limit {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if value < 0x3A {
        traits[Int(value)] = .digit
      } else if scalar.isLetter {
        lowers[Int(value)] = scalar.simpleLowercase.value
        uppers[Int(value)] = scalar.simpleUppercase.value
        var found: Traits = value < 0x370 ? .latin : value >= 0x400 ? .cyrillic : .other
        if scalar.isUppercaseLetter { found.insert(.upper) }
        if scalar.isLowercaseLetter { found.insert(.lower) }
        traits[Int(value)] = found
      } else if scalar.isMark {
        traits[Int(value)] = .mark
      }
    }
    for scalar in "ӘәҒғҚқҢңӨөҰұҮүҺһІі".unicodeScalars { traits[Int(scalar.value)].formUnion([.kazakh, .alphabet]) }
    for value in [0x401, 0x451] + Array(0x410...0x44F) { traits[value].insert(.alphabet) }
    var wide: [UInt32: Traits] = [:]
    var cyrillic: [UInt32: [UInt32]] = [:]
    var latin: [UInt32: UInt32] = [:]
    for pair in lookalikes.pairs {
      let value = pair.letter.value
      let own: Traits =
        switch pair.kind {
        case .shape: .shared
        case .near: .near
        case .misread: .misread
        case .letterForm: .letterForm
        case .standIn: .standIn
        case .digit: []
        }
      cyrillic[value] = pair.meant.map(\.value)
      // Ѕ and Ј are letters of neither language: S and J are Latin only.
      let isAlphabet = pair.meant.contains { $0.value < Self.limit && traits[Int($0.value)].contains(.alphabet) }
      let trait = pair.kind == .shape && !isAlphabet ? [] : own
      // Small letters of small capitals stand for themselves in the case of the word.
      if value < Self.limit {
        if pair.kind == .letterForm { traits[Int(value)].remove([.latin, .other]) }
        traits[Int(value)].insert(trait)
      } else {
        wide[value] = trait
      }
      if pair.kind == .shape, let first = pair.meant.first {
        latin[first.value] = value
        if first.value < Self.limit { traits[Int(first.value)].insert(.shared) }
      }
    }
    self.traits = traits
    self.wide = wide
    self.lowers = lowers
    self.uppers = uppers
    self.cyrillic = cyrillic
    self.latin = latin
  }

  /// What a character is; empty for what ends a word.
  func traits(_ value: UInt32) -> Traits {
    if value < Self.limit { return traits[Int(value)] }
    if let found = wide[value] { return found }
    guard let scalar = Unicode.Scalar(value) else { return [] }
    return scalar.isLetter ? .other : scalar.isMark ? .mark : []
  }

  func lower(_ value: UInt32) -> UInt32 { value < Self.limit ? lowers[Int(value)] : value }
  func upper(_ value: UInt32) -> UInt32 { value < Self.limit ? uppers[Int(value)] : value }
  /// The Cyrillic letters that a character may stand for, the likeliest first; empty where there are none.
  func cyrillic(_ value: UInt32) -> [UInt32] { cyrillic[value] ?? [] }
  /// The Latin letter that has the drawing of a Cyrillic one.
  func latin(_ value: UInt32) -> UInt32? { latin[value] }
}
