/// Takes the sheets of a workbook in their order.
struct WorkbookEvents: MarkupEvents {
  var sheets: [(name: String, relation: String)] = []

  mutating func start(_ element: MarkupElement) {
    guard element.isNamed("sheet") else { return }
    sheets.append((element.text("name") ?? "", element.text("id") ?? ""))
  }
  mutating func end() {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Takes where the parts of a workbook lie, by the names that it has for them.
struct RelationEvents: MarkupEvents {
  var targets: [String: String] = [:]

  mutating func start(_ element: MarkupElement) {
    guard element.isNamed("Relationship"), let id = element.text("Id"), let target = element.text("Target") else {
      return
    }
    targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
  mutating func end() {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Takes the strings that cells share.
struct SharedStringEvents: MarkupEvents {
  var strings: [String] = []
  private var string = SheetText()

  mutating func start(_ element: MarkupElement) {
    if element.isNamed("si") { string = SheetText() }
    string.start(element)
  }
  mutating func end() {
    if string.end() { strings.append(string.value) }
  }
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { string.text(bytes) }
}

/// The text of a string in a workbook, which may be in runs of different looks, and may have readings beside it.
struct SheetText {
  private enum Part { case string, text, reading, other }

  private var open: [Part] = []
  private var bytes: [UInt8] = []

  /// The text, with what XML cannot hold in place of its spelling.
  var value: String { Self.unspelled(bytes) }

  mutating func start(_ element: MarkupElement) {
    if element.isNamed("si") || element.isNamed("is") {
      open.append(.string)
    } else if element.isNamed("t") {
      open.append(.text)
    } else {
      open.append(element.isNamed("rPh") ? .reading : .other)
    }
  }

  /// Whether the string ended.
  mutating func end() -> Bool {
    if case .string? = open.popLast() { true } else { false }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard case .text? = open.last else { return }
    if open.contains(where: { if case .reading = $0 { true } else { false } }) { return }
    bytes += text
  }

  /// `_x000D_` as a carriage return, and so on (ECMA-376-1, 22.9.2.19).
  static func unspelled(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var k = 0
    while k < bytes.count {
      if SheetWriter.isSpelling(bytes[k...]),
        let value = UInt32(String(decoding: bytes[(k + 2)..<(k + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += String(scalar).utf8
        k += 7
      } else {
        result.append(bytes[k])
        k += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Takes the rows of a sheet.
struct SheetEvents: MarkupEvents {
  /// More columns than any glossary has; what stands behind them is not looked at.
  private static let mostColumns = 256
  /// More cells than memory should be given for, those counted that stand before a lone one far to the right.
  static let mostCells = 1 << 23

  private enum Part { case row, cell, value, inline, other }

  /// The rows that have cells, by their numbers from 1.
  private(set) var rows: [DelimitedRows.Row] = []
  /// How many cells they have; rows are not taken any more behind `mostCells`.
  private(set) var cellCount = 0

  private let strings: [String]
  private var open: [Part] = []
  private var row = DelimitedRows.Row(line: 0, cells: [])
  private var column = 0
  private var type = ""
  private var bytes: [UInt8] = []
  private var string = SheetText()
  private var isInString = false

  /// A sheet of a workbook with these shared strings.
  init(strings: [String]) { self.strings = strings }

  mutating func start(_ element: MarkupElement) {
    if isInString {
      string.start(element)
      return open.append(.other)
    }
    if element.isNamed("row") {
      open.append(.row)
      row = DelimitedRows.Row(line: element.text("r").flatMap { Int($0) } ?? row.line + 1, cells: [])
      column = -1
    } else if element.isNamed("c") {
      open.append(.cell)
      column = element.value("r").flatMap(Self.column) ?? column + 1
      type = element.text("t") ?? ""
      bytes = []
      string = SheetText()
    } else if element.isNamed("v") {
      open.append(.value)
    } else if element.isNamed("is") {
      open.append(.inline)
      isInString = true
      string.start(element)
    } else {
      open.append(.other)
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isInString { return string.text(text) }
    if case .value? = open.last { bytes += text }
  }

  mutating func end() {
    switch open.popLast() {
    case .row?:
      cellCount += row.cells.count
      if !row.cells.isEmpty, cellCount <= Self.mostCells { rows.append(row) }
    case .cell?: finishCell()
    case .inline?:
      isInString = false
      _ = string.end()
    case .other? where isInString: _ = string.end()
    default: break
    }
  }

  private mutating func finishCell() {
    let value: String
    switch type {
    case "s":
      let number = Int(String(decoding: bytes, as: UTF8.self).trimmed) ?? -1
      value = strings.indices.contains(number) ? strings[number] : ""
    case "inlineStr": value = string.value
    case "str": value = SheetText.unspelled(bytes)
    // What a formula failed with is no text.
    case "e": value = ""
    default: value = String(decoding: bytes, as: UTF8.self)
    }
    guard column >= 0, column < Self.mostColumns, !value.isEmpty else { return }
    while row.cells.count <= column { row.cells.append("") }
    row.cells[column] = value
  }

  /// The column of a reference such as "AB12", from 0.
  private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
      column = column * 26 + Int(byte) - 64
      if column > 20_000 { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}
