/// Why a JSON Lines record could not be answered.
public struct RecordError: Error, Hashable, Sendable {
  /// The kind of reason, for programs.
  public enum Code: String, Hashable, Sendable {
    /// The line is not a JSON object.
    case badJSON = "bad-json"
    /// A field that the command needs is missing.
    case missingField = "missing-field"
    /// A field holds what the command cannot take.
    case badField = "bad-field"
    /// The work itself failed.
    case failed
  }
  /// The kind of reason.
  public var code: Code
  /// What is wrong, in words for a person.
  public var message: String

  /// A reason.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// One JSON Lines record: an object whose unknown fields pass through.
public struct Record: Hashable, Sendable {
  /// The members in their order.
  public var members: [JSONValue.Member]

  /// A record of these members.
  public init(members: [JSONValue.Member]) { self.members = members }

  /// Reads a line.
  ///
  /// - Throws: `RecordError` when it is not a JSON object.
  public init(line: some Collection<UInt8>) throws(RecordError) {
    do {
      guard let members = try JSONValue(parsing: line).members else {
        throw RecordError(.badJSON, "a record is a JSON object in one line")
      }
      self.members = members
    } catch let error as JSONError {
      throw RecordError(.badJSON, "\(error.reason.words) at byte \(error.offset) of the line")
    } catch let error as RecordError {
      throw error
    } catch {
      throw RecordError(.badJSON, "not JSON")
    }
  }

  /// The last member of that name.
  public subscript(name: String) -> JSONValue? { members.last { $0.name == name }?.value }

  /// A string that must be there.
  ///
  /// - Throws: `RecordError` when it is missing or no string.
  public func text(_ name: String) throws(RecordError) -> String {
    guard let value = self[name] else { throw RecordError(.missingField, "the field \"\(name)\" is missing") }
    guard let text = value.string else { throw RecordError(.badField, "the field \"\(name)\" must be a string") }
    return text
  }

  /// The record without the members of these names, followed by `results`; a member that `results` names anew is
  /// replaced. A member "error" goes, because an answer that has one is a failure.
  public func answered(dropping names: Set<String>, with results: [JSONValue.Member]) -> Record {
    let taken = names.union(results.map(\.name)).union(["error"])
    return Record(members: members.filter { !taken.contains($0.name) } + results)
  }

  /// The answer to a record that failed: its `id` (null when it has none or could not be read) and the error.
  ///
  /// - Parameters:
  ///   - id: the record's own, if it has one.
  ///   - line: the line of the input that it stands on, counted from 1.
  ///   - error: why it failed.
  public static func failure(id: JSONValue?, line: Int, _ error: RecordError) -> Record {
    Record(members: [
      .init("id", id ?? .null),
      .init(
        "error",
        .object([
          .init("code", .string(error.code.rawValue)), .init("message", .string(error.message)),
          .init("line", .integer(line)),
        ])),
    ])
  }
}

extension JSONError.Reason {
  /// The reason as a clause of a sentence.
  public var words: String {
    switch self {
    case .unexpectedEnd: "the JSON ends inside a value"
    case .unexpectedCharacter: "unexpected character"
    case .badString: "control character or wrong escape in a string"
    case .badNumber: "not a number by JSON's grammar"
    case .notUTF8: "bytes that are not UTF-8"
    case .tooDeep: "more than 512 nested levels"
    case .trailingCharacters: "something follows the object"
    }
  }
}
