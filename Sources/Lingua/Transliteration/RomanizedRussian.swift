/// Reads Russian that is written in Latin letters back into Cyrillic, without being told the scheme.
///
/// Each word is read in all ways that `romanized-letters.tsv` allows, and the list of known words says which reading is
/// a word. A scheme that drops the soft sign or writes й and ы alike can be read so, which a table run backwards cannot.
public struct RomanizedRussian: Sendable {
  /// A text that was read back.
  public struct Reading: Hashable, Sendable {
    /// The text in Cyrillic; words that no reading makes known are read letter by letter.
    public var text: String
    /// The share of words of two letters and more that became known words, 0 to 1.
    public var known: Double
  }

  private let words: KnownWords
  private let readings: [[UInt8]: [[UInt8]]]
  private let widest: Int
  /// The most readings of a word that are looked up.
  private static let most = 4096
  /// The most choices that are not the usual ones.
  private static let mostUnusual = 4
  private static let file = "romanized-letters.tsv"

  /// Reads the table of letters.
  ///
  /// - Parameters:
  ///   - words: the list that decides.
  ///   - lexicons: where the table is.
  /// - Throws: `LexiconError` when the table cannot be read.
  public init(words: KnownWords, lexicons: Lexicons = .embedded) throws(LexiconError) {
    self.words = words
    var readings: [[UInt8]: [[UInt8]]] = [:]
    var widest = 1
    for row in try lexicons.file(Self.file, columns: ["letters", "readings"]).rows {
      let letters = Array(row[0].utf8)
      widest = max(widest, letters.count)
      readings[letters, default: []] += row.variants(1).map { $0 == "-" ? [] : Array($0.utf8) }
    }
    self.readings = readings
    self.widest = widest
  }

  /// The Russian word that a romanised one stands for, with its capitals.
  ///
  /// - Returns: the most frequent word among the readings; nil where none is known.
  public func word(_ romanized: String) -> String? {
    let letters = Array(romanized.lowercased().utf8)
    guard letters.count <= 40 else { return nil }
    var best: (word: [UInt8], frequency: Int)?
    var left = Self.most
    // The usual readings first: a word that takes fewer unusual ones goes before one that takes more.
    for unusual in 0...Self.mostUnusual where best == nil {
      read(letters[...], [], unusual, &left) { reading in
        let frequency = reading.withUnsafeBufferPointer { words.frequency(of: $0, in: .ru) }
        if frequency > best?.frequency ?? 0 { best = (reading, frequency) }
      }
    }
    return best.map { Self.capitalized(String(decoding: $0.word, as: UTF8.self), as: romanized) }
  }

  /// A word by the usual reading of each of its letters; one that English knows, or that has letters without a reading, as it is.
  private func usual(_ romanized: String) -> String {
    var rest = Array(romanized.lowercased().utf8)[...]
    if words.frequency(of: romanized.lowercased(), in: .en) > 1 { return romanized }
    var result: [UInt8] = []
    while !rest.isEmpty {
      let width = (1...widest).last { $0 <= rest.count && readings[Array(rest.prefix($0))] != nil }
      guard let width, let reading = readings[Array(rest.prefix(width))]?.first else { return romanized }
      result += reading
      rest = rest.dropFirst(width)
    }
    return Self.capitalized(String(decoding: result, as: UTF8.self), as: romanized)
  }

  private static func capitalized(_ word: String, as romanized: String) -> String {
    guard let first = romanized.unicodeScalars.first, first.isUppercaseLetter else { return word }
    let isAllCapitals =
      romanized.unicodeScalars.count > 1
      && romanized.unicodeScalars.allSatisfy { $0.isUppercaseLetter || !$0.isLetter }
    return isAllCapitals ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
  }

  /// The readings of letters with so many unusual choices, as long as `left` allows; the longest letters and the first
  /// reading of the table are the usual choice.
  private func read(
    _ letters: ArraySlice<UInt8>, _ begun: [UInt8], _ unusual: Int, _ left: inout Int, _ body: ([UInt8]) -> Void
  ) {
    if left <= 0 { return }
    if letters.isEmpty {
      if unusual > 0 { return }
      left -= 1
      return body(begun)
    }
    var isUsual = true
    var width = min(widest, letters.count)
    while width > 0 {
      if let choices = readings[Array(letters.prefix(width))] {
        for choice in choices {
          if isUsual || unusual > 0 {
            read(letters.dropFirst(width), begun + choice, isUsual ? unusual : unusual - 1, &left, body)
          }
          isUsual = false
        }
      }
      width -= 1
    }
  }

  /// A text read word by word.
  public func reading(_ text: String) -> Reading {
    var result = ""
    var word = ""
    var words = 0
    var known = 0
    func close() {
      if word.isEmpty { return }
      let isShort = word.unicodeScalars.count < 2
      let cyrillic = self.word(word)
      if !isShort { words += 1 }
      if !isShort && cyrillic != nil { known += 1 }
      result += cyrillic ?? usual(word)
      word = ""
    }
    let scalars = Array(text.unicodeScalars)
    for (k, scalar) in scalars.enumerated() {
      // A quotation mark in the middle of a word is a hard sign.
      let isSign =
        ["'", "’", "ʹ", "ʺ"].contains(scalar) || scalar == "\"" && k + 1 < scalars.count && scalars[k + 1].isLetter
      if scalar.isLetter || isSign && !word.isEmpty {
        word.unicodeScalars.append(scalar)
      } else {
        close()
        result.unicodeScalars.append(scalar)
      }
    }
    close()
    return Reading(text: result, known: words == 0 ? 0 : Double(known) / Double(words))
  }
}
