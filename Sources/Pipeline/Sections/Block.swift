internal import Lingua

/// A line as the search for sections sees it.
struct Block {
  /// Where it stands.
  var line: TextLine
  /// The heading that it begins with, when it is believed.
  var heading: Heading?
  /// How far.
  var strength: HeadingStrength = .none
  /// The features of what stands behind the heading, or of the whole line.
  var features = LineFeatures()
  /// How well each language fits, by the letters: 0 where nothing can be said, negative against it.
  var fit = Trilingual<Double>(repeating: 0)

  /// Whether Markdown or HTML marks it as a heading.
  var isMarkedHeading = false

  /// Whether a believed heading of this kind begins here.
  func opens(_ kind: HeadingKind) -> Bool { strength > .none && heading?.kind == kind }

  /// Whether it is in another language than a line beside it, as far as the letters of a line can tell.
  func clashes(with other: Block) -> Bool {
    guard features.letters >= 20, other.features.letters >= 20 else { return false }
    return Language.allCases.contains {
      fit[$0] > 0 && other.fit[$0] < -1 || other.fit[$0] > 0 && fit[$0] < -1
    }
  }

  /// Weighs the languages by the letters of one line.
  mutating func fitLetters() {
    let f = features
    guard f.letters >= 3 else { return }
    if f.latin > f.cyrillic {
      if f.kazakhLatin * 20 >= f.latin && f.kazakhLatin >= 2 {
        fit = Trilingual(kk: 0.2, ru: -3, en: -0.5)
      } else {
        fit = Trilingual(kk: -2.5, ru: -3, en: 0.2)
      }
    } else if f.kazakh >= 2 && f.kazakh * 33 >= f.cyrillic {
      fit = Trilingual(kk: 0.2, ru: -2, en: -3)
    } else if f.kazakh > 0 {
      fit = Trilingual(kk: 0, ru: -0.1, en: -3)
    } else {
      fit = Trilingual(kk: f.cyrillic >= 50 ? -1 : -0.2, ru: 0.2, en: -3)
    }
  }

  /// Sets what identification said of the paragraph.
  mutating func fit(_ language: Language) {
    guard features.letters >= 3 else { return }
    switch language {
    case .kk: fit = Trilingual(kk: 0.2, ru: features.cyrillic > 0 ? -1 : -3, en: features.latin > 0 ? -1 : -3)
    case .ru: fit = Trilingual(kk: -1, ru: 0.2, en: -3)
    case .en: fit = Trilingual(kk: -2, ru: -3, en: 0.2)
    }
  }
}
