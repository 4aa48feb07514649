/// Several things in one cell of a table: "ЕАЭО | ЕЭО".
///
/// `\|` is a bar that separates nothing, `\\` a backslash. What a term is that its place does not say stands before it
/// in braces, "{deprecated} ЕАЭС"; a brace that begins a term is `\{`.
enum CellList {
  private static let bar = UInt8(ascii: "|")
  private static let backslash = UInt8(ascii: "\\")
  private static let brace = UInt8(ascii: "{")

  /// The cell that holds some texts; empty ones are left out.
  static func joined(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.map { escaped($0) }.joined(separator: " | ")
  }

  /// The cell that holds some terms.
  ///
  /// - Parameters:
  ///   - terms: the terms; those without text are left out.
  ///   - usualForm: the form that needs no word.
  static func joined(_ terms: [GlossaryTerm], usualForm: GlossaryTerm.Form) -> String {
    terms.filter { !$0.text.isEmpty }.map { term in
      var marks: [String] = []
      if term.form != usualForm { marks.append(term.form.rawValue) }
      if let usage = term.usage { marks.append(usage.rawValue) }
      let text = (term.text.utf8.first == brace ? "\\" : "") + escaped(term.text)
      return marks.isEmpty ? text : "{\(marks.joined(separator: ", "))} \(text)"
    }.joined(separator: " | ")
  }

  /// The texts that a cell holds.
  static func texts(_ cell: String) -> [String] { items(cell).map { unescaped($0) } }

  /// The terms that a cell holds.
  static func terms(_ cell: String, usualForm: GlossaryTerm.Form) -> [GlossaryTerm] {
    items(cell).compactMap { item in
      var term = GlossaryTerm("", form: usualForm)
      var text = item[...]
      if item.first == brace, let end = item.firstIndex(of: UInt8(ascii: "}")) {
        let marks = item[1..<end].split(separator: UInt8(ascii: ",")).map {
          String(decoding: trimmed(Array($0)), as: UTF8.self)
        }
        let isKnown = marks.allSatisfy {
          GlossaryTerm.Form(rawValue: $0) != nil || GlossaryTerm.Usage(rawValue: $0) != nil
        }
        if isKnown, !marks.isEmpty {
          for mark in marks {
            if let form = GlossaryTerm.Form(rawValue: mark) { term.form = form }
            if let usage = GlossaryTerm.Usage(rawValue: mark) { term.usage = usage }
          }
          text = item[(end + 1)...]
        }
      }
      term.text = unescaped(trimmed(Array(text)))
      return term.text.isEmpty ? nil : term
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == bar || $0 == backslash }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == bar || byte == backslash { bytes.append(backslash) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A backslash before anything but what is escaped stands for itself: people type paths.
  private static func unescaped(_ item: [UInt8]) -> String {
    var bytes: [UInt8] = []
    var k = 0
    while k < item.count {
      if item[k] == backslash, k + 1 < item.count, [bar, backslash, brace].contains(item[k + 1]) { k += 1 }
      bytes.append(item[k])
      k += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between bars, still escaped, without blanks at its ends; nothing for empty items.
  private static func items(_ cell: String) -> [[UInt8]] {
    var items: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in cell.utf8 {
      if byte == bar, !isEscaped {
        items.append([])
      } else {
        items[items.count - 1].append(byte)
      }
      isEscaped = byte == backslash && !isEscaped
    }
    return items.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ item: [UInt8]) -> [UInt8] {
    guard let first = item.firstIndex(where: { $0 > 0x20 }), let last = item.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return Array(item[first...last])
  }
}
