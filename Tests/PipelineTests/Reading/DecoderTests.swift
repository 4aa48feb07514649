import Lingua
import Testing

@testable import Pipeline

/// Texts of our own, long and short.
enum Samples {
  static let russian = """
    Экономическое сотрудничество соседних стран растёт: объём взаимной торговли увеличился за последние годы. \
    Авторы рассматривают «пути развития» приграничных рынков — их участников, цены и перевозки (№ 5).
    """
  static let kazakh = """
    Көршілес елдердің экономикалық ынтымақтастығы өсіп келеді: соңғы жылдары өзара сауда көлемі ұлғайды. \
    Мақалада шекара маңындағы нарықтардың даму жолдары, бағалары мен тасымалы қарастырылады, һәм қорытынды жасалады.
    """
  static let shortRussian = "Привет, мир"
  static let shortKazakh = "Қазақстан тарихы мен мәдениеті"
  static let russianHeading = "Введение. Цели и задачи исследования"

  /// The text in UTF-32.
  static func utf32(_ text: String, isBig: Bool = false) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      return isBig ? bytes.reversed() : bytes
    }
  }
}

extension CodePage {
  /// The text in this page; nil where the page lacks a character.
  func encode(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = scalars.firstIndex(of: scalar.value) else { return nil }
      result.append(UInt8(byte))
    }
    return result
  }
}

/// Decodes in chunks of one size.
func decode(_ bytes: [UInt8], as encoding: TextEncoding, chunk: Int = .max) throws -> (text: String, decoder: Decoder) {
  var decoder = try Decoder(encoding)
  var output: [UInt8] = []
  let size = min(chunk, max(1, bytes.count))
  bytes.withUnsafeBufferPointer { buffer in
    for start in stride(from: 0, to: bytes.count, by: size) {
      let end = min(start + size, bytes.count)
      decoder.decode(UnsafeBufferPointer(rebasing: buffer[start..<end]), isLast: end == bytes.count, into: &output)
    }
  }
  return (String(decoding: output, as: UTF8.self), decoder)
}

@Suite struct DecoderTests {
  @Test(
    arguments: [1, 2, 3, 5, 1000],
    ["", "қазақ тілі, ё, 😀, €", "a\r\nb\n", "\u{FEFF}бас", "a\u{FEFF}б", "әі\u{FEFF}"])
  func readsEveryUnicodeEncodingInAnyChunks(chunk: Int, text: String) throws {
    let expected = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let sources: [(TextEncoding, [UInt8])] = [
      (.utf8, Array(text.utf8)), (.utf16LittleEndian, little), (.utf16BigEndian, big),
      (.utf32LittleEndian, Samples.utf32(text)), (.utf32BigEndian, Samples.utf32(text, isBig: true)),
    ]
    for (encoding, bytes) in sources {
      let (result, decoder) = try decode(bytes, as: encoding, chunk: chunk)
      #expect(Array(result.utf8) == Array(expected.utf8), "\(encoding)")
      #expect(decoder.errors.count == 0)
    }
  }

  @Test(arguments: [1, 2, 3, 1000])
  func placesTheFirstOfManyErrors(chunk: Int) throws {
    // Line 2, column 4: behind "аб ".
    let bytes = Array("first\nаб ".utf8) + [0xFF] + Array("x".utf8) + [0xD0] + Array("\n".utf8) + [0xE2, 0x82]
    let (text, decoder) = try decode(bytes, as: .utf8, chunk: chunk)
    #expect(text == "first\nаб \u{FFFD}x\u{FFFD}\n\u{FFFD}")
    #expect(decoder.errors.count == 3)
    #expect(decoder.errors.first == DecodingErrors.Place(offset: 11, line: 2, column: 4))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE0, 0x80, 0xAF],
      [0x80], [0xF0, 0x9F, 0x98], [0x61, 0xE2, 0x82, 0x62],
    ] as [[UInt8]])
  func replacesAsTheStandardLibraryDoes(bytes: [UInt8]) throws {
    let (text, decoder) = try decode(bytes, as: .utf8)
    let expected = String(decoding: bytes, as: UTF8.self)
    #expect(text == expected)
    #expect(decoder.errors.count == expected.unicodeScalars.filter { $0 == "\u{FFFD}" }.count)
  }

  @Test func findsMalformedBytesAnywhereInLongText() throws {
    let clean = Array(String(repeating: "a long line, ұзақ жол, длинная строка; ", count: 20).utf8)
    for position in stride(from: 0, to: clean.count, by: 7) {
      var bytes = clean
      bytes[position] = 0xFF
      let (text, decoder) = try decode(bytes, as: .utf8)
      #expect(text == String(decoding: bytes, as: UTF8.self), "at \(position)")
      #expect(decoder.errors.first?.offset ?? -1 <= position, "at \(position)")
    }
  }

  @Test func refusesHalfPairsInUTF16() throws {
    let (text, decoder) = try decode([0x61, 0, 0x3D, 0xD8, 0x62, 0, 0x00], as: .utf16LittleEndian)
    #expect(text == "a\u{FFFD}b\u{FFFD}")
    #expect(decoder.errors == DecodingErrors(count: 2, first: .init(offset: 2, line: 1, column: 2)))
  }

  @Test(
    arguments: [
      [0x61, 0, 0, 0, 0, 0, 0x11, 0, 0x62, 0, 0, 0, 0x63], [0x61, 0, 0, 0, 0, 0xD8, 0, 0, 0x62, 0, 0, 0, 1, 2],
    ] as [[UInt8]])
  func refusesWhatIsNoCharacterInUTF32(bytes: [UInt8]) throws {
    let (text, decoder) = try decode(bytes, as: .utf32LittleEndian)
    #expect(text == "a\u{FFFD}b\u{FFFD}")
    #expect(decoder.errors == DecodingErrors(count: 2, first: .init(offset: 4, line: 1, column: 2)))
  }

  @Test func readsKazakhPages() throws {
    #expect(try decode([0x8D, 0xE0, 0xE7, 0xE0, 0x9D, 0x20, 0xBC, 0xB3], as: .kz1048).text == "Қазақ әі")
    #expect(try decode([0x8D, 0xE0, 0xE7, 0xE0, 0x9D, 0x20, 0xBA, 0xB3], as: .pt154).text == "Қазақ әі")
  }
}

@Suite struct EncodingDetectorTests {
  private func detect(_ bytes: [UInt8]) throws -> EncodingDetector.Choice? {
    try bytes.withUnsafeBufferPointer { try EncodingDetector().detect($0) }
  }

  static let pages: [TextEncoding] = [
    .windows1251, .koi8r, .ibm866, .iso88595, .macCyrillic, .kz1048, .pt154,
  ]

  @Test(arguments: pages) func tellsPagesApart(encoding: TextEncoding) throws {
    let page = try CodePage(encoding)
    // What the page cannot write, such as the dash in IBM866, is left out.
    var texts = [Samples.russian, Samples.shortRussian, Samples.russianHeading]
    if encoding == .kz1048 || encoding == .pt154 { texts = [Samples.kazakh, Samples.shortKazakh] }
    for text in texts + texts.map({ $0.uppercased() }) + texts.map({ $0.lowercased() }) {
      let writable = String(text.unicodeScalars.filter { page.scalars.contains($0.value) }.map(Character.init))
      let bytes = try #require(page.encode(writable))
      let choice = try #require(try detect(bytes))
      // Pages that read the bytes alike are equally right.
      #expect(try decode(bytes, as: choice.encoding).text == writable, "\(encoding) taken for \(choice.encoding)")
      #expect(choice.evidence == .letters)
    }
  }

  @Test func knowsUnicode() throws {
    let text = Samples.kazakh
    #expect(try detect(Array(text.utf8)) == .init(encoding: .utf8, evidence: .wellFormed))
    #expect(try detect([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == .init(encoding: .utf8, evidence: .byteOrderMark))
    #expect(try detect([]) == .init(encoding: .utf8, evidence: .wellFormed))
    for sample in [text, "plain English", Samples.shortRussian] {
      let little = sample.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
      let big = sample.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
      #expect(try detect(little) == .init(encoding: .utf16LittleEndian, evidence: .zeroBytes))
      #expect(try detect(big) == .init(encoding: .utf16BigEndian, evidence: .zeroBytes))
      #expect(try detect([0xFF, 0xFE] + little) == .init(encoding: .utf16LittleEndian, evidence: .byteOrderMark))
      for (encoding, isBig) in [(TextEncoding.utf32LittleEndian, false), (.utf32BigEndian, true)] {
        #expect(try detect(Samples.utf32(sample, isBig: isBig)) == .init(encoding: encoding, evidence: .zeroBytes))
        #expect(
          try detect(Samples.utf32("\u{FEFF}" + sample, isBig: isBig))
            == .init(encoding: encoding, evidence: .byteOrderMark))
      }
    }
  }

  @Test func staysWithDamagedUTF8() throws {
    var bytes = Array(Samples.russian.utf8)
    bytes.insert(0xFF, at: 21)
    bytes.removeLast()
    #expect(try detect(bytes)?.encoding == .utf8)
  }

  @Test func doesNotMakeALetterOfLoneDamage() throws {
    #expect(try detect(Array("bad ".utf8) + [0xFF] + Array(" byte".utf8))?.encoding == .utf8)
    // Quotation marks of Windows are no damage.
    #expect(try detect([0x93] + Array("quoted".utf8) + [0x94])?.encoding != .utf8)
  }

  @Test func leavesEnglishWithAnAccentToTheWest() throws {
    let bytes = Array("The caf".utf8) + [0xE9] + Array(" of the museum in na".utf8) + [0xEF] + Array("ve style".utf8)
    #expect(try detect(bytes)?.encoding == .windows1252)
  }

  @Test(arguments: [
    Array("%PDF-1.7\n".utf8), Array("PK\u{3}\u{4}abc".utf8), [0x89] + Array("PNG\r\n\u{1A}\n".utf8),
    [0, 1, 2, 3, 0, 0], Array("text\0with\0zeros".utf8), Array("a\0b".utf8), [0x1F, 0x8B, 8], [0, 0],
  ])
  func refusesWhatIsNoText(bytes: [UInt8]) throws {
    #expect(try detect(bytes) == nil)
  }

  @Test(arguments: ["one line with a NUL\0 inside", "\0Бірінші жол, екінші жол", "last byte of a record\n\0"])
  func readsShortTextWithALoneNUL(text: String) throws {
    #expect(try detect(Array(text.utf8)) == .init(encoding: .utf8, evidence: .wellFormed))
    #expect(try detect(Array((text + "\u{1}").utf8)) == nil)
  }

  @Test(arguments: [
    ("cp1251", TextEncoding.windows1251), ("WINDOWS-1251", .windows1251), ("utf8", .utf8),
    ("Utf-16", .utf16LittleEndian),
    ("RK1048", .kz1048), ("kz-1048", .kz1048), ("koi8_r", .koi8r), ("cp866", .ibm866), ("ptcp154", .pt154),
    ("PT154", .pt154), ("cp154", .pt154),
    ("STRK1048-2002", .kz1048), ("rk-1048", .kz1048), ("UTF-32", .utf32LittleEndian), ("utf-32be", .utf32BigEndian),
    ("Mac-Cyrillic", .macCyrillic), ("ISO-8859-5", .iso88595),
  ])
  func knowsNames(name: String, encoding: TextEncoding) throws {
    #expect(try TextEncoding(named: name) == encoding)
  }

  @Test func offersNearNames() {
    let error = #expect(throws: UnknownEncodingError.self) { try TextEncoding(named: "windos-1251") }
    #expect(error?.near.first == "windows-1251")
    let short = #expect(throws: UnknownEncodingError.self) { try TextEncoding(named: "windos") }
    #expect(short?.near.contains("windows-1251") == true)
    let far = #expect(throws: UnknownEncodingError.self) { try TextEncoding(named: "сәлем") }
    #expect(far?.near.isEmpty == false)
  }
}
