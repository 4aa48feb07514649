public import Foundation

/// Why a table of cases could not be used; a test that lacks its cases must fail, not pass.
public struct FixtureError: Error, CustomStringConvertible {
  /// What is wrong.
  public var description: String

  /// A reason in words.
  public init(description: String) { self.description = description }
}

/// Tables of cases in `Fixtures/` beside the tests.
public enum Fixtures {
  /// The cases of one JSON file, which holds an array of objects.
  ///
  /// - Parameters:
  ///   - name: relative to `Fixtures/` of the test target, such as "wild/blanks.json".
  ///   - file: the test's own file; it may stand in a folder of the test target.
  public static func cases<Case: Decodable>(_ name: String, of type: Case.Type = Case.self, file: String = #filePath)
    throws -> [Case]
  {
    let cases = try JSONDecoder().decode([Case].self, from: data(name, file: file))
    if cases.isEmpty { throw FixtureError(description: "\(name) holds no case") }
    return cases
  }

  /// The bytes of a fixture file.
  public static func data(_ name: String, file: String = #filePath) throws -> Data {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/" {
      let path = folder.appendingPathComponent("Fixtures").appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: path.path) { return try Data(contentsOf: path) }
      folder.deleteLastPathComponent()
    }
    throw FixtureError(description: "there is no Fixtures/\(name) above \(file)")
  }

  /// The root of the package.
  public static var packageFolder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }
}
