public import Lingua

extension Diagnosis {
  /// The figures by name, and the rules that may run.
  ///
  /// - Parameter rules: those of `ScanNormalizer.rules(for:)`.
  public func json(rules: [EditRule]) -> [JSONValue.Member] {
    [
      .init("figures", .object(figures.map { .init($0.name, .decimal($0.value, digits: 4)) })),
      .init("rules", .array(rules.map { .string($0.rawValue) })),
    ]
  }
}
