internal import Lingua

/// Finds names that stand beside themselves in another script: Almaty Алматы, Karimov, B. (Каримов, Б.).
struct GlossNames {
  let text: GlossText
  let languages: GlossLanguages
  let romanization: Romanization

  /// A name at a Latin capital, and the same name in Cyrillic after a blank.
  func neighbours(at place: Int) -> InlineGloss? {
    let scalars = text.scalars
    guard scalars[place].isASCII, scalars[place].isUppercaseLetter, place == 0 || !scalars[place - 1].isLetter
    else { return nil }
    let left = word(at: place)
    guard left.count >= 4, left.upperBound + 1 < scalars.count, scalars[left.upperBound] == " ",
      !scalars[left.upperBound + 1].isASCII || scalars[left.upperBound + 1] == "Y"
    else { return nil }
    let right = word(at: left.upperBound + 1)
    guard right.count >= 4, areOne(left, right) else { return nil }
    return gloss(left, right)
  }

  /// The name before a bracket, and the same in its inside.
  func gloss(endingAt last: Int, _ inside: Range<Int>) -> InlineGloss? {
    let words = words(inside)
    guard (1...4).contains(words.count), words.allSatisfy({ text.scalars[$0.lowerBound].isUppercaseLetter })
    else { return nil }
    // As many words before the bracket.
    var start = last + 1
    var count = 0
    while start > 0, count < words.count, text.scalars[start - 1] != "\n" {
      start -= 1
      if text.scalars[start].isLetter, start == 0 || !text.scalars[start - 1].isLetter { count += 1 }
    }
    guard count == words.count, areOne(start..<last + 1, inside) else { return nil }
    return gloss(text.trimmed(start..<last + 1), text.trimmed(inside))
  }

  /// Whether two stretches are one name in two scripts, or letter by letter the same.
  func areOne(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (a, b) = (words(left), words(right))
    guard !a.isEmpty, a.count == b.count else { return false }
    var letters = 0
    for (x, y) in zip(a, b) {
      let (one, other) = (skeleton(x), skeleton(y))
      if one != other && !isNear(one, other) { return false }
      letters += one.count
    }
    return letters >= 3
  }

  /// Whether two skeletons differ in one letter of many.
  private func isNear(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count >= 5, b.count >= 5, abs(a.count - b.count) <= 1, a.first == b.first else { return false }
    var i = 0
    while i < min(a.count, b.count), a[i] == b[i] { i += 1 }
    var j = 0
    while j < min(a.count, b.count) - i, a[a.count - 1 - j] == b[b.count - 1 - j] { j += 1 }
    return i + j >= max(a.count, b.count) - 1
  }

  private func skeleton(_ word: Range<Int>) -> [UInt8] {
    Array(romanization.skeleton(languages.letters.repaired(text.string(word))).utf8)
  }

  private func word(at start: Int) -> Range<Int> {
    var end = start
    while end < text.scalars.count, text.scalars[end].isLetter || text.scalars[end] == "-" { end += 1 }
    return start..<end
  }

  private func words(_ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var k = range.lowerBound
    while k < range.upperBound {
      if text.scalars[k].isLetter {
        let word = word(at: k).clamped(to: range)
        words.append(word)
        k = word.upperBound
      } else {
        k += 1
      }
    }
    return words
  }

  private func gloss(_ left: Range<Int>, _ right: Range<Int>) -> InlineGloss? {
    let sides = [left, right].map { languages.letters.repaired(text.string($0)) }
    let isCyrillic = sides.map { GlossLetters.scripts($0) }.map { $0.cyrillic > $0.latin }
    guard isCyrillic[0] != isCyrillic[1] else { return nil }
    let (cyrillic, latin) = isCyrillic[0] ? (0, 1) : (1, 0)
    guard
      let side = languages.side(
        sides[cyrillic], in: text, at: isCyrillic[0] ? left : right, isBesideCyrillic: false)
    else { return nil }
    var gloss = InlineGloss(terms: Trilingual(repeating: nil), shape: .name)
    gloss.terms[side.language] = side.text
    gloss.terms.en = sides[latin]
    gloss.ranges[side.language] = text.place(isCyrillic[0] ? left : right)
    gloss.ranges.en = text.place(isCyrillic[0] ? right : left)
    return gloss
  }
}
