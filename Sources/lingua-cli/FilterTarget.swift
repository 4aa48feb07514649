import ArgumentParser
import Pipeline

/// Where changed texts go.
enum FilterTarget: Sendable {
  case standardOutput
  case file(String)
  case folder(String)

  /// Decides by the option: a folder when there are several inputs or one exists, else a file.
  ///
  /// - Throws: `ValidationError` when a result would take the place of another, of its input or of the manifest.
  init(_ output: String?, inputs: InputFiles, paths: [String]) throws {
    guard let output, output != "-" else {
      self = .standardOutput
      return
    }
    let isMany = inputs.files.count > 1 || paths.contains { $0 != "-" && isFolder($0) }
    if !isMany && !output.hasSuffix("/") && !isFolder(output) {
      try inputs.refuse(output: output)
      self = .file(output)
      return
    }
    self = .folder(output.hasSuffix("/") ? String(output.dropLast()) : output)
    var seen: [ExactName: String] = [:]
    for name in [BatchFolder.manifestName, BatchFolder.timingsName, BatchFolder.journalName] {
      seen[ExactName(name)] = "the run's own \(name)"
    }
    for file in inputs.files {
      if let other = seen.updateValue(file.path, forKey: ExactName(file.textPlace)) {
        throw ValidationError(
          "\(other) and \(file.path) would both become \(output)/\(file.textPlace); give their folder instead."
            .printable)
      }
    }
  }

  /// The folder, where it is one.
  var folderPath: String? { if case .folder(let path) = self { path } else { nil } }

  /// The path for an input; nil for standard output.
  func path(for input: InputFile) -> String? {
    switch self {
    case .standardOutput: nil
    case .file(let path): path
    case .folder(let folder): folder + "/" + input.textPlace
    }
  }
}
