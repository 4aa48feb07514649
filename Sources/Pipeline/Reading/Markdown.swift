public import Lingua

/// Takes the markup out of Markdown (CommonMark, and the tables and strike-outs of GitHub) as a list of edits, so that
/// offsets of the plain text lead back to the source.
///
/// Words stay as they are: of a link its text, of an image its description, of code its content. List markers stay,
/// because enumerations are told by them. A bracket that is no link stays a bracket: `[1]` is a reference to literature.
public struct Markdown: Sendable {
  /// The rule of its edits.
  public static let rule = EditRule(rawValue: "markdown")

  /// The text without markup, and the edits on the source that make it.
  public static func plainText(of source: String) -> NormalizedText {
    let bytes = Array(source.utf8)
    var blocks = MarkdownBlocks(bytes: bytes)
    blocks.read()
    let edits = blocks.edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    // Two marks can claim one place (a list of one star, an image in a link); the first has it.
    var kept: [Edit] = []
    var end = 0
    for edit in edits where edit.range.lowerBound >= end && !edit.range.isEmpty {
      kept.append(edit)
      end = edit.range.upperBound
    }
    let text = (try? kept.replay(on: source)) ?? source
    return NormalizedText(text: text, edits: kept)
  }
}
