/// Points for each language, gathered word by word.
struct LanguagePoints {
  var kazakh = 0.0
  var russian = 0.0
  /// Words with a letter that none of the three languages has.
  var foreignCyrillic = 0
  var foreignLatin = 0
  var cyrillicWords = 0
  var latinWords = 0
  /// Words among the most frequent of their language and not of the other.
  var russianWords = 0
  var englishWords = 0
  /// Words that are frequent in another language and in none of the three.
  var otherWords = 0
  var otherLatinWords = 0
  /// The weight of English endings.
  var englishShapes = 0.0
  var cyrillicLetters = 0
  var latinLetters = 0
  /// Letters that tell Kazakh from its relatives (қ ғ ұ), those that it shares with them (ә ң ө ү һ), and і.
  var ownKazakh = 0
  var sharedKazakh = 0
  var dottedI = 0
  /// Words with і, and those among them that keep Kazakh vowel harmony.
  var wordsWithI = 0
  var frontWordsWithI = 0
  /// ъ between consonants, as in Bulgarian, and the letters that Bulgarian lacks.
  var hardSignAsVowel = 0
  var russianVowels = 0
}

/// What the letters of one Cyrillic word say, apart from lists.
///
/// Kazakh words begin with at most one consonant, have о only in the first syllable and keep to back or front vowels;
/// Russian spelling never has ы after ж ш к г х ч. Loans break all of this, so each sign is worth little alone.
enum LetterEvidence {
  // а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я
  private static let vowels: Set<UInt8> = [0, 5, 8, 14, 19, 27, 29, 30, 31, 32, 33, 37, 38, 39, 41]

  private static let isVowel: [Bool] = (0..<64).map { vowels.contains(UInt8($0)) }

  static func points(of word: borrowing [UInt8], into points: inout LanguagePoints) {
    var kazakh = 0.0
    var russian = 0.0
    var vowelCount = 0
    var hasBack = false
    var hasE = false
    var hasI = false
    var hasKazakhLetter = false
    var loanLetters = 0
    var previous: UInt8 = 255
    for index in word.indices {
      let letter = word[index]
      switch letter {
      case 34, 35, 38:
        points.ownKazakh += 1
        kazakh += hasKazakhLetter ? 2 : 8
        hasKazakhLetter = true
      case 33, 36, 37, 39, 40:
        points.sharedKazakh += 1
        kazakh += hasKazakhLetter ? 2 : 8
        hasKazakhLetter = true
      case FoldedLetter.dottedI:
        points.dottedI += 1
        hasI = true
        kazakh += 6
      case 25, 32: russian += 3  // щ ё
      case 26:  // ъ
        russian += 2
        if previous < 42, !isVowel[Int(previous)], index + 1 < word.count, word[index + 1] < 42,
          !isVowel[Int(word[index + 1])]
        {
          points.hardSignAsVowel += 1
        }
      case 2, 20, 22, 23, 28, 29, 30, 31: loanLetters += 1  // в ф ц ч ь э ю я
      default: break
      }
      if letter < 42, isVowel[Int(letter)] {
        vowelCount += 1
        switch letter {
        case 0, 27: hasBack = true
        case 14:
          hasBack = true
          if vowelCount > 1 { russian += 1.2 }
        case 5: hasE = true
        case 29, 32: points.russianVowels += 1
        default: break
        }
        if letter == 27 {
          points.russianVowels += 1
          // жы шы кы гы хы чы, and ы beside a vowel.
          if previous == 6 || previous == 24 || previous == 10 || previous == 3 || previous == 21 || previous == 23 {
            kazakh += 3
          } else if previous == 19 || previous == 8 || previous == 9 {
            kazakh += 3
          }
        }
        if previous == 9, letter == 0 || letter == 19 { kazakh += 1.5 }  // йа йу
      } else if index == 1, word.count > 2, previous < 42, !isVowel[Int(previous)], letter < 42 {
        russian += 1.8  // two consonants at the start
      }
      previous = letter
    }
    russian += min(3.2, Double(loanLetters) * 0.9)
    if hasBack && hasE { russian += 0.8 }
    if word.count >= 4, hasBack != hasE, loanLetters == 0 { kazakh += 0.5 }
    if hasI {
      points.wordsWithI += 1
      // і alone is "and" in Ukrainian and Belarusian, and no word of Kazakh.
      if !hasBack, word.count > 1 { points.frontWordsWithI += 1 }
    }
    switch previous {
    case 1, 2, 3, 4, 6: russian += 1.5  // voiced at the end
    default: break
    }
    points.kazakh += kazakh
    points.russian += russian
  }
}
