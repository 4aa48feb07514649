import ArgumentParser
import Lingua
import Pipeline

extension Language {
  /// A language of the command line.
  static func argument(_ value: String) throws -> Language {
    guard let language = Language(rawValue: value.lowercased()) else {
      throw ValidationError("\"\(value)\" is none of kk, ru and en.")
    }
    return language
  }

  /// Languages of the command line in their order, with commas between.
  static func list(_ value: String) throws -> [Language] {
    let languages = try value.split(separator: ",").map { try argument(String($0)) }
    if languages.isEmpty || Set(languages).count < languages.count {
      throw ValidationError("\"\(value)\" does not name languages, each once; such as ru,kk.")
    }
    return languages
  }

  /// Languages of the command line, with commas between.
  static func arguments(_ value: String) throws -> Set<Language> {
    let languages = Set(try value.split(separator: ",").map { try argument(String($0)) })
    if languages.isEmpty { throw ValidationError("no language is named; name some of kk, ru and en.") }
    return languages
  }
}

extension Record {
  /// The language that a field names; nil where the record lacks it.
  func language(_ name: String) throws(RecordError) -> Language? {
    guard let value = self[name], value != .null else { return nil }
    return try Self.language(value, name: name)
  }

  /// The languages that a field lists; nil where the record lacks it.
  func languages(_ name: String) throws(RecordError) -> Set<Language>? {
    guard let value = self[name], value != .null else { return nil }
    guard let elements = value.array, !elements.isEmpty else {
      throw RecordError(.badField, "\"\(name)\" must be a list of one or more languages")
    }
    var languages: Set<Language> = []
    for element in elements { languages.insert(try Self.language(element, name: name)) }
    return languages
  }

  private static func language(_ value: JSONValue, name: String) throws(RecordError) -> Language {
    guard let tag = value.string, let language = Language(rawValue: tag) else {
      throw RecordError(.badField, "\"\(name)\" knows kk, ru and en")
    }
    return language
  }
}
