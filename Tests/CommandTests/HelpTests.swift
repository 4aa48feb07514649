import TestSupport
import Testing

@Suite struct HelpTests {
  @Test func namesItsCommandsAndExitStatus() throws {
    let result = try Program.run(["--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("align"))
    #expect(result.output.contains("EXIT STATUS"))
    #expect(result.errors.isEmpty)
  }

  @Test func unknownCommandCouldNotStart() throws {
    let result = try Program.run(["alignn"])
    #expect(result.status == 2)
    #expect(result.errors.contains("alignn"))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: ["check", "glossary import"])
  func commandsOfTermbasesHaveExamples(command: String) throws {
    let result = try Program.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("lingua-cli \(command) "))
    #expect(result.output.contains("--termbase <file>"))
  }

  @Test func versionNamesICU() throws {
    let result = try Program.run(["--version"])
    #expect(result.status == 0)
    #expect(result.output.contains("ICU"))
  }
}
