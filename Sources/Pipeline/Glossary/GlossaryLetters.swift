internal import Lingua

/// Letters as the glossary stages compare them: without case, ё as е, and letters of the other script that only look
/// right in a word as what they look like.
enum GlossaryLetters {
  /// The letters and digits of a word, folded. A word with any Cyrillic letter is taken as Cyrillic throughout.
  static func folded(_ word: String) -> [Unicode.Scalar] { folded(word.unicodeScalars) }

  /// The letters and digits of a word that is given as scalars, folded.
  static func folded(_ word: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var result = Array(word)
    fold(&result, from: 0, isCyrillic: result.contains(where: isCyrillicLetter))
    return result
  }

  /// Folds the word that begins at a place of an array, in place; what is no letter nor digit falls out.
  static func fold(_ scalars: inout [Unicode.Scalar], from start: Int, isCyrillic: Bool) {
    let table = isCyrillic ? cyrillicFolds : folds
    var end = start
    for k in start..<scalars.count {
      let scalar = scalars[k]
      if Int(scalar.value) < table.count {
        guard let folded = table[Int(scalar.value)] else { continue }
        scalars[end] = folded
      } else {
        guard scalar.isLetter || scalar.isDecimalDigit else { continue }
        scalars[end] = scalar.simpleFold
      }
      end += 1
    }
    scalars.removeLast(scalars.count - end)
  }

  /// What each letter or digit below U+0530 becomes; nil for what is neither. Most text is looked up here.
  private static let folds = table { $0 }
  /// The same for words that are Cyrillic: what looks like a Cyrillic letter is one, told before its case is lost, as
  /// capitals look alike that small letters do not.
  private static let cyrillicFolds = table { cyrillicLookalike($0) ?? cyrillicLookalike($0.simpleFold) ?? $0 }

  private static func table(_ meant: (Unicode.Scalar) -> Unicode.Scalar) -> [Unicode.Scalar?] {
    (0..<0x530).map { value -> Unicode.Scalar? in
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.isLetter || scalar.isDecimalDigit else { return nil }
      let folded = meant(scalar).simpleFold
      return folded == "ё" ? "е" : folded
    }
  }

  /// An acronym in the script that most of it is in, so that "ГAЖ" with a Latin A is what it looks like; a word all
  /// in one script stays as it is.
  static func unmixed(_ word: String, _ language: Language) -> String {
    // Most words are all in one script.
    guard word.utf8.contains(where: { $0 < 0x80 }), word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
    let scalars = Array(word.unicodeScalars)
    let cyrillic = scalars.filter(isCyrillicLetter)
    guard !cyrillic.isEmpty, scalars.contains(where: { $0.isASCII && $0.isLetter }) else { return word }
    let toCyrillic = language != .en || cyrillic.contains { latinLookalike($0) == nil }
    return String(scalars: scalars.map { (toCyrillic ? cyrillicLookalike($0) : latinLookalike($0)) ?? $0 })
  }

  /// The word in Cyrillic letters if every letter of it is Latin and looks like a Cyrillic one.
  static func asCyrillic(_ word: String) -> String? {
    var view = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      guard let other = cyrillicLookalike(scalar) else { return nil }
      view.append(other)
    }
    return String(view)
  }

  /// The word with every Cyrillic letter that looks like a Latin one replaced by it.
  static func asLatin(_ word: String) -> String {
    String(scalars: word.unicodeScalars.lazy.map { latinLookalike($0) ?? $0 })
  }

  static func isCyrillicLetter(_ scalar: Unicode.Scalar) -> Bool { (0x400...0x52F).contains(scalar.value) }

  // Of the pairs that are drawn alike those of English letters.
  private static let pairs = Lookalikes.embedded.shapes { latin, _ in latin.isASCII }
  private static let toCyrillic = Dictionary(
    pairs.map { ($0.latin, $0.cyrillic) }, uniquingKeysWith: { first, _ in first })
  private static let toLatin = Dictionary(
    pairs.map { ($0.cyrillic, $0.latin) }, uniquingKeysWith: { first, _ in first })

  static func cyrillicLookalike(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { toCyrillic[scalar] }
  static func latinLookalike(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { toLatin[scalar] }
}

extension String {
  /// The text of some characters; quicker than by way of a `UnicodeScalarView`, which is built character by character.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    for scalar in scalars { scalar.append(to: &bytes) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Appends the character in UTF-8.
  @inline(__always)
  func append(to bytes: inout [UInt8]) {
    switch value {
    case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    default: bytes.append(contentsOf: UTF8.encode(self) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
