internal import CICU

/// A Unicode normalisation form (UAX #15).
public enum NormalizationForm: Int32, Sendable, CaseIterable {
  /// Canonical composition, the form that Lingua works in.
  case nfc = 0
  /// Canonical decomposition.
  case nfd = 1
  /// Compatibility composition.
  case nfkc = 2
  /// Compatibility decomposition.
  case nfkd = 3
  /// Compatibility composition with full case folding and default ignorables removed.
  case nfkcCaseFold = 4
}

extension ICU {
  /// One change that a normalisation made, in UTF-8 offsets.
  struct Change {
    var source: Range<Int>
    var result: Range<Int>
  }

  /// Whether valid UTF-8 is already in `form`. About 1 GB/s.
  static func isNormalized(
    _ text: UnsafeBufferPointer<UInt8>, form: NormalizationForm
  ) throws(ICUError) -> Bool {
    var start = 0
    while start < text.count {
      let end = blockEnd(from: start, in: text, form: form)
      var status: Int32 = 0
      let result = UnsafeBufferPointer(rebasing: text[start..<end]).asChars {
        lingua_icu_is_normalized(form.rawValue, $0.baseAddress, Int32($0.count), &status)
      }
      try check(status, "check normalisation")
      if !result { return false }
      start = end
    }
    return true
  }

  /// Whether text can be cut before a character so that both parts can be normalised alone.
  static func hasBoundary(before value: UInt32, form: NormalizationForm) -> Bool {
    lingua_icu_boundary_before(form.rawValue, value)
  }

  /// Whether NFC may change a character, or the character combines with what stands before it.
  static func mayChangeInNFC(_ value: UInt32) -> Bool { lingua_char_may_change_in_nfc(value) }

  /// Appends the normalised text to `output`, block by block: about 64 kB a call is fastest.
  ///
  /// - Parameter scratch: room that is kept between calls; its content means nothing.
  static func normalize(
    _ text: UnsafeBufferPointer<UInt8>, form: NormalizationForm, scratch: inout [UInt8], into output: inout [UInt8]
  ) throws(ICUError) {
    var start = 0
    while start < text.count {
      let end = blockEnd(from: start, in: text, form: form)
      let block = UnsafeBufferPointer(rebasing: text[start..<end])
      start = end
      var needed: Int32 = 0
      var status: Int32 = 0
      let expected = block.count + block.count / 8 + 64
      if scratch.count < expected { scratch = [UInt8](repeating: 0, count: expected) }
      // ICU says how much it needs, so a second attempt always fits.
      for _ in 0..<2 {
        status = scratch.withUnsafeMutableBytes { room in
          room.withMemoryRebound(to: CChar.self) { room in
            block.asChars { source in
              lingua_icu_normalize(
                form.rawValue, source.baseAddress, Int32(clamping: source.count), room.baseAddress,
                Int32(clamping: room.count), &needed)
            }
          }
        }
        guard status == lingua_icu_buffer_overflow else { break }
        scratch = [UInt8](repeating: 0, count: Int(needed))
      }
      try check(status, "normalise")
      scratch.withUnsafeBufferPointer { output.append(contentsOf: $0.prefix(Int(needed))) }
    }
  }

  /// Where the block that begins at `start` may end: before a character that combines with nothing.
  ///
  /// - Parameters:
  ///   - least: how long a block is where the text allows it.
  ///   - most: where a block ends in any case, but not inside a character: ICU counts in 32 bits, and a block may grow
  ///     elevenfold.
  static func blockEnd(
    from start: Int, in text: UnsafeBufferPointer<UInt8>, form: NormalizationForm, least: Int = 65_536,
    most: Int = 100_000_000
  ) -> Int {
    var end = start + least
    while end < text.count, end < start + most {
      let byte = text[end]
      if byte < 0x80 { return end }
      if byte & 0xC0 != 0x80, hasBoundary(before: text.scalar(at: end).value, form: form) { return end }
      end += 1
    }
    guard end < text.count else { return text.count }
    while end > start + 4, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// As `normalize`, and appends what was changed where, in offsets of `text` and of what is appended to `output`.
  static func normalize(
    _ text: UnsafeBufferPointer<UInt8>, form: NormalizationForm, scratch: inout [UInt8], into output: inout [UInt8],
    changes: inout [Change]
  ) throws(ICUError) {
    let outputStart = output.count
    var raw = [lingua_change](repeating: lingua_change(), count: 1024)
    var start = 0
    while start < text.count {
      let end = blockEnd(from: start, in: text, form: form)
      let block = UnsafeBufferPointer(rebasing: text[start..<end])
      var needed: Int32 = 0
      var count: Int32 = 0
      var status: Int32 = 0
      let expected = block.count + block.count / 8 + 64
      if scratch.count < expected { scratch = [UInt8](repeating: 0, count: expected) }
      for _ in 0..<3 {
        let changeRoom = Int32(clamping: raw.count)
        status = scratch.withUnsafeMutableBytes { room in
          room.withMemoryRebound(to: CChar.self) { room in
            block.asChars { source in
              lingua_icu_normalize_changes(
                form.rawValue, source.baseAddress, Int32(clamping: source.count), room.baseAddress,
                Int32(clamping: room.count), &needed, &raw, changeRoom, &count)
            }
          }
        }
        let isShort = status == lingua_icu_buffer_overflow
        guard isShort || count > changeRoom else { break }
        if isShort { scratch = [UInt8](repeating: 0, count: Int(needed)) }
        if count > changeRoom { raw = [lingua_change](repeating: lingua_change(), count: Int(count)) }
      }
      try check(status, "normalise")
      let target = output.count - outputStart
      for change in raw.prefix(Int(count)) {
        changes.append(
          Change(
            source: start + Int(change.source_start)..<start + Int(change.source_end),
            result: target + Int(change.result_start)..<target + Int(change.result_end)))
      }
      scratch.withUnsafeBufferPointer { output.append(contentsOf: $0.prefix(Int(needed))) }
      start = end
    }
  }
}

/// Returns `text` in a normalisation form, from ICU's data (not the standard library's, whose Unicode version differs).
///
/// - Throws: `ICUError` when ICU cannot load its data.
public func normalize(_ text: String, to form: NormalizationForm = .nfc) throws(ICUError) -> String {
  let bytes = Array(text.utf8)
  var failure: ICUError?
  let result: [UInt8]? = bytes.withUnsafeBufferPointer { buffer in
    do throws(ICUError) {
      if try ICU.isNormalized(buffer, form: form) { return nil }
      var output: [UInt8] = []
      var scratch: [UInt8] = []
      try ICU.normalize(buffer, form: form, scratch: &scratch, into: &output)
      return output
    } catch {
      failure = error
      return nil
    }
  }
  if let failure { throw failure }
  return result.map { String(decoding: $0, as: UTF8.self) } ?? text
}
