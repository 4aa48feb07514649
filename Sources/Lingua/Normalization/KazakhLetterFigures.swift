/// How many Cyrillic letters a text has, how many of them are Kazakh beyond the Russian alphabet, and what stands for those
/// where a Russian model read Kazakh print.
struct KazakhLetterFigures: Hashable, Sendable {
  /// Cyrillic letters.
  var cyrillic = 0
  /// Letters of Kazakh that Russian lacks.
  var kazakh = 0
  /// Signs that stand between Cyrillic letters as і does when it is misread: ! 1 | ].
  var signsInWords = 0

  /// Whether Kazakh text, if there is any, has lost its letters: in Kazakh print one letter in six to nine is one that
  /// Russian lacks, in Russian text one in a thousand.
  var lacksKazakhLetters: Bool { cyrillic >= 60 && kazakh * 125 < cyrillic }

  /// Looks at a text once.
  init(of text: UnsafeBufferPointer<UInt8>) {
    var k = 0
    while k + 1 < text.count {
      let lead = text[k]
      if lead < 0xD0 || lead > 0xD3 {
        if lead == 0x21 || lead == 0x31 || lead == 0x7C || lead == 0x5D, k >= 2, text[k - 2] & 0xFC == 0xD0,
          text[k + 1] & 0xFC == 0xD0
        {
          signsInWords += 1
        }
        k += 1
        continue
      }
      cyrillic += 1
      if Self.isKazakh(lead, text[k + 1]) { kazakh += 1 }
      k += 2
    }
  }

  /// Whether two bytes of UTF-8 are one of ә ғ қ ң ө ұ ү һ і or its capital.
  @inline(__always)
  static func isKazakh(_ lead: UInt8, _ byte: UInt8) -> Bool {
    switch lead {
    case 0xD0: byte == 0x86
    case 0xD1: byte == 0x96
    case 0xD2:
      switch byte {
      case 0x92, 0x93, 0x9A, 0x9B, 0xA2, 0xA3, 0xAE, 0xAF, 0xB0, 0xB1, 0xBA, 0xBB: true
      default: false
      }
    case 0xD3: byte == 0x98 || byte == 0x99 || byte == 0xA8 || byte == 0xA9
    default: false
    }
  }
}
