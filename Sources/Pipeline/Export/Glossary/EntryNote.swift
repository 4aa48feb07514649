/// What formats of translators have no field for, as notes that people and our reader understand.
///
/// The first note of an entry is "status: approved; kinds: acronym, keyword; score: 0.93; evidence: paren 2"; doubts follow,
/// "needs review: conflict: …", and what somebody wrote, as it is, but for "note: " before what would look like the others.
enum EntryNote {
  private static let doubt = "needs review: "
  private static let own = "note: "
  private static let state = "status: "

  /// The notes of an entry.
  ///
  /// - Parameters:
  ///   - entry: the entry.
  ///   - name: what it is called in the file; its own name is noted where that is another.
  static func notes(of entry: GlossaryEntry, name: String) -> [String] {
    var parts = ["\(state)\(entry.status.rawValue)"]
    parts.append("kinds: " + entry.kinds.map(\.rawValue).joined(separator: ", "))
    if !entry.scoreText.isEmpty { parts.append("score: \(entry.scoreText)") }
    if !entry.evidence.isEmpty {
      parts.append("evidence: " + entry.evidence.map { "\(clean($0.name)) \($0.documents)" }.joined(separator: ", "))
    }
    if name != entry.id { parts.append("id: \(clean(entry.id))") }
    var notes = [parts.joined(separator: "; ")]
    notes += entry.flags.map { doubt + $0.text }
    if let note = entry.note {
      notes.append([doubt, own, state].contains { note.hasPrefix($0) } ? own + note : note)
    }
    return notes
  }

  /// Takes what a note says into an entry.
  ///
  /// - Returns: whether the note is one that `notes(of:name:)` began with, so that the entry is one of ours.
  static func read(_ note: String, into entry: inout GlossaryEntry) -> Bool {
    if note.hasPrefix(state) {
      let parts = pieces(note, "; ")
      guard parts.count > 1, parts[1].hasPrefix("kinds: ") else {
        add(note, to: &entry)
        return false
      }
      for part in parts { take(part, into: &entry) }
      return true
    }
    if note.hasPrefix(doubt), let flag = GlossaryFlag(text: String(note.dropFirst(doubt.count))) {
      entry.flags.append(flag)
    } else if note.hasPrefix(own) {
      add(String(note.dropFirst(own.count)), to: &entry)
    } else {
      add(note, to: &entry)
    }
    return false
  }

  /// Adds a line to what somebody wrote.
  static func add(_ note: String, to entry: inout GlossaryEntry) {
    if note.isEmpty { return }
    entry.note = entry.note.map { $0 + "\n" + note } ?? note
  }

  private static func take(_ part: String, into entry: inout GlossaryEntry) {
    let words = pieces(part, ": ")
    let value = words.dropFirst().joined(separator: ": ")
    switch words[0] {
    case "status": entry.status = GlossaryEntry.Status(rawValue: value) ?? entry.status
    case "kinds": entry.kinds = pieces(value, ", ").compactMap(GlossaryEntry.Kind.init)
    case "score": entry.score = Double(value) ?? entry.score
    case "id": entry.id = value
    case "evidence":
      entry.evidence = pieces(value, ", ").compactMap { item in
        let words = pieces(item, " ")
        guard let last = words.last, let count = Int(last) else { return nil }
        return GlossaryEntry.Evidence(words.dropLast().joined(separator: " "), documents: count)
      }
    default: break
    }
  }

  private static func pieces(_ text: String, _ separator: String) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  /// Without what separates the parts.
  private static func clean(_ text: String) -> String { String(text.map { $0 == ";" || $0 == "," ? " " : $0 }) }
}

extension GlossaryFlag {
  /// Reads what `text` shows; nil for a reason that there is not.
  init?(text: String) {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
    guard let reason = Reason(rawValue: String(decoding: bytes[..<end], as: UTF8.self)) else { return nil }
    let rest = bytes[end...].drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
    self.init(reason, String(decoding: rest, as: UTF8.self))
  }
}
