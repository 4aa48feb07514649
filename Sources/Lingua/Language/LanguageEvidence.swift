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
        read(&scan, model: model, file: file)
        count(bytes, from: scan.offset)
      } else {
        for k in 0..<Self.samples {
          let start = Self.wordStart(in: bytes, from: (bytes.count - Self.sampleSize) / (Self.samples - 1) * k)
          scan.move(to: start)
          scan.end = min(bytes.count, start + Self.sampleSize)
          read(&scan, model: model, file: file)
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

  /// A text is decided by a lead of so many nats, asked for after so many letters and then from time to time.
  private static let margin: Float = 14
  private static let firstQuestion = 32
  private static let nextQuestion = 20

  /// Reads words until the end, or until nothing that follows will turn the answer.
  private mutating func read(
    _ scan: inout WordScan, model: LanguageModel, file: UnsafeRawPointer
  ) {
    let cyrillicModel = model[.cyrillic]
    let latinModel = model[.latin]
    let arabicModel = model[.arabic]
    var next = Self.firstQuestion
    while scan.next() {
      if scan.isCapitalized { capitals += 1 }
      switch scan.group {
      case .cyrillic:
        cyrillic += scan.count
        cyrillicModel.add(scan.codes, count: scan.count, file: file, to: &sums.0)
        if sums.0.letters >= next {
          if latin == 0, cyrillicModel.isDecided(sums.0, margin: Self.margin) { return }
          next = sums.0.letters + Self.nextQuestion
        }
      case .latin:
        latin += scan.count
        latinModel.add(scan.codes, count: scan.count, file: file, to: &sums.1)
        if sums.1.letters >= next {
          if cyrillic == 0, latinModel.isDecided(sums.1, margin: Self.margin) { return }
          next = sums.1.letters + Self.nextQuestion
        }
      case .arabic:
        arabic += scan.count
        arabicModel.add(scan.codes, count: scan.count, file: file, to: &sums.2)
        if sums.2.letters >= next {
          if latin + cyrillic == 0, arabicModel.isDecided(sums.2, margin: Self.margin) { return }
          next = sums.2.letters + Self.nextQuestion
        }
      }
    }
  }

  /// Counts the letters of what was not read as words, by their first bytes.
  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var cyrillic = 0
    var latin = 0
    var arabic = 0
    var other = 0
    for i in start..<bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        if (byte | 0x20) &- 0x61 < 26 { latin += 1 }
      } else if byte >= 0xC0 {
        if byte & 0xFC == 0xD0 {
          cyrillic += 1
        } else if byte & 0xFC == 0xD8 {
          arabic += 1
        } else if byte >= 0xE3 {
          other += 1
        }
      }
    }
    self.cyrillic += cyrillic
    self.latin += latin
    self.arabic += arabic
    self.other += other
  }
}
