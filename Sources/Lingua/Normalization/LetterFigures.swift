/// What the letters of a whole document show.
public struct LetterFigures: Hashable, Sendable {
  /// Letters in Cyrillic.
  public private(set) var cyrillicLetters = 0
  /// Cyrillic letters that Kazakh has beyond the Russian alphabet.
  public private(set) var kazakhLetters = 0
  /// How often a Cyrillic letter stands beside one of another script.
  public private(set) var seams = 0
  /// Small л.
  public private(set) var el = 0
  /// ʌ, the turned v that stands for л.
  public private(set) var turnedV = 0
  /// Letters of other languages in Cyrillic that stand for Kazakh ones.
  public private(set) var standIns = 0
  /// The yen sign, which stands for ұ.
  public private(set) var yenSigns = 0
  /// Small і, which of the languages with stand-ins' letters only Kazakh has.
  public private(set) var smallI = 0
  /// № signs.
  public private(set) var numeroSigns = 0
  /// Signs that stand between Cyrillic letters as і does when it is misread: ! 1 | ].
  public private(set) var signsInWords = 0

  init() {}

  /// Looks at a text once.
  init(of text: UnsafeBufferPointer<UInt8>) {
    var i = 0
    // The last byte is looked at with a zero behind it.
    while i + 1 < text.count {
      let end = min(i + 128, text.count - 1)
      var (letters, kazakh, el, turned, stand, yen, small): (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (
        0, 0, 0, 0, 0, 0, 0
      )
      for k in i..<end {
        let (a, b) = (text[k], text[k &+ 1])
        letters &+= a &- 0xD0 < 4 ? 1 : 0
        let extended: UInt8 = a &- 0xD2 < 2 ? 1 : 0
        let smallI: UInt8 = (a == 0xD1 ? 1 : 0) & (b == 0x96 ? 1 : 0)
        let capitalI: UInt8 = (a == 0xD0 ? 1 : 0) & (b == 0x86 ? 1 : 0)
        // ҔҕҜҝҞҟҠҡҤҥҦҧҼҽҾҿ, ӃӄӇӈӉӊӚӛӪӫӶӷӺӻ and ѲѳѴѵ.
        let second: UInt8 =
          (b &- 0x94 < 2 ? 1 : 0) | (b &- 0x9C < 6 ? 1 : 0) | (b &- 0xA4 < 4 ? 1 : 0) | (b &- 0xBC < 4 ? 1 : 0)
        let third: UInt8 =
          (b &- 0x83 < 2 ? 1 : 0) | (b &- 0x87 < 4 ? 1 : 0) | (b &- 0x9A < 2 ? 1 : 0) | (b &- 0xAA < 2 ? 1 : 0)
          | (b &- 0xB6 < 2 ? 1 : 0) | (b &- 0xBA < 2 ? 1 : 0)
        let odd =
          (a == 0xD2 ? 1 : 0) & second | (a == 0xD3 ? 1 : 0) & third
          | (a == 0xD1 ? 1 : 0) & (b &- 0xB2 < 4 ? 1 : 0)
        stand &+= odd
        kazakh &+= extended & (odd ^ 1) | smallI | capitalI
        small &+= smallI
        el &+= (a == 0xD0 ? 1 : 0) & (b == 0xBB ? 1 : 0)
        turned &+= (a == 0xCA ? 1 : 0) & (b == 0x8C ? 1 : 0)
        yen &+= (a == 0xC2 ? 1 : 0) & (b == 0xA5 ? 1 : 0)
      }
      cyrillicLetters += Int(letters)
      kazakhLetters += Int(kazakh)
      self.el += Int(el)
      turnedV += Int(turned)
      standIns += Int(stand)
      yenSigns += Int(yen)
      self.smallI += Int(small)
      i = end
    }
    seams = ScriptSeams(in: text, .inside).count
    numeroSigns = text.count(of: (0xE2, 0x84, 0x96))
    if lacksKazakhLetters { signsInWords = Self.signsInWords(of: text) }
  }

  /// Whether Kazakh text, if there is any, has lost its letters: in Kazakh print one letter in six to nine is one that
  /// Russian lacks, in Russian text one in a thousand.
  var lacksKazakhLetters: Bool { cyrillicLetters >= 60 && kazakhLetters * 125 < cyrillicLetters }

  /// Whether letters of the other script stand all over the text, and not here and there.
  var isMixedThroughout: Bool { seams >= 8 && seams * 50 > cyrillicLetters }

  /// Whether letters of other languages stand in for Kazakh ones, and the language is not one that has them.
  var hasStandIns: Bool { standIns > 0 && standIns <= smallI }

  private static func signsInWords(of text: UnsafeBufferPointer<UInt8>) -> Int {
    guard text.count > 4 else { return 0 }
    var found = 0
    for k in 2..<text.count - 1 {
      switch text[k] {
      case 0x21, 0x31, 0x7C, 0x5D:
        if text[k - 2] & 0xFC == 0xD0, text[k + 1] & 0xFC == 0xD0 { found += 1 }
      default: break
      }
    }
    return found
  }

  /// The figures with their names.
  var figures: [Diagnosis.Figure] {
    [
      ("cyrillic-letters", cyrillicLetters), ("kazakh-letters", kazakhLetters), ("script-seams", seams), ("el", el),
      ("turned-v", turnedV), ("stand-ins", standIns),
      ("yen-signs", yenSigns), ("small-i", smallI), ("numero-signs", numeroSigns), ("signs-in-words", signsInWords),
    ].map { Diagnosis.Figure(name: $0.0, value: Double($0.1)) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How often three bytes stand in a row.
  fileprivate func count(of bytes: (UInt8, UInt8, UInt8)) -> Int {
    guard count > 2 else { return 0 }
    var found = 0
    var i = 0
    while i < count - 2 {
      let end = Swift.min(i + 128, count - 2)
      var block: UInt8 = 0
      for k in i..<end {
        block &+= (self[k] == bytes.0 ? 1 : 0) & (self[k &+ 1] == bytes.1 ? 1 : 0) & (self[k &+ 2] == bytes.2 ? 1 : 0)
      }
      found += Int(block)
      i = end
    }
    return found
  }
}
