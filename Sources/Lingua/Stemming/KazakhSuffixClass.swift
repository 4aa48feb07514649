/// What the part of a word that is left may be while suffixes come off from its end: a set, because a suffix can be read
/// in several ways.
struct KazakhState: OptionSet, Sendable {
  let rawValue: UInt16

  /// The word as it was given.
  static let whole = KazakhState(rawValue: 1)
  /// A noun that may end in its case and what stands before it.
  static let cased = KazakhState(rawValue: 2)
  /// A noun that may end in a possessive and what stands before it.
  static let possessed = KazakhState(rawValue: 4)
  /// A noun that may end in the plural and what stands before it.
  static let plural = KazakhState(rawValue: 8)
  /// A noun without inflection: a root, derived, or made from a verb.
  static let noun = KazakhState(rawValue: 16)
  /// A noun that must end in the possessive of the third person, because only that takes the case that came off.
  static let thirdPerson = KazakhState(rawValue: 32)
  /// A noun that must end in another possessive.
  static let otherPerson = KazakhState(rawValue: 64)
  /// A verb, perhaps negated.
  static let verb = KazakhState(rawValue: 128)
  /// A verb without negation.
  static let positive = KazakhState(rawValue: 256)
  /// A verb whose final ы or і went into the и or у that came off.
  static let verbOfI = KazakhState(rawValue: 512)
  /// A verb whose final й went into the я or ю that came off.
  static let verbOfY = KazakhState(rawValue: 1024)

  /// Where a noun can be the root.
  static let nominal: KazakhState = [.whole, .cased, .possessed, .plural, .noun]
  /// Where a verb as it stands can be the root.
  static let verbal: KazakhState = [.whole, .verb, .positive]
  /// Where nothing more has to come off.
  static let complete: KazakhState = [.nominal, .verbal, .verbOfI, .verbOfY]
}

/// The classes of `kazakh-suffixes.tsv`.
enum KazakhSuffixClass: String, Sendable, CaseIterable {
  case plural
  case possessive3, possessive12
  case inCase = "case"
  case caseAfterPossessive3 = "case-possessed3"
  case caseAfterPossessive12 = "case-possessed12"
  case similative
  case similativeAfterPossessive3 = "similative-possessed3"
  case privative
  case attributive
  case locativeAttributive = "locative-attributive"
  case locativeAttributiveAfterPossessive3 = "locative-attributive-possessed3"
  case pronominal, predicative, derivation, verbalizer
  case infinitive
  case infinitiveOfI = "infinitive-i"
  case infinitiveOfY = "infinitive-y"
  case participle
  case participleOfI = "participle-i"
  case participleOfY = "participle-y"
  case participleNegative = "participle-negative"
  case converb
  case converbOfI = "converb-i"
  case converbOfY = "converb-y"
  case converbNegative = "converb-negative"
  case finite
  case finiteOfI = "finite-i"
  case finiteOfY = "finite-y"
  case negation, voice

  /// Where the suffix can come off.
  var from: KazakhState {
    switch self {
    case .plural: [.whole, .cased, .possessed, .plural]
    case .possessive3: [.whole, .cased, .possessed, .thirdPerson]
    case .possessive12: [.whole, .cased, .possessed, .otherPerson]
    case .inCase, .caseAfterPossessive3, .caseAfterPossessive12, .similative, .similativeAfterPossessive3:
      [.whole, .cased]
    case .predicative, .converb, .converbOfI, .converbOfY, .converbNegative, .finite, .finiteOfI, .finiteOfY: .whole
    case .privative, .attributive, .locativeAttributive, .locativeAttributiveAfterPossessive3, .pronominal, .derivation,
      .infinitive, .infinitiveOfI, .infinitiveOfY, .participle, .participleOfI, .participleOfY, .participleNegative:
      .nominal
    case .verbalizer: [.verb, .positive]
    case .negation: [.whole, .verb]
    case .voice: [.verb, .positive]
    }
  }

  /// Where the suffix can come off a word that no known root begins: a bare verb there is more likely a noun.
  var fromOfUnknown: KazakhState {
    switch self {
    case .negation: [.verb]
    default: from
    }
  }

  /// Whether other readings of a word go before those with such a suffix: сатылады is rather "is sold" than made of саты
  /// (ladder), жазамын rather "I write" than "I am a punishment".
  var isLast: Bool { self == .verbalizer || self == .predicative }

  /// What is left.
  var to: KazakhState {
    switch self {
    case .plural, .attributive, .derivation, .verbalizer: .noun
    case .possessive3, .possessive12: [.plural, .noun]
    case .inCase, .similative, .locativeAttributive, .pronominal, .privative: [.possessed, .plural, .noun]
    case .caseAfterPossessive3, .similativeAfterPossessive3, .locativeAttributiveAfterPossessive3: .thirdPerson
    case .caseAfterPossessive12: .otherPerson
    case .predicative: [.cased, .possessed, .plural, .noun]
    case .infinitive, .participle, .converb, .finite: [.verb, .positive]
    case .infinitiveOfI, .participleOfI, .converbOfI, .finiteOfI: .verbOfI
    case .infinitiveOfY, .participleOfY, .converbOfY, .finiteOfY: .verbOfY
    case .participleNegative, .converbNegative, .negation, .voice: .positive
    }
  }
}
