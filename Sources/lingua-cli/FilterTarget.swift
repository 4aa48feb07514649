import ArgumentParser
import Pipeline

/// Where changed texts go.
enum FilterTarget: Sendable {
  case standardOutput
  case file(String)
  case folder(String)

  /// Decides by the option: a folder when there are several inputs or one exists, else a file.
  init(_ output: String?, inputs: InputFiles, paths: [String]) throws {
    guard let output, output != "-" else {
      self = .standardOutput
      return
    }
    let isMany = inputs.files.count > 1 || paths.contains { $0 != "-" && isFolder($0) }
    if !isMany && !output.hasSuffix("/") && !isFolder(output) {
      self = .file(output)
      return
    }
    self = .folder(output.hasSuffix("/") ? String(output.dropLast()) : output)
    var seen: [String: String] = [:]
    for file in inputs.files {
      if let other = seen.updateValue(file.path, forKey: file.textName) {
        throw ValidationError(
          "\(other) and \(file.path) would both become \(output)/\(file.textName); give their folder instead.")
      }
    }
  }

  /// The path for an input; nil for standard output.
  func path(for input: InputFile) -> String? {
    switch self {
    case .standardOutput: nil
    case .file(let path): path
    case .folder(let folder): folder + "/" + input.textName
    }
  }
}
