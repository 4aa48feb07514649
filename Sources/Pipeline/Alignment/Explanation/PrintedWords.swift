internal import Lingua

/// How the words of some sentences are printed, by their codes.
struct PrintedWords {
  private var words: [[UInt8]: String] = [:]

  init(_ sentences: some Sequence<String>) {
    for sentence in sentences {
      var codes: [UInt8] = []
      var word = String.UnicodeScalarView()
      func close(_ words: inout [[UInt8]: String]) {
        if !codes.isEmpty, words[codes] == nil { words[codes] = String(word) }
        codes.removeAll(keepingCapacity: true)
        word.removeAll(keepingCapacity: true)
      }
      // As `AlignmentText` reads it, and `TokenScanner` cuts it.
      for scalar in ((try? normalize(sentence)) ?? sentence).unicodeScalars {
        if scalar.value == 0xAD || scalar.value == 0x301 { continue }
        if LetterCode.append(scalar, to: &codes) { word.append(scalar) } else { close(&words) }
      }
      close(&words)
    }
  }

  /// A token for a reader: a word as it is printed first, a number as it was read.
  func text(_ token: Int, of types: TokenTable) -> String {
    let codes = types.codes(token)
    switch types.kind(token) {
    case .word, .capitals, .initial:
      return words[codes] ?? LetterCode.text(codes)
    case .number, .spelled:
      // Of several readings the likeliest.
      let reading = codes.prefix { $0 != DigitReader.bar }
      if reading.first == UInt8(ascii: "m") { return "month " + String(decoding: reading.dropFirst(), as: UTF8.self) }
      return String(decoding: reading, as: UTF8.self)
    case .unit: return String(decoding: codes, as: UTF8.self)
    case .sign:
      guard codes.count > 1, let sign = Unicode.Scalar(UInt32(codes[0]) << 8 | UInt32(codes[1])) else { return "" }
      return String(sign)
    }
  }
}
