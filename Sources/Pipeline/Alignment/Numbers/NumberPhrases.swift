internal import Lingua

/// Reads numbers that take several tokens, sentence by sentence: жиырма бес, 1,5 млн, 2018-05-12, X ғасыр, 5-го, 20 км.
///
/// Words stay words, for they are evidence themselves; a number of several words is a token more. An ending after digits
/// goes, and the sign of a unit becomes the unit.
struct NumberPhrases {
  private struct Item {
    var type: Int32
    var kind: TokenKind
    var join: TokenJoin
  }

  private let lexicon: NumberLexicon
  private let language: Language
  /// What the words of the lexicon say, by type; one entry for each type that was seen.
  private var readings: [NumberLexicon.Reading] = []
  private var items: [Item] = []
  /// Whether the sentence has anything to read.
  private var hasNumbers = false

  init(_ lexicon: NumberLexicon, _ language: Language) {
    self.lexicon = lexicon
    self.language = language
  }

  /// Takes the next token of a sentence.
  mutating func append(_ type: Int32, _ codes: [UInt8], _ kind: TokenKind, _ join: TokenJoin) {
    if Int(type) == readings.count {
      let isWord = kind == .word || kind == .capitals || kind == .initial
      readings.append((isWord ? lexicon.reading(of: codes, language) : nil) ?? NumberLexicon.Reading())
    }
    if kind == .number || kind == .initial || readings[Int(type)].roles.contains(.number)
      || readings[Int(type)].phrase >= 0
    {
      hasNumbers = true
    }
    items.append(Item(type: type, kind: kind, join: join))
  }

  /// Ends a sentence: appends the types of its tokens and forgets it.
  mutating func close(_ types: inout TokenTable, into found: inout [Int32]) {
    if hasNumbers {
      decideInitials(&types)
      var place = 0
      while place < items.count { place = read(at: place, &types, into: &found) }
    } else {
      for item in items { found.append(item.type) }
    }
    items.removeAll(keepingCapacity: true)
    hasNumbers = false
  }

  /// The type of a token that no sentence has as it stands.
  private mutating func type(_ codes: [UInt8], _ kind: TokenKind, _ types: inout TokenTable) -> Int32 {
    let type = types.number(of: codes, kind: kind)
    if Int(type) == readings.count { readings.append(NumberLexicon.Reading()) }
    return type
  }

  private func roles(_ place: Int) -> NumberLexicon.Roles { readings[Int(items[place].type)].roles }

  // MARK: Roman numerals

  /// A single letter is a numeral before what is counted so or beside another numeral; V and X also before any word.
  private mutating func decideInitials(_ types: inout TokenTable) {
    for place in items.indices where items[place].kind == .initial {
      let codes = types.codes(Int(items[place].type))
      let value: UInt8 =
        switch codes.first {
        case UInt8(ascii: "v"): 5
        case UInt8(ascii: "x"), 0xC5: 10
        default: 1
        }
      let next = place + 1 < items.count ? items[place + 1].join : .apart
      var isNumeral = (next == .blank || next == .hyphen) && roles(place + 1).contains(.numbered)
      if !isNumeral && (next == .hyphen || next == .dash) { isNumeral = self.isNumeral(place + 1, types) }
      if !isNumeral && (items[place].join == .hyphen || items[place].join == .dash) && place > 0 {
        isNumeral = self.isNumeral(place - 1, types)
      }
      if !isNumeral && value > 1 && next == .blank { isNumeral = items[place + 1].kind != .initial }
      if isNumeral {
        items[place] = Item(
          type: type(Array(String(value).utf8), .number, &types), kind: .number, join: items[place].join)
      }
    }
  }

  private func isNumeral(_ place: Int, _ types: TokenTable) -> Bool {
    items[place].kind == .number || items[place].kind == .initial
  }

  // MARK: Numbers

  /// Reads what begins at a token; returns where the next begins.
  private mutating func read(at place: Int, _ types: inout TokenTable, into found: inout [Int32]) -> Int {
    let item = items[place]
    var end = place + 1
    if item.kind == .number {
      if let month = month(at: place, types) {
        found.append(item.type)
        found.append(type(DigitReader.month(month), .spelled, &types))
        found.append(items[place + 2].type)
        end = place + 3
      } else if let phrase = phrase(at: place, types) {
        var codes: [UInt8] = []
        phrase.value.append(to: &codes)
        codes.append(DigitReader.bar)
        codes.append(contentsOf: types.codes(Int(item.type)))
        found.append(type(codes, .number, &types))
        for other in items[place + 1..<phrase.end] { found.append(other.type) }
        end = phrase.end
      } else {
        found.append(item.type)
        if end < items.count, isSuffix(end) { end += 1 }
      }
    } else if roles(place).contains(.number) {
      if let phrase = phrase(at: place, types) {
        var codes: [UInt8] = []
        phrase.value.append(to: &codes)
        for other in items[place..<phrase.end] { found.append(other.type) }
        found.append(type(codes, .spelled, &types))
        end = phrase.end
      } else {
        found.append(item.type)
      }
    } else {
      let phrase = readings[Int(item.type)].phrase
      if phrase >= 0, item.join == .blank, place > 0,
        types.codes(Int(items[place - 1].type)) == lexicon.previous[phrase]
      {
        found.append(type(lexicon.units[Int(phrase)], .unit, &types))
      } else {
        found.append(item.type)
      }
      return end
    }
    // What follows a number.
    if end < items.count, items[end].join == .blank || items[end].join == .touching {
      let symbol = readings[Int(items[end].type)].symbol
      if symbol >= 0 {
        found.append(type(lexicon.units[Int(symbol)], .unit, &types))
        end += 1
      }
    }
    return end
  }

  /// Whether a word is only the ending of the digits before it.
  private func isSuffix(_ place: Int) -> Bool {
    guard roles(place).contains(.suffix) else { return false }
    switch items[place].join {
    case .hyphen: return true
    case .touching: return readings[Int(items[place].type)].symbol < 0
    default: return false
    }
  }

  /// The month of a date that begins with its year; nil for other digits.
  private func month(at place: Int, _ types: TokenTable) -> UInt8? {
    guard place + 2 < items.count, items[place + 1].kind == .number, items[place + 1].join == .hyphen,
      items[place + 2].kind == .number, items[place + 2].join == .hyphen,
      let year = DigitReader.small(types.codes(Int(items[place].type))), (1000...2999).contains(year),
      let month = DigitReader.small(types.codes(Int(items[place + 1].type))), (1...12).contains(month),
      let day = DigitReader.small(types.codes(Int(items[place + 2].type))), (1...31).contains(day)
    else { return nil }
    return UInt8(month)
  }

  /// The number of several tokens that begins at a token, and where it ends; nil where only that token says one.
  private func phrase(at start: Int, _ types: TokenTable) -> (value: NumberValue, end: Int)? {
    var phrase = NumberPhrase(language: language)
    var beforeAnd: NumberPhrase?
    var place = start
    reading: while place < items.count {
      if place > start && !mayFollow(place) { break }
      let reading = readings[Int(items[place].type)]
      if items[place].kind == .number {
        guard place + 1 < items.count, mayFollow(place + 1) else { break }
        let next = readings[Int(items[place + 1].type)]
        let codes = types.codes(Int(items[place].type))
        let last = codes.split(separator: DigitReader.bar).last ?? []
        guard let value = NumberValue(last), phrase.accept(digits: value, before: next) else { break }
      } else if reading.roles.contains(.number) {
        guard phrase.accept(reading) else {
          // "two hundred and three hundred" is two numbers: what follows "and" is not of the first.
          if NumberPhrase.multiplies(reading.value), let before = beforeAnd { phrase = before }
          break
        }
        if NumberPhrase.multiplies(reading.value) { beforeAnd = nil }
        phrase.end = place + 1
        if reading.roles.contains(.ordinal) { break }
      } else if reading.roles.contains(.half) {
        guard phrase.acceptHalf() else { break }
        phrase.end = place + 1
      } else if reading.roles.contains(.and) || reading.roles.contains(.with) {
        guard phrase.parts > 0, place + 1 < items.count, mayFollow(place + 1) else { break }
        var next = roles(place + 1)
        if next.contains(.article), place + 2 < items.count, mayFollow(place + 2) {
          next = roles(place + 2)
          if !next.contains(.half) { break }
          place += 1
        } else if !next.contains(.half) {
          guard reading.roles.contains(.and), next.contains(.number), phrase.isRound else { break }
          beforeAnd = phrase
        }
      } else {
        break reading
      }
      place += 1
    }
    guard phrase.parts > 1, let value = phrase.value else { return nil }
    return (value, phrase.end)
  }

  /// Whether a token stands so near the one before it that both may be one number.
  private func mayFollow(_ place: Int) -> Bool {
    switch items[place].join {
    case .blank: true
    case .hyphen: language == .en || items[place - 1].kind == .number
    case .touching: items[place - 1].kind == .number
    default: false
    }
  }
}
