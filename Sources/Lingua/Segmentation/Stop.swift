/// A run of full stops, question or exclamation marks, with what closes the sentence after it and what follows.
struct Stop {
  enum Mark { case period, ellipsis, strong }

  /// The kind of the first letter or digit that follows, behind quotes, brackets, dashes and bullets.
  enum Follower { case end, lowercase, uppercase, otherLetter, digit, continuation, symbol }

  var mark: Mark
  /// Where the run begins and ends.
  var start: Int
  var end: Int
  /// Where closing quotes, brackets and a bracketed reference after it end.
  var closersEnd: Int
  /// The next character that is not blank.
  var next: Int
  /// How many line breaks lie between `closersEnd` and `next`.
  var lineBreaks: Int
  var follower: Follower
  /// Where the follower stands.
  var followerStart: Int
  /// Whether a dash stands between the blanks and the follower.
  var hasDash: Bool
  /// Whether a quote or bracket opens before the follower.
  var hasOpener: Bool

  var hasClosers: Bool { closersEnd > end }
  var isGlued: Bool { next == closersEnd }
}

extension UTF8Text {
  /// Reads the stop that begins at `start`, which holds a terminator.
  func stop(at start: Int) -> Stop {
    var end = start
    var periods = 0
    var mark = Stop.Mark.period
    while let (scalar, after) = scalar(at: end), scalar.isTerminator {
      if scalar == "." { periods += 1 } else if scalar == "…" { periods += 3 } else { mark = .strong }
      end = after
    }
    if mark == .period, periods > 1 { mark = .ellipsis }
    let closersEnd = endOfClosers(from: end)
    let (next, lineBreaks) = skipBlanks(from: closersEnd)
    var stop = Stop(
      mark: mark, start: start, end: end, closersEnd: closersEnd, next: next, lineBreaks: lineBreaks,
      follower: .end, followerStart: next, hasDash: false, hasOpener: false)
    readFollower(of: &stop)
    return stop
  }

  /// Closing quotes and brackets, and references such as "[3, 5]", directly after a stop.
  private func endOfClosers(from start: Int) -> Int {
    var end = start
    while let (scalar, after) = scalar(at: end) {
      switch scalar {
      case ")", "]", "}", "»", "”", "’", "›": end = after
      case "\"", "'", "“", "‘":
        // These also open: then a letter or digit follows at once.
        if let (following, _) = self.scalar(at: after), following.isLetter || following.isDecimalDigit,
          scalar != "\"" || !hasOpenStraightQuote(before: start)
        {
          return end
        }
        end = after
      case "[":
        guard let reference = endOfReference(from: after) else { return end }
        end = reference
      default: return end
      }
    }
    return end
  }

  private func endOfReference(from start: Int) -> Int? {
    var end = start
    var digits = 0
    while let byte = byte(end), end - start < 32 {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x20, 0x2C, 0x2D, 0x3B, 0xC2, 0xA0, 0xE2, 0x80, 0x93, 0x94: break  // blanks and dashes among them
      case 0x5D: return digits > 0 ? end + 1 : nil
      default: return nil
      }
      end += 1
    }
    return nil
  }

  /// Whether a straight quote that has not been closed stands in the line before `offset`, within a sentence's reach.
  private func hasOpenStraightQuote(before offset: Int) -> Bool {
    var isOpen = false
    var k = offset - 1
    while let byte = byte(k), byte != 0x0A, offset - k < 400 {
      if byte == 0x22 { isOpen.toggle() }
      k -= 1
    }
    return isOpen
  }

  /// The end of the blanks that begin at `start`, and the line breaks among them; a paragraph separator counts two.
  func skipBlanks(from start: Int) -> (end: Int, lineBreaks: Int) {
    var end = start
    var lineBreaks = 0
    while let (scalar, after) = scalar(at: end), scalar.isBlank {
      switch scalar.value {
      case 0x0A, 0x0B, 0x0C, 0x85, 0x2028: lineBreaks += 1
      case 0x0D: if byte(after) != 0x0A { lineBreaks += 1 }
      case 0x2029: lineBreaks += 2
      default: break
      }
      end = after
    }
    return (end, lineBreaks)
  }

  /// The capital letter that an ellipsis is glued to: "…And then".
  private func opening(ellipsisAt start: Int) -> Int? {
    var end = start
    while let (scalar, after) = scalar(at: end), scalar == "." || scalar == "…", end - start < 4 { end = after }
    guard byte(start) != 0x2E || end - start > 1, scalar(at: end)?.scalar.isUppercaseLetter == true else { return nil }
    return end
  }

  private func readFollower(of stop: inout Stop) {
    var offset = stop.next
    var steps = 0
    while let (scalar, after) = scalar(at: offset) {
      stop.followerStart = offset
      if scalar.isUppercaseLetter {
        stop.follower = .uppercase
      } else if scalar.isLowercaseLetter {
        stop.follower = .lowercase
      } else if scalar.isLetter {
        stop.follower = .otherLetter
      } else if scalar.isDecimalDigit {
        stop.follower = .digit
      } else if scalar.isDash || scalar.isBullet {
        stop.hasDash = stop.hasDash || scalar.isDash
        offset = skipBlanks(from: after).end
        steps += 1
        if steps < 8 { continue }
        stop.follower = .symbol
      } else {
        switch scalar {
        case "\"", "'", "«", "“", "„", "‘", "‹", "(", "[", "{", "¿", "¡", "`":
          stop.hasOpener = true
          offset = skipBlanks(from: after).end
          steps += 1
          if steps < 8 { continue }
          stop.follower = .symbol
        case ".", "…":
          guard let letter = opening(ellipsisAt: offset) else {
            stop.follower = .continuation
            return
          }
          offset = letter
          steps += 1
          if steps < 8 { continue }
          stop.follower = .symbol
        case ",", ";", ":", ")", "]", "}", "»", "”", "!", "?", "/", "&", "=":
          stop.follower = .continuation
        default: stop.follower = .symbol
        }
      }
      return
    }
    stop.follower = .end
    stop.followerStart = offset
  }
}
