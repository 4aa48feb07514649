internal import CLanguage

/// What was read of a text: letters by script, and what the words of each script say of its languages.
struct LanguageEvidence {
  var cyrillic = 0
  var latin = 0
  var arabic = 0
  var other = 0
  var otherScript: Script?
  /// Words that begin with a capital, among the first.
  var capitals = 0
  private var sums: (ClassSums, ClassSums, ClassSums) = (ClassSums(), ClassSums(), ClassSums())

  subscript(group: LetterGroup) -> ClassSums {
    switch group {
    case .cyrillic: sums.0
    case .latin: sums.1
    case .arabic: sums.2
    }
  }

  /// Texts up to this size are read from the beginning to where they are decided; of longer ones samples are read.
  private static let wholeText = 4096
  private static let samples = 16
  private static let sampleSize = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>, model: LanguageModel, file: UnsafeRawPointer) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * WordScan.longest + 8) { scratch in
      guard let room = scratch.baseAddress else { return }
      var scan = WordScan(bytes, letters: LanguageModel.letters(of: file), scratch: room)
      if bytes.count <= Self.wholeText {
        readShort(&scan, bytes, model: model, file: file)
      } else {
        for k in 0..<Self.samples {
          let start = Self.wordStart(in: bytes, from: (bytes.count - Self.sampleSize) / (Self.samples - 1) * k)
          scan.move(to: start)
          scan.end = min(bytes.count, start + Self.sampleSize)
          _ = read(&scan, model: model, file: file, from: 24)
        }
      }
      other += scan.otherLetters
      otherScript = scan.otherScript
    }
  }

  /// The beginning of a word from `place` on, or of a character where a word is too long.
  private static func wordStart(in bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
    if place <= 0 { return 0 }
    var i = place
    while i < bytes.count, i - place < 64, bytes[i] > 0x20 { i += 1 }
    if i < bytes.count, bytes[i] <= 0x20 { return i }
    i = place
    while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
    return i
  }

  /// A text is decided by a lead of so many nats, asked for from time to time.
  private static let margin: Float = 13
  private static let question = 14
  /// So many letters of the beginning are read before the middle, which names at the beginning do not colour.
  private static let beginning = 16

  /// Reads the beginning of a text, goes on from its middle and comes back for the rest, until it is decided; then counts
  /// the letters of what is left.
  private mutating func readShort(
    _ scan: inout WordScan, _ bytes: UnsafeBufferPointer<UInt8>, model: LanguageModel, file: UnsafeRawPointer
  ) {
    let middle = Self.wordStart(in: bytes, from: bytes.count / 2)
    guard bytes.count >= 96, middle > 64, middle < bytes.count else {
      _ = read(&scan, model: model, file: file, from: Self.beginning + Self.question)
      count(bytes, from: scan.offset, to: bytes.count)
      return
    }
    scan.end = middle
    _ = read(&scan, model: model, file: file, from: Self.beginning, stops: true)
    let left = scan.offset
    scan.move(to: middle)
    scan.end = bytes.count
    if read(&scan, model: model, file: file, from: Self.beginning + Self.question) {
      count(bytes, from: scan.offset, to: bytes.count)
      count(bytes, from: left, to: middle)
      return
    }
    scan.move(to: left)
    scan.end = middle
    _ = read(&scan, model: model, file: file, from: 0)
    count(bytes, from: scan.offset, to: middle)
  }

  /// Reads words until the end, or until nothing that follows will turn the answer.
  ///
  /// - Parameters:
  ///   - letters: how many letters are read before the question is asked.
  ///   - stops: whether to stop there in any case.
  /// - Returns: whether the answer is decided.
  private mutating func read(
    _ scan: inout WordScan, model: LanguageModel, file: UnsafeRawPointer, from letters: Int, stops: Bool = false
  ) -> Bool {
    let cyrillicModel = model[.cyrillic]
    let latinModel = model[.latin]
    let arabicModel = model[.arabic]
    var next = letters
    // Whether the answer is decided, once it is asked for; nil to go on.
    func answer(_ sums: ClassSums, _ model: ScriptModel, isAlone: Bool) -> Bool? {
      guard sums.letters >= next else { return nil }
      if stops { return false }
      if isAlone, model.isDecided(sums, margin: Self.margin) { return true }
      next = sums.letters + Self.question
      return nil
    }
    while scan.next() {
      if scan.isCapitalized { capitals += 1 }
      switch scan.group {
      case .cyrillic:
        cyrillic += scan.count
        cyrillicModel.add(scan.codes, count: scan.count, file: file, to: &sums.0)
        if let answer = answer(sums.0, cyrillicModel, isAlone: latin == 0) { return answer }
      case .latin:
        latin += scan.count
        latinModel.add(scan.codes, count: scan.count, file: file, to: &sums.1)
        if let answer = answer(sums.1, latinModel, isAlone: cyrillic == 0) { return answer }
      case .arabic:
        arabic += scan.count
        arabicModel.add(scan.codes, count: scan.count, file: file, to: &sums.2)
        if let answer = answer(sums.2, arabicModel, isAlone: latin + cyrillic == 0) { return answer }
      }
    }
    return false
  }

  /// Counts the letters of what was not read as words, by their first bytes. Reading may have gone past `end` where the
  /// bytes before it begin a character that they do not finish.
  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    guard let base = bytes.baseAddress, start < end else { return }
    let range = start..<end
    var counts = SIMD4<Int64>()
    withUnsafeMutableBytes(of: &counts) { room in
      lingua_count_letters(
        base + range.lowerBound, Int64(range.count), room.baseAddress?.assumingMemoryBound(to: Int64.self))
    }
    cyrillic += Int(counts[0])
    latin += Int(counts[1])
    arabic += Int(counts[2])
    other += Int(counts[3])
  }
}
