import Lingua
import Pipeline

extension Record {
  /// What an aligner is given by a record with sentences.
  ///
  /// - Throws: `RecordError` for a field that is not as the contract has it.
  func alignmentInput() throws(RecordError) -> AlignmentInput {
    var input = AlignmentInput(sentences: Trilingual(repeating: []))
    for (language, list) in try lists("sentences") {
      for element in list {
        guard let text = element.string else {
          throw RecordError(.badField, "\"sentences.\(language.tag)\" must hold strings only")
        }
        input.sentences[language].append(text)
      }
    }
    for (language, list) in try lists("paragraphs") {
      var last = -1
      for element in list {
        guard let index = element.integer, index > last, index < input.sentences[language].count else {
          throw RecordError(
            .badField, "\"paragraphs.\(language.tag)\" must hold ascending indices of sentences, from 0")
        }
        input.paragraphs[language].append(index)
        last = index
      }
    }
    guard let value = self["anchors"], value != .null else { return input }
    guard let anchors = value.array else { throw RecordError(.badField, "\"anchors\" must be a list of objects") }
    for (k, anchor) in anchors.enumerated() {
      guard let members = anchor.members else {
        throw RecordError(.badField, "\"anchors[\(k)]\" must be an object of indices, by language")
      }
      var indices = Trilingual<Int?>(repeating: nil)
      for member in members where member.value != .null {
        guard let language = Language(rawValue: member.name), let index = member.value.integer else {
          throw RecordError(.badField, "\"anchors[\(k)].\(member.name)\": an anchor has indices of kk, ru and en")
        }
        indices[language] = index
      }
      input.anchors.append(indices)
    }
    return input
  }

  /// The members of a field that is an object of lists, by language; none where the record lacks it.
  private func lists(_ name: String) throws(RecordError) -> [(Language, [JSONValue])] {
    guard let value = self[name], value != .null else { return [] }
    guard let members = value.members else {
      throw RecordError(.badField, "\"\(name)\" must be an object of lists, by language")
    }
    var lists: [(Language, [JSONValue])] = []
    for member in members {
      guard let language = Language(rawValue: member.name) else {
        throw RecordError(.badField, "\"\(name)\" knows kk, ru and en; \"\(member.name)\" is none of them")
      }
      guard let elements = member.value.array else {
        throw RecordError(.badField, "\"\(name).\(member.name)\" must be a list")
      }
      lists.append((language, elements))
    }
    return lists
  }
}
