/// What the rules of Kazakh endings ask of a letter, by its `LetterCode`.
struct KazakhLetter: OptionSet, Sendable {
  let rawValue: UInt16

  static let vowel = KazakhLetter(rawValue: 1)
  /// Which harmony a vowel asks of the next suffix; и, у, ю and loans leave it open.
  static let back = KazakhLetter(rawValue: 2)
  static let front = KazakhLetter(rawValue: 4)

  /// What a suffix can ask of the letter before it: the columns of the assimilation table.
  static let openVowel = KazakhLetter(rawValue: 1 << 8)
  static let glide = KazakhLetter(rawValue: 1 << 9)
  static let lateral = KazakhLetter(rawValue: 1 << 10)
  static let nasal = KazakhLetter(rawValue: 1 << 11)
  static let sibilant = KazakhLetter(rawValue: 1 << 12)
  static let voiceless = KazakhLetter(rawValue: 1 << 13)
  static let consonant: KazakhLetter = [.glide, .lateral, .nasal, .sibilant, .voiceless]
  static let any: KazakhLetter = [.openVowel, .consonant]

  /// The soft and the hard sign leave the class to the letter before them.
  static func isSign(_ code: UInt8) -> Bool { code == 0xCC || code == 0xCA }

  /// What a final б, ғ or г was before a vowel voiced it: кітабы, кітап.
  @inline(__always)
  static func unvoiced(_ code: UInt8) -> UInt8 {
    switch code {
    case 0xB1: 0xBF
    case 0x80: 0x81
    case 0xB3: 0xBA
    default: code
    }
  }
}

extension KazakhLetter {
  /// What a cell of the column "after" of `kazakh-suffixes.tsv` asks; nil for a cell that says nothing.
  init?(classes cell: some Sequence<UInt8>) {
    self = []
    for byte in cell {
      switch byte {
      case UInt8(ascii: "v"): insert(.openVowel)
      case UInt8(ascii: "r"): insert(.glide)
      case UInt8(ascii: "l"): insert(.lateral)
      case UInt8(ascii: "n"): insert(.nasal)
      case UInt8(ascii: "z"): insert(.sibilant)
      case UInt8(ascii: "t"): insert(.voiceless)
      case UInt8(ascii: "c"): formUnion(.consonant)
      case UInt8(ascii: "*"): formUnion(.any)
      default: return nil
      }
    }
    if isEmpty { return nil }
  }
}

/// The letters that Kazakh words are written with, those of loans included, as two tables.
struct KazakhAlphabet: Sendable {
  /// The letter codes of U+0400 to U+04FF in lower case; 0 for what is no letter of the alphabet.
  private let codes: [UInt8]
  /// What the rules ask of a letter, by its code; empty for what is no letter of the alphabet.
  private let letters: [KazakhLetter]

  static let standard = KazakhAlphabet()

  private init() {
    var letters = [KazakhLetter](repeating: [], count: 256)
    func set(_ text: String, _ value: KazakhLetter) {
      for code in LetterCode.codes(text) { letters[Int(code)] = value }
    }
    set("аоыұя", [.vowel, .back, .openVowel])
    set("еөіүәэ", [.vowel, .front, .openVowel])
    set("иую", [.vowel, .glide])
    set("рй", .glide)
    set("л", .lateral)
    set("мнң", .nasal)
    set("жз", .sibilant)
    set("птқксшфхцчщһбвгдғ", .voiceless)
    set("ьъ", [.voiceless, .lateral])
    self.letters = letters
    codes = (UInt32(0x400)..<0x500).map { value in
      let code = LetterCode.code(value)
      // Words are folded before they are read.
      return letters[Int(code)].isEmpty || value == 0x451 || LetterCode.letters[Int(code)] != value ? 0 : code
    }
  }

  /// The code of a character; 0 for what is no letter of the alphabet in lower case.
  @inline(__always)
  func code(_ value: UInt32) -> UInt8 { value >> 8 == 4 ? codes[Int(value & 0xFF)] : 0 }

  /// What the rules ask of a letter.
  @inline(__always)
  func letter(_ code: UInt8) -> KazakhLetter { letters[Int(code)] }
}
