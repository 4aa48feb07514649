import ArgumentParser

/// The formats of a command's result, and the endings of file names that stand for them.
protocol ResultFormat: RawRepresentable<String>, CaseIterable, ExpressibleByArgument {
  /// The endings, without the dot.
  var endings: [String] { get }
}

extension ResultFormat {
  var endings: [String] { [rawValue] }
}

extension ResultFormat {
  /// The format that a file's ending chooses; the default for standard output.
  ///
  /// - Throws: `ValidationError` when the ending names no format.
  static func of(_ output: String?, default other: Self) throws -> Self {
    guard let output, output != "-" else { return other }
    // The longest ending counts: "a.v3.tbx" is no "tbx".
    let name = output.lowercased()
    let fitting = Self.allCases.flatMap { format in
      format.endings.filter { name.hasSuffix("." + $0) }.map { (format: format, length: $0.utf8.count) }
    }
    guard let format = fitting.max(by: { $0.length < $1.length })?.format else {
      let known = Self.allCases.flatMap(\.endings).map { "." + $0 }.joined(separator: ", ")
      throw ValidationError("the ending of \(output) names no format; end it in \(known), or say --format.")
    }
    return format
  }
}
