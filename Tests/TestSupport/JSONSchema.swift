import Foundation
public import Pipeline

/// A JSON Schema (draft 2020-12) with the keywords that docs/schema uses; any other keyword is an error, so that a
/// schema cannot ask for what is not checked.
public struct JSONSchema: Sendable {
  private let root: JSONValue
  private static let annotations: Set = ["$schema", "$id", "$defs", "title", "description"]

  /// A schema from its text.
  public init(_ text: String) throws { root = try JSONValue(parsing: text.utf8) }

  /// The schema of one kind of record: docs/schema/NAME.json.
  public init(named name: String) throws {
    let url = Fixtures.packageFolder.appendingPathComponent("docs/schema/\(name).json")
    try self.init(String(contentsOf: url, encoding: .utf8))
  }

  /// What is wrong with a value, each with its place; empty when it conforms.
  public func violations(of value: JSONValue) -> [String] { check(value, root, at: "$") }

  private func check(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    if case .bool(let allows) = schema { return allows ? [] : ["\(place): nothing is allowed here"] }
    guard let members = schema.members else { return ["\(place): the schema is neither object nor boolean"] }
    return members.flatMap { check(value, keyword: $0.name, $0.value, in: schema, at: place) }
  }

  private func check(
    _ value: JSONValue, keyword: String, _ argument: JSONValue, in schema: JSONValue, at place: String
  ) -> [String] {
    func fail(_ words: String) -> [String] { ["\(place): \(words)"] }
    let number: Double? = if case .number(let text) = value { Double(text) } else { nil }
    switch keyword {
    case "type":
      let names = argument.array?.compactMap(\.string) ?? [argument.string ?? "?"]
      return names.contains { Self.isOf($0, value) } ? [] : fail("is not of type \(names.joined(separator: " or "))")
    case "enum": return argument.array?.contains(value) == true ? [] : fail("is not one of the allowed values")
    case "const": return argument == value ? [] : fail("is not the allowed value")
    case "minimum":
      guard let number, case .number(let text) = argument, let bound = Double(text) else { return [] }
      return number >= bound ? [] : fail("is below \(text)")
    case "maximum":
      guard let number, case .number(let text) = argument, let bound = Double(text) else { return [] }
      return number <= bound ? [] : fail("is above \(text)")
    case "minLength":
      guard let text = value.string, let least = argument.integer else { return [] }
      return text.unicodeScalars.count >= least ? [] : fail("is shorter than \(least)")
    case "minItems":
      guard let elements = value.array, let least = argument.integer else { return [] }
      return elements.count >= least ? [] : fail("has fewer than \(least) elements")
    case "maxItems":
      guard let elements = value.array, let most = argument.integer else { return [] }
      return elements.count <= most ? [] : fail("has more than \(most) elements")
    case "required":
      guard value.members != nil else { return [] }
      let missing = (argument.array ?? []).compactMap(\.string).filter { value[$0] == nil }
      return missing.flatMap { fail("lacks \"\($0)\"") }
    case "properties":
      return (argument.members ?? []).flatMap { property in
        value[property.name].map { check($0, property.value, at: "\(place).\(property.name)") } ?? []
      }
    case "additionalProperties":
      let known = Set((schema["properties"]?.members ?? []).map(\.name))
      return (value.members ?? []).filter { !known.contains($0.name) }.flatMap {
        check($0.value, argument, at: "\(place).\($0.name)")
      }
    case "prefixItems":
      return zip(value.array ?? [], argument.array ?? []).enumerated().flatMap {
        check($1.0, $1.1, at: "\(place)[\($0)]")
      }
    case "items":
      let start = schema["prefixItems"]?.array?.count ?? 0
      return (value.array ?? []).enumerated().dropFirst(start).flatMap {
        check($1, argument, at: "\(place)[\($0)]")
      }
    case "anyOf", "oneOf":
      let results = (argument.array ?? []).map { check(value, $0, at: place) }
      let fits = results.count { $0.isEmpty }
      if keyword == "oneOf" ? fits == 1 : fits > 0 { return [] }
      return fail("fits \(fits) alternatives") + results.joined()
    case "$ref":
      guard let name = argument.string, name.hasPrefix("#/$defs/"),
        let target = root["$defs"]?[String(name.dropFirst(8))]
      else { return fail("the schema refers to nothing: \(argument)") }
      return check(value, target, at: place)
    case _ where Self.annotations.contains(keyword): return []
    default: return fail("the schema has the keyword \"\(keyword)\", which is not checked")
    }
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
      ("object", .object):
      true
    case ("integer", .number(let text)): Double(text).map { $0 == $0.rounded() } ?? false
    default: false
    }
  }
}
