import Foundation
import Pipeline

/// Answers JSON Lines on standard input with JSON Lines on standard output: one object in, one out, in order.
struct JSONLines {
  /// Runs until the input ends; a record that cannot be answered gets an error object and does not stop the rest.
  ///
  /// - Returns: how many records failed.
  static func run(_ answer: ([JSONValue.Member]) throws -> [JSONValue.Member]) -> Int {
    var failed = 0
    var output: [UInt8] = []
    while let line = readLine(strippingNewline: true) {
      if line.utf8.allSatisfy({ $0 <= 0x20 }) { continue }
      var members: [JSONValue.Member] = []
      do {
        let value = try JSONValue(parsing: line.utf8)
        guard let fields = value.members else {
          throw RecordError(code: "bad-json", message: "a record is a JSON object")
        }
        members = fields
        let result = try answer(fields)
        JSONValue.object(result).write(to: &output)
      } catch {
        failed += 1
        let id = members.last { $0.name == "id" }?.value ?? .null
        JSONValue.object([
          .init("id", id), .init("error", .object([.init("message", .string("\(error)"))])),
        ]).write(to: &output)
      }
      output.append(0x0A)
      FileHandle.standardOutput.write(Data(output))
      output.removeAll(keepingCapacity: true)
    }
    return failed
  }
}
