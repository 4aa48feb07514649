/// One value for each of Kazakh, Russian and English.
public struct Trilingual<Value> {
  /// The Kazakh value.
  public var kk: Value
  /// The Russian value.
  public var ru: Value
  /// The English value.
  public var en: Value

  /// The three values.
  public init(kk: Value, ru: Value, en: Value) {
    self.kk = kk
    self.ru = ru
    self.en = en
  }

  /// The same value for each language.
  public init(repeating value: Value) { self.init(kk: value, ru: value, en: value) }

  /// The value of one language.
  public subscript(language: Language) -> Value {
    get {
      switch language {
      case .kk: kk
      case .ru: ru
      case .en: en
      }
    }
    // In place: a setter would copy an array that is appended to.
    _modify {
      switch language {
      case .kk: yield &kk
      case .ru: yield &ru
      case .en: yield &en
      }
    }
  }

  /// Each value put through `transform`.
  public func map<Result, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Result
  ) throws(Failure) -> Trilingual<Result> {
    Trilingual<Result>(kk: try transform(kk), ru: try transform(ru), en: try transform(en))
  }

  /// The three values in the order kk, ru, en.
  public var values: [Value] { [kk, ru, en] }
}

extension Trilingual: Sendable where Value: Sendable {}
extension Trilingual: Equatable where Value: Equatable {}
extension Trilingual: Hashable where Value: Hashable {}
