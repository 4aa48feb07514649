internal import Lingua

extension String {
  /// The text as a termbase keeps names: letters of one character, nothing that cannot be seen, one blank between words.
  var spelledAsTerm: String {
    let composed = utf8.allSatisfy { $0 < 0x80 } ? self : (try? normalize(self, to: .nfc)) ?? self
    var scalars: [Unicode.Scalar] = []
    for scalar in composed.unicodeScalars where !scalar.isUnseen {
      let isBlank = scalar.properties.isWhitespace
      if isBlank, scalars.last == " " || scalars.isEmpty { continue }
      scalars.append(isBlank ? " " : scalar)
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars: scalars)
  }
}

extension Unicode.Scalar {
  /// Whether it is a soft hyphen, or a character without width or for the direction of writing.
  fileprivate var isUnseen: Bool {
    switch value {
    case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
