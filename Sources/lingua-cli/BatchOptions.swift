import ArgumentParser
import Lingua
import Pipeline

/// Options of the commands that write a folder of results.
struct BatchOptions: ParsableArguments {
  @Flag(
    help: """
      Keep what an earlier run into the folder left where input, options and result are unchanged, and do the rest: \
      after a run that was ended, or when some inputs are new.
      """)
  var resume = false

  /// Why --resume cannot be followed where the results go into one place.
  static var nothingToResume: ValidationError {
    ValidationError("--resume goes on with a folder of results; name one with --output, with / at its end.")
  }

  /// The folder of the results; nil where they go elsewhere.
  ///
  /// - Parameters:
  ///   - path: the folder, if the results go into one.
  ///   - command: the name of the command.
  ///   - options: what of its own decides the results, by name; how inputs are read, and with which lexicons, is added.
  /// - Throws: `ValidationError` when there is no folder to resume, `FileError` or `BatchError` when it cannot be used.
  func folder(
    _ path: String?, command: String, options: [(String, String)], inputs: InputOptions,
    lexicons: Lexicons, shared: SharedOptions
  ) throws -> BatchFolder? {
    guard let path else {
      if resume { throw Self.nothingToResume }
      return nil
    }
    var fingerprint = OptionsFingerprint(version: Command.versionNumber)
    fingerprint.add("command", command)
    fingerprint.add("encoding", inputs.encoding ?? "")
    fingerprint.add("strict", inputs.strict.description)
    for (name, value) in options { fingerprint.add(name, value) }
    fingerprint.add(lexicons)
    let folder = try BatchFolder(path: path, options: fingerprint.text, resumes: resume)
    if folder.wasInterrupted, !resume, !shared.quiet {
      Reporter.say(
        "lingua-cli: a run into \(path) was ended before its end; --resume would have kept what it did".printable)
    }
    return folder
  }
}

extension InputOptions {
  /// The inputs of a command that writes a folder, whose files are no inputs.
  ///
  /// - Throws: `ValidationError` when the folder is itself one of the inputs.
  func files(besides output: String?) throws -> InputFiles {
    guard let output, output != "-" else { return files }
    for path in paths where path != "-" && isFolder(path) && isSameFile(path, output) {
      throw ValidationError("\(output) is also the folder of the inputs; choose another for the results.")
    }
    return InputFiles(paths: paths.isEmpty ? ["-"] : paths, output: output)
  }
}
