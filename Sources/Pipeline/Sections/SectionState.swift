internal import Lingua

/// What a line can be part of.
enum SectionState: Hashable {
  /// Front matter that belongs to no language: classifiers, authors before the title, a journal's name.
  case outside
  /// The body of the article.
  case body
  /// The list of references.
  case references
  case title(Language)
  /// Authors and addresses between a title and its abstract.
  case credits(Language)
  case abstract(Language)
  case keywords(Language)

  /// All states; a path is a list of indices in it.
  static let all: [SectionState] =
    [.outside, .body, .references] + Language.allCases.map { .title($0) } + Language.allCases.map { .credits($0) }
    + Language.allCases.map { .abstract($0) } + Language.allCases.map { .keywords($0) }
}
