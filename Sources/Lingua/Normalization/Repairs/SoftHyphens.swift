/// Removes soft hyphens; where one broke a word at a line end, the break goes with it and the word is whole.
///
/// A break counts as inside a word when a letter stands on both sides and the second is not the capital that begins
/// another word. Chromium prints a visible hyphen (U+2010) behind the soft one; it goes too.
struct SoftHyphens: LocalRepair {
  let rule = EditRule(rawValue: "soft-hyphen")
  let characters: [ClosedRange<UInt32>] = [0xAD...0xAD]

  func change(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> LocalChange? {
    LocalChange(count: (endOfBreak(after: position + 2, in: text) ?? position + 2) - position)
  }

  /// Where the word goes on when the soft hyphen that ends at `start` stands at a line end inside a word.
  private func endOfBreak(after start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let limit = min(text.count, start + LocalScan.reach - 8)
    var position = start
    if position < limit {
      let (value, count) = text.scalar(at: position)
      if value == 0x2010 || value == 0x2D { position += count }
    }
    position = skipBlanks(from: position, to: limit, in: text)
    guard position < limit, let afterBreak = lineBreak(at: position, in: text) else { return nil }
    position = skipBlanks(from: afterBreak, to: limit, in: text)
    guard position < limit, let before = letter(before: start - 2, in: text) else { return nil }
    let next = Unicode.Scalar(replacingInvalid: text.scalar(at: position).value)
    guard next.isLetter, !(before.isLowercaseLetter && next.isUppercaseLetter) else { return nil }
    return position
  }

  private func skipBlanks(from start: Int, to limit: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    while position < limit {
      let count = Blanks.length(at: position, in: text)
      if count == 0 { break }
      position += count
    }
    return position
  }

  private func lineBreak(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let (value, count) = text.scalar(at: position)
    switch value {
    case 0x0D where position + 1 < text.count && text[position + 1] == 0x0A: return position + 2
    case 0x0A, 0x0D, 0x85, 0x2028: return position + count
    default: return nil
    }
  }

  /// The letter before the hyphen, past its marks and past other soft hyphens.
  private func letter(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    var position = end
    for _ in 0..<LocalScan.reachInCharacters {
      guard let start = text.start(ofScalarBefore: position) else { return nil }
      let value = text.scalar(at: start).value
      let scalar = Unicode.Scalar(replacingInvalid: value)
      if scalar.isLetter { return scalar }
      guard value == 0xAD || scalar.isMark else { return nil }
      position = start
    }
    return nil
  }
}
