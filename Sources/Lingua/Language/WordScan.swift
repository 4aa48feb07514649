/// A script whose languages the model tells apart.
package enum LetterGroup: Int, CaseIterable {
  /// Cyrillic.
  case cyrillic = 0
  /// Latin.
  case latin = 1
  /// Arabic.
  case arabic = 2
}

/// Cuts UTF-8 into words of one script each, as codes of their folded letters.
///
/// Case, normalisation form and look-alikes are folded: a word of Cyrillic letters with a Latin "a" among them is a
/// Cyrillic word. Soft hyphens, zero-width characters and marks that nothing composes with are passed over. What looks like
/// an address of the web or of mail is no word.
package struct WordScan {
  /// Longer words are read as several, so that letters without end take no more room than a word.
  package static let longest = 40

  /// The word's codes, with a boundary before and behind them.
  package let codes: UnsafeMutablePointer<UInt8>
  private let groups: UnsafeMutablePointer<UInt8>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let folds: UnsafePointer<UInt8>
  private let letters: LetterTable

  /// Where reading goes on.
  private(set) var offset: Int
  /// Where it ends.
  var end: Int
  /// How many letters the word has.
  package private(set) var count = 0
  /// The word's script.
  package private(set) var group = LetterGroup.cyrillic
  /// Where the word begins and ends, in UTF-8 offsets.
  private(set) var wordStart = 0
  private(set) var wordEnd = 0
  /// Whether the word begins with a capital of the Latin or Russian alphabet.
  private(set) var isCapitalized = false
  /// Letters of other scripts that were passed over, with the first of them.
  private(set) var otherLetters = 0
  private(set) var otherScript: Script?

  /// - Parameter scratch: room for `2 * longest + 8` bytes.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, letters: LetterTable, scratch: UnsafeMutablePointer<UInt8>) {
    self.bytes = bytes
    self.letters = letters
    folds = letters.folds
    codes = scratch
    groups = scratch + Self.longest + 4
    codes[0] = LetterTable.boundary
    offset = 0
    end = bytes.count
  }

  /// Goes on from another place, which must not be inside a character.
  mutating func move(to place: Int) { offset = place }

  /// Reads the next word; false at the end.
  @inline(__always)
  package mutating func next() -> Bool {
    count = 0
    var seen: UInt8 = 0
    var i = offset
    let end = end
    while i < end {
      let lead = bytes[i]
      var scalar = UInt32(lead)
      var width = 1
      if lead >= 0x80 {
        (scalar, width) = bytes.scalar(at: i)
      }
      let code = scalar < LetterTable.limit ? folds[Int(scalar)] : letters.rare(scalar)
      if code >= LetterTable.firstLetter {
        if code == LetterTable.otherScript {
          if count > 0 { break }
          otherLetters += 1
          if otherScript == nil { otherScript = Unicode.Scalar(scalar).map { Script(of: $0) } }
          i += width
          continue
        }
        if count == 0 {
          wordStart = i
          isCapitalized = scalar &- 0x41 < 26 || scalar &- 0x400 < 0x30
        }
        let group: UInt8 = scalar < 0x370 ? 1 : scalar < 0x530 ? 0 : scalar < 0x700 ? 2 : 1
        count += 1
        codes[count] = code
        groups[count] = group
        seen |= 1 << group
        i += width
        wordEnd = i
        if count == Self.longest { break }
        continue
      }
      if code == LetterTable.passed {
        i += width
        continue
      }
      if code == LetterTable.mark {
        if count > 0, let composed = letters.composed(codes[count], group: groups[count], mark: scalar) {
          codes[count] = composed
        }
        i += width
        if count > 0 { wordEnd = i }
        continue
      }
      if count == 0 {
        i += width
        continue
      }
      if code == LetterTable.apostrophe {
        // Part of the word between letters only.
        let after = i + width
        if after < end, groups[count] != 2 || scalar != 0x27 {
          let next = bytes.scalar(at: after).value
          let follower = next < LetterTable.limit ? folds[Int(next)] : 0
          if follower >= LetterTable.firstLetter, follower != LetterTable.otherScript {
            count += 1
            codes[count] = LetterTable.apostrophe
            groups[count] = groups[count - 1]
            i = after
            if count == Self.longest { break }
            continue
          }
        }
      } else if lead == 0x40 || lead == 0x3A && i + 2 < end && bytes[i + 1] == 0x2F && bytes[i + 2] == 0x2F {
        // name@place and scheme://place
        while i < end, bytes[i] > 0x20 { i += 1 }
        count = 0
        seen = 0
        continue
      }
      break
    }
    offset = i
    guard count > 0 else { return false }
    switch seen {
    case 1: group = .cyrillic
    case 2: group = .latin
    case 4: group = .arabic
    default: settleMixed(seen)
    }
    codes[count + 1] = LetterTable.boundary
    return true
  }

  /// A word in two scripts: Cyrillic typed with look-alikes, or else in the script of most of its letters.
  private mutating func settleMixed(_ seen: UInt8) {
    var counts = (0, 0, 0)
    var isFoldable = true
    for k in 1...count {
      switch groups[k] {
      case 0: counts.0 += 1
      case 1:
        counts.1 += 1
        if letters.cyrillicLookalike(of: codes[k]) == 0 { isFoldable = false }
      default: counts.2 += 1
      }
    }
    let winner: UInt8
    if counts.2 * 2 > count {
      winner = 2
    } else {
      winner = counts.0 > 0 && (isFoldable || counts.0 * 2 >= count) ? 0 : 1
    }
    var kept = 0
    for k in 1...count {
      var code = codes[k]
      if groups[k] != winner {
        guard winner == 0, groups[k] == 1 else { continue }
        code = letters.cyrillicLookalike(of: code)
        if code == 0 { continue }
      }
      kept += 1
      codes[kept] = code
      groups[kept] = winner
    }
    count = kept
    group = LetterGroup(rawValue: Int(winner)) ?? .latin
  }
}
