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
    let ending = output.fileExtension ?? ""
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      let known = Self.allCases.flatMap(\.endings).map { "." + $0 }.joined(separator: ", ")
      throw ValidationError("the ending of \(output) names no format; end it in \(known), or say --format.")
    }
    return format
  }
}

extension String {
  /// What follows the last dot of a file's name.
  fileprivate var fileExtension: String? {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[index(after: $0)...]).lowercased() }
  }
}
