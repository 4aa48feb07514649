import ArgumentParser

/// The formats of a command's result, and the endings of file names that stand for them.
protocol ResultFormat: RawRepresentable<String>, CaseIterable, ExpressibleByArgument {
  /// The endings, without the dot.
  var endings: [String] { get }
}

extension ResultFormat {
  var endings: [String] { [rawValue] }
}
