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
    var status: Int32 = 0
    let result = text.asChars {
      lingua_icu_is_normalized(form.rawValue, $0.baseAddress, Int32($0.count), &status)
    }
    try check(status, "check normalisation")
    return result
  }

  /// Appends the normalised text to `output`. Blocks of about 64 kB are fastest.
  static func normalize(
    _ text: UnsafeBufferPointer<UInt8>, form: NormalizationForm, into output: inout [UInt8]
  ) throws(ICUError) {
    var capacity = text.count + text.count / 8 + 64
    // ICU says how much it needs, so a second attempt always fits.
    for attempt in 0..<2 {
      var needed: Int32 = 0
      var status: Int32 = 0
      let room = capacity
      let start = output.count
      output.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { out, filled in
          status = text.asChars { source in
            UnsafeMutableRawBufferPointer(out).withMemoryRebound(to: CChar.self) {
              lingua_icu_normalize(
                form.rawValue, source.baseAddress, Int32(source.count), $0.baseAddress, Int32(room), &needed)
            }
          }
          filled = status > 0 ? 0 : Int(needed)
        })
      if status == lingua_icu_buffer_overflow && attempt == 0 {
        output.removeSubrange(start...)
        capacity = Int(needed)
        continue
      }
      return try check(status, "normalise")
    }
  }

  /// As `normalize`, and says what was changed where.
  static func changes(
    normalizing text: UnsafeBufferPointer<UInt8>, form: NormalizationForm, into output: inout [UInt8]
  ) throws(ICUError) -> [Change] {
    var capacity = text.count + text.count / 8 + 64
    var changeCapacity = 256
    while true {
      var needed: Int32 = 0
      var changeCount: Int32 = 0
      var status: Int32 = 0
      var raw = [lingua_change](repeating: lingua_change(), count: changeCapacity)
      let room = capacity
      let changeRoom = Int32(changeCapacity)
      let result = [UInt8](unsafeUninitializedCapacity: room) { out, filled in
        status = text.asChars { source in
          UnsafeMutableRawBufferPointer(out).withMemoryRebound(to: CChar.self) {
            lingua_icu_normalize_changes(
              form.rawValue, source.baseAddress, Int32(source.count), $0.baseAddress, Int32(room), &needed,
              &raw, changeRoom, &changeCount)
          }
        }
        filled = status > 0 ? 0 : Int(needed)
      }
      if status == lingua_icu_buffer_overflow || changeCount > changeRoom {
        capacity = max(capacity, Int(needed))
        changeCapacity = max(changeCapacity, Int(changeCount))
        continue
      }
      try check(status, "normalise")
      output.append(contentsOf: result)
      return raw.prefix(Int(changeCount)).map {
        Change(
          source: Int($0.source_start)..<Int($0.source_end),
          result: Int($0.result_start)..<Int($0.result_end))
      }
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
      try ICU.normalize(buffer, form: form, into: &output)
      return output
    } catch {
      failure = error
      return nil
    }
  }
  if let failure { throw failure }
  return result.map { String(decoding: $0, as: UTF8.self) } ?? text
}
