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

  /// By code; empty for what is no letter of the Kazakh alphabet.
  static let table: [KazakhLetter] = {
    var table = [KazakhLetter](repeating: [], count: 256)
    func set(_ letters: String, _ value: KazakhLetter) {
      for code in LetterCode.codes(letters) { table[Int(code)] = value }
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
    return table
  }()

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
