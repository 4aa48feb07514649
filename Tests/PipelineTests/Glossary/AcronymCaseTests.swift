import Lingua
import Pipeline
import TestSupport
import Testing

/// A small document and what is to be found in it.
struct AcronymCase: Decodable, CustomTestStringConvertible {
  var label: String
  var kk: String?
  var ru: String?
  var en: String?
  var keywords: [String: String]?
  /// The members of each entry's JSON that matter; null for one that must not be there or is null. Of a flag only a part
  /// is given.
  var entries: [[String: String?]]

  var testDescription: String { label }

  static func load(_ folder: String) -> [AcronymCase] {
    do { return try Fixtures.cases("\(folder)/acronyms.json") } catch {
      Issue.record(error)
      return []
    }
  }

  func found() throws -> [JSONValue] {
    var sample = AcronymSample(kk: kk ?? "", ru: ru ?? "", en: en ?? "")
    for language in Language.allCases { sample.keywords[language] = keywords?[language.tag] }
    return try sample.entries().map(\.json)
  }
}

@Suite struct AcronymCaseTests {
  @Test(arguments: AcronymCase.load("synthetic"))
  func documentsGiveTheirAcronyms(_ one: AcronymCase) throws {
    let found = try one.found()
    #expect(found.count == one.entries.count, "\(found)")
    for (entry, expected) in zip(found, one.entries) {
      for (name, value) in expected {
        let actual = entry[name]?.string
        if name == "flag", let value {
          #expect(actual?.contains(value) == true, "\(name): \(actual ?? "nil") in \(entry)")
        } else {
          #expect(actual == value, "\(name) in \(entry)")
        }
      }
    }
  }

  @Test(arguments: AcronymCase.load("known-failures"))
  func documentsThatDoNotYet(_ one: AcronymCase) throws {
    let found = try one.found()
    withKnownIssue {
      #expect(found.count == one.entries.count)
      for (entry, expected) in zip(found, one.entries) {
        for (name, value) in expected { #expect(entry[name]?.string == value) }
      }
    }
  }
}
