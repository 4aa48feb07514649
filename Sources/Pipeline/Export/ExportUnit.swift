internal import Lingua

/// What translation formats hold of a document: a title, a bead or a keyword row.
struct ExportUnit: Sendable {
  /// What the texts are.
  enum Kind: String, Sendable {
    case title
    case sentence
    case keyword
  }
  let kind: Kind
  /// Its name inside the document: "t", "s3", "k1".
  let id: String
  /// The text of each language; nil where there is none.
  let texts: Trilingual<String?>
  /// The bead whose sentences they are.
  var bead: Bead?
}

extension DocumentAnalysis {
  /// Title, beads and keyword rows, in this order.
  var exportUnits: [ExportUnit] {
    func clean(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    let titles = Trilingual(
      kk: clean(section(.title, .kk)?.text), ru: clean(section(.title, .ru)?.text),
      en: clean(section(.title, .en)?.text))
    var units = [ExportUnit(kind: .title, id: "t", texts: titles)]
    for (k, bead) in beads.enumerated() {
      let texts = Trilingual(
        kk: clean(text(of: bead, in: .kk)), ru: clean(text(of: bead, in: .ru)), en: clean(text(of: bead, in: .en)))
      units.append(ExportUnit(kind: .sentence, id: "s\(k + 1)", texts: texts, bead: bead))
    }
    for (k, row) in keywords.enumerated() {
      units.append(ExportUnit(kind: .keyword, id: "k\(k + 1)", texts: row.terms.map(clean)))
    }
    return units
  }
}

/// A unit of an export that holds two languages; one of the texts may be missing, not both.
struct BilingualUnit: Sendable {
  let kind: ExportUnit.Kind
  let id: String
  let source: String?
  let target: String?
  /// The bead's score as text, and how many sentences it has of source and target: "1:2".
  let score: String?
  let shape: String?
  /// Whether a reader should look at it.
  let needsReview: Bool

  /// nil where the unit has neither language.
  init?(_ unit: ExportUnit, _ pair: LanguagePair, options: ExportOptions) {
    source = unit.texts[pair.source]
    target = unit.texts[pair.target]
    if source == nil && target == nil { return nil }
    kind = unit.kind
    id = unit.id
    score = unit.bead.flatMap { $0.scoreText.isEmpty ? nil : $0.scoreText }
    shape = unit.bead.map { "\($0.sentences[pair.source].count):\($0.sentences[pair.target].count)" }
    needsReview = unit.bead.map { options.needsReview($0.score) } ?? false
  }

  /// What a translator should know, each with its kind: how sure the bead is, its shape, and why to look at it.
  var notes: [(category: String, text: String)] {
    var notes: [(category: String, text: String)] = []
    if let score { notes.append(("score", "score \(score)")) }
    if let shape { notes.append(("shape", "shape \(shape)")) }
    if source == nil || target == nil { notes.append(("unaligned", "no counterpart")) }
    if needsReview { notes.append(("review", "needs review")) }
    return notes
  }
}
