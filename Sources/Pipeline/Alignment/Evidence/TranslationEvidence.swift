internal import Lingua

/// What the learned translation table says of a text's words.
struct TranslationEvidence: Sendable {
  let language: Language
  /// For each type its stem's number in the table, -1 for what the table does not know.
  private(set) var stems: [Int32]
  /// For each type the share that its stem has of all words.
  private(set) var frequencies: [Float]
  /// The types of each stem of the text: stems ascending, and where the types of each begin.
  private var types: [Int32] = []

  /// Looks every word up once.
  init(_ text: AlignmentText, table: TranslationView, cutter: inout StemCutter) {
    language = text.language
    stems = Array(repeating: -1, count: text.types.count)
    frequencies = Array(repeating: 0, count: text.types.count)
    var stem: [UInt8] = []
    for type in 0..<text.types.count {
      let kind = text.types.kind(type)
      stem.removeAll(keepingCapacity: true)
      guard kind == .word || kind == .capitals,
        cutter.append(stemOf: text.types.codes(type), text.language, to: &stem),
        let stem = table.number(of: stem, text.language)
      else { continue }
      stems[type] = Int32(stem)
      frequencies[type] = table.frequency(stem, text.language)
      types.append(Int32(type))
    }
    types.sort { (stems[Int($0)], $0) < (stems[Int($1)], $1) }
  }

  /// The same of some types, which are numbered anew.
  ///
  /// - Parameter kept: which, ascending.
  func stretch(_ kept: [Int32]) -> TranslationEvidence {
    var result = self
    result.stems = kept.map { stems[Int($0)] }
    result.frequencies = kept.map { frequencies[Int($0)] }
    result.types = result.stems.indices.compactMap { result.stems[$0] < 0 ? nil : Int32($0) }
    result.types.sort { (result.stems[Int($0)], $0) < (result.stems[Int($1)], $1) }
    return result
  }

  /// Calls `body` with each type of this text that a stem of the other text's language may translate to, and how
  /// probably it does.
  func each(
    from source: TranslationEvidence, table: TranslationView, _ body: (_ source: Int32, _ target: Int32, Float) -> Void
  ) {
    guard !types.isEmpty else { return }
    // The place of each stem's first type; the stems of a table are few enough for an array.
    var first = [Int32](repeating: -1, count: table.count(language))
    for place in types.indices.reversed() { first[Int(stems[Int(types[place])])] = Int32(place) }
    var row: [TranslationView.Entry] = []
    var begin = 0
    while begin < source.types.count {
      let stem = source.stems[Int(source.types[begin])]
      var end = begin + 1
      while end < source.types.count && source.stems[Int(source.types[end])] == stem { end += 1 }
      table.read(Int(stem), from: source.language, to: language, into: &row)
      for entry in row where first[entry.target] >= 0 {
        var place = Int(first[entry.target])
        while place < types.count && stems[Int(types[place])] == Int32(entry.target) {
          for type in source.types[begin..<end] { body(type, types[place], entry.probability) }
          place += 1
        }
      }
      begin = end
    }
  }
}
