import Glibc
import Pipeline
import Synchronization

/// The decisions of a termbase about a glossary that is to be written; none where there is no termbase.
final class GlossaryDecisions: Sendable {
  private let base: Termbase?
  private let keepsSeen: Bool
  private let settlement = Mutex<Termbase.Settlement?>(nil)

  init(_ base: Termbase?, keepsSeen: Bool) {
    self.base = base
    self.keepsSeen = keepsSeen
  }

  /// What the decisions make of a glossary.
  func settle(_ glossary: Pipeline.Glossary) throws(ExportError) -> Pipeline.Glossary {
    guard let base else { return glossary }
    do throws(TermbaseError) {
      let made = try base.settle(glossary, keepsSeen: keepsSeen)
      settlement.withLock { $0 = made }
      return made.glossary
    } catch { throw ExportError(format: "termbase", reason: .termbase(error)) }
  }

  /// Remembers what was proposed; to be called when the glossary has been written, so that nothing is taken for seen that
  /// nobody could see.
  ///
  /// - Throws: `TermbaseError` when the termbase cannot be written.
  func note() throws {
    guard let base, let made = settlement.withLock({ $0 }) else { return }
    try base.note(made, at: time(nil))
  }

  /// Leaves no termbase behind that was made for a glossary that could not be written.
  func abandon() { base?.removeIfUnused() }
}
