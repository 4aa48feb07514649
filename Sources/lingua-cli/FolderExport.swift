import ArgumentParser
import Lingua
import Pipeline

extension ResultOptions {
  /// The folder that the results go into, a file for each input; nil where they go into one place.
  var folderPath: String? {
    guard let output, output != "-", output.hasSuffix("/") || isFolder(output) else { return nil }
    return output.hasSuffix("/") && output != "/" ? String(output.dropLast()) : output
  }

  /// Analyses the inputs and writes each in one format to a file of its own, in a folder that mirrors their names.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - command: the name of the command.
  ///   - choices: what was chosen about alignment, where the command has such options.
  /// - Throws: `ExitCode` 1 when some inputs failed.
  func export(
    _ exporter: any Exporter, into path: String, command: String, pair: LanguagePair?, _ choices: AlignmentChoices?
  ) async throws {
    let lexicons = try own.lexicons(shared)
    let files = try inputs.files(besides: path)
    let format = [("format", exporter.format), ("pair", pair?.text ?? "")]
    guard
      let folder = try batch.folder(
        path, command: command, options: format + exports.fingerprint + (choices?.fingerprint(files) ?? []),
        inputs: inputs, lexicons: lexicons, shared: shared)
    else { return }
    let prototype = try await inputs.analyzer(for: files, shared: shared, lexicons: lexicons, choices: choices)
    let options = exportOptions(pair)
    let places = ResultPlaces(files, fileExtension: exporter.layout.fileExtension)
    let failures = try await DocumentBatch(files, options: inputs, shared: shared, lexicons: lexicons).run(
      into: folder, makeWorker: { prototype.worker() },
      keep: { _, input, entry in
        // A document of which the format has nothing to say has no file.
        entry.outputs.allSatisfy { $0.path == places[input] } ? () : nil
      },
      work: { worker, input, document in
        let place = places[input]
        let file = path + "/" + place
        if input.path != "-", isSameFile(input.path, file) { throw BatchError.overInput(path: input.path) }
        let analysis = try worker.analyze(document)
        let bytes = try exporter.bytes(of: [analysis], options: options)
        var written: [ManifestEntry.Output] = []
        if !bytes.isEmpty { written.append(.init(path: place, digest: try AtomicFile.write(bytes, to: file))) }
        return InputBatch.Result(
          output: (), warnings: Prose.warnings(document, analysis), files: written, figures: analysis.figures(options))
      },
      deliver: { _ in [] })
    try folder.finish()
    if failures > 0 { throw ExitCode(1) }
  }
}

/// The file that each input becomes below a folder of results.
private struct ResultPlaces: Sendable {
  private var places: [ExactName: String] = [:]

  init(_ inputs: InputFiles, fileExtension: String) {
    var names = OutputNames(fileExtension: fileExtension)
    for input in inputs.files { places[ExactName(input.relativePath)] = names.path(for: input.relativePath) }
  }

  subscript(input: InputFile) -> String { places[ExactName(input.relativePath)] ?? input.place }
}
