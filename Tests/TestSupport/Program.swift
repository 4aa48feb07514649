public import Foundation

/// Runs the built `lingua-cli` as a user would.
public enum Program {
  /// What a run left.
  public struct Result: Sendable {
    /// The exit status; a signal's number where one ended it.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
    /// Whether a signal ended it.
    public var wasSignalled: Bool
  }

  /// The program that $LINGUA_PROGRAM names (`make test` names the release build, which is what users run and much
  /// faster), else the one beside the running test bundle.
  public static var url: URL {
    get throws {
      if let path = ProcessInfo.processInfo.environment["LINGUA_PROGRAM"], !path.isEmpty {
        guard FileManager.default.isExecutableFile(atPath: path) else {
          throw FixtureError(description: "LINGUA_PROGRAM names \(path), which cannot be run")
        }
        return URL(fileURLWithPath: path)
      }
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      let places = [folder, Fixtures.packageFolder.appendingPathComponent(".build/debug")]
      for place in places {
        folder = place
        let program = folder.appendingPathComponent("lingua-cli")
        if FileManager.default.isExecutableFile(atPath: program.path) { return program }
      }
      throw FixtureError(description: "lingua-cli is not built; looked in \(places.map(\.path))")
    }
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: the command line.
  ///   - input: what it reads on standard input.
  ///   - environment: variables added to the test's own.
  ///   - folder: the working folder.
  public static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], folder: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = try url
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    return try finish(process, input: input)
  }

  /// Runs a shell command in which `$CLI` is the program.
  public static func shell(_ command: String, input: Data = Data(), folder: String? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.environment = ProcessInfo.processInfo.environment.merging(["CLI": try url.path]) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    return try finish(process, input: input)
  }

  private static func finish(_ process: Process, input: Data) throws -> Result {
    // Files, not pipes: a test must not hang because a pipe is full.
    let folder = try TemporaryFolder()
    let inputPath = try folder.write(input, to: "in")
    let outputPath = try folder.write("", to: "out")
    let errorPath = try folder.write("", to: "err")
    process.standardInput = FileHandle(forReadingAtPath: inputPath)
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: errorPath)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: outputPath)), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errorPath)), as: UTF8.self),
      wasSignalled: process.terminationReason == .uncaughtSignal)
  }
}
