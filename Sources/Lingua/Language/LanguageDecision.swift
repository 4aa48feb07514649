internal import CLanguage

/// The probability of each language, from what the words of a text say together.
struct LanguageOdds {
  /// The probability of each class of the script.
  let classes: SIMD32<Float>
  /// The probability of kk, ru, en and of all others together.
  private let languages: SIMD4<Float>
  /// The likeliest class of any other language.
  private let likeliest: Int
  private let model: ScriptModel

  /// - Parameters:
  ///   - languages: where given, the only ones that may be answered.
  ///   - lead: by how many nats kk, ru and en are likelier than their priors say.
  init(_ sums: ClassSums, model: ScriptModel, among languages: Set<Language>? = nil, lead: Float = 0) {
    self.model = model
    let scale = model.unit * model.sharpness[ScriptModel.length(sums.letters)]
    var leads = SIMD4<Float>(lead, lead, lead, 0)
    if let languages {
      leads = SIMD4(repeating: -1e9)
      for language in languages { leads[Int(ScriptModel.number(of: language))] = 0 }
    }
    var odds = SIMD32<Float>()
    var languageOdds = SIMD4<Float>()
    let likeliest = withUnsafeMutableBytes(of: &odds) { room in
      withUnsafeMutableBytes(of: &languageOdds) { languageRoom in
        withUnsafeBytes(of: sums.values) { sums in
          withUnsafeBytes(of: model.priors) { priors in
            withUnsafeBytes(of: model.languages) { languages in
              withUnsafeBytes(of: leads) { leads in
                lingua_odds(
                  sums.baseAddress?.assumingMemoryBound(to: Int32.self),
                  priors.baseAddress?.assumingMemoryBound(to: Float.self),
                  languages.baseAddress?.assumingMemoryBound(to: UInt8.self),
                  leads.baseAddress?.assumingMemoryBound(to: Float.self), Int32(model.classCount), scale,
                  room.baseAddress?.assumingMemoryBound(to: Float.self),
                  languageRoom.baseAddress?.assumingMemoryBound(to: Float.self))
              }
            }
          }
        }
      }
    }
    classes = odds
    self.languages = languageOdds
    self.likeliest = Int(likeliest)
  }

  /// The probability of one of the three languages: that of its variants together.
  subscript(language: Language) -> Float { languages[Int(ScriptModel.number(of: language))] }

  /// The probability of any language.
  subscript(tag: LanguageTag) -> Float {
    if let language = tag.language { return self[language] }
    var sum: Float = 0
    for k in model.tags.indices where model.tags[k] == tag { sum += classes[k] }
    return sum
  }

  /// What the rest of the other languages count beside the likeliest of them.
  private static let rest: Float = 0.5

  /// The likeliest language and its probability.
  ///
  /// The languages that are none of the three stand together first: whether a text is Kazakh is one question, which of its
  /// relatives it is another.
  var best: (tag: LanguageTag, probability: Float) {
    var own = (language: Language.kk, probability: languages[0])
    if languages[1] > own.probability { own = (.ru, languages[1]) }
    if languages[2] > own.probability { own = (.en, languages[2]) }
    let other = classes[likeliest]
    if own.probability >= other + Self.rest * (languages[3] - other) {
      return (LanguageTag(own.language), own.probability)
    }
    return (model.tags[likeliest], other)
  }

  /// The natural logarithm of a probability, within a hundredth.
  static func logarithm(_ x: Float) -> Float {
    guard x > 1e-9 else { return -20.7 }
    let bits = x.bitPattern
    let exponent = Float(Int32(bits >> 23) - 127)
    let m = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
    // ln m for 1 ≤ m < 2: a cubic through the ends.
    return exponent * 0.693147 + (-1.49278 + (2.11263 + (-0.729104 + 0.10969 * m) * m) * m)
  }
}

/// Turns what was read of a text into an answer.
struct LanguageDecision {
  let evidence: LanguageEvidence
  let model: LanguageModel

  private var letters: Int { evidence.cyrillic + evidence.latin + evidence.arabic + evidence.other }

  private var script: Script {
    let most = max(evidence.cyrillic, evidence.latin, evidence.arabic, evidence.other)
    if evidence.cyrillic == most { return .cyrillic }
    if evidence.latin == most { return .latin }
    return evidence.arabic == most ? .arabic : evidence.otherScript ?? .unknown
  }

  /// A Cyrillic text may cite Latin words and names, while an English one seldom holds Cyrillic.
  private var group: LetterGroup {
    if evidence.arabic > evidence.cyrillic + evidence.latin { return .arabic }
    return evidence.cyrillic * 3 >= evidence.latin && evidence.cyrillic > 0 ? .cyrillic : .latin
  }

  /// The share of the letters that stand in the script of the answer.
  private func purity(_ group: LetterGroup) -> Double {
    let own =
      switch group {
      case .cyrillic: evidence.cyrillic
      case .latin: evidence.latin
      case .arabic: evidence.arabic
      }
    return Double(own) / Double(max(1, letters))
  }

  func guess(among languages: Set<Language>?) -> LanguageGuess {
    guard letters > 0 else { return LanguageGuess(language: .und, script: .common, confidence: 0) }
    if let languages { return closedGuess(among: languages) }
    if evidence.other > evidence.cyrillic + evidence.latin + evidence.arabic {
      return LanguageGuess(language: .und, script: script, confidence: 0.9)
    }
    let group = group
    let sums = evidence[group]
    if isFarFromAll(sums, classes: model[group].classCount) {
      return LanguageGuess(language: .und, script: script, confidence: 0.6)
    }
    let best = LanguageOdds(sums, model: model[group], lead: lead(sums)).best
    return LanguageGuess(language: best.tag, script: script, confidence: Double(best.probability) * purity(group))
  }

  /// Capitalised words alone are names, which tell little of the language around them: the three are likelier then.
  private func lead(_ sums: ClassSums) -> Float {
    sums.letters < 32 && evidence.capitals == sums.words ? Self.namesLead : Self.lead
  }

  private static let namesLead: Float = 1.8
  private static let lead: Float = 0.2

  /// Whether hardly any longer sequence is known of a text that is long enough to have them.
  private func isFarFromAll(_ sums: ClassSums, classes: Int) -> Bool {
    sums.letters >= 24 && Int(sums.knownSequences(classes: classes)) * 4 < sums.letters
  }

  private func closedGuess(among languages: Set<Language>) -> LanguageGuess {
    guard let first = languages.min() else { return LanguageGuess(language: .und, script: script, confidence: 0) }
    if languages.count == 1 { return LanguageGuess(language: LanguageTag(first), script: script, confidence: 1) }
    let group = group
    let tags = model[group].tags
    let known = languages.filter { tags.contains(LanguageTag($0)) }
    if let first = known.min(), evidence[group].letters > 0 {
      let odds = LanguageOdds(evidence[group], model: model[group], among: known)
      var best = (language: first, probability: odds[first])
      for language in known.sorted().dropFirst() where odds[language] > best.probability {
        best = (language, odds[language])
      }
      return LanguageGuess(
        language: LanguageTag(best.language), script: script, confidence: Double(best.probability) * purity(group))
    }
    // None of them is written in this script.
    return LanguageGuess(language: LanguageTag(first), script: script, confidence: 0.34)
  }
}
