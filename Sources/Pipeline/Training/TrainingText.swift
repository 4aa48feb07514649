internal import Lingua

/// The text that a model of languages learns from: a folder of `TAG.SOURCE.txt`, one sentence or message a line.
struct TrainingText {
  /// The words of one file, as the letter codes of one script.
  struct Source {
    var name: String
    var codes: [UInt8] = []
    /// Where each word ends among the codes.
    var wordEnds: [Int32] = [0]
    /// Where each line ends among the words; a line without words is left out.
    var lineEnds: [Int32] = [0]

    var lineCount: Int { lineEnds.count - 1 }
    func line(_ k: Int) -> Range<Int> { Int(lineEnds[k])..<Int(lineEnds[k + 1]) }
  }

  /// The text of one class.
  struct Class {
    /// The tag in the files' names, such as "kk-lost".
    var tag: String
    var learning: [Source] = []
    /// Lines that nothing is learned from, to measure by.
    var measuring: [Source] = []
  }

  var classes: [Class]
}

/// Which lines of the files are learned from.
public struct TrainingSplit: Hashable, Sendable {
  /// Sources that are left out, such as "ntrex".
  public var leftOut: Set<String>
  /// The part of the lines that is left out: blocks of 40 lines take turns, and every `of`-th one is, from `part` on.
  private var part = 0
  private var of = 0

  /// All lines of all sources.
  public init(leftOut: Set<String> = []) { self.leftOut = leftOut }

  /// All lines but those of one part.
  ///
  /// - Parameters:
  ///   - leftOut: sources that are left out, such as "ntrex".
  ///   - part: which part is held out, from 0 on.
  ///   - of: how many parts there are.
  public init(leftOut: Set<String> = [], part: Int, of: Int) {
    self.leftOut = leftOut
    self.part = part
    self.of = of
  }

  static let block = 40

  /// Whether nothing is to be known of a line.
  func holdsOut(line: Int) -> Bool { of > 0 && line / Self.block % of == part }
  /// Whether a line serves to measure: one block in twenty.
  func measures(line: Int) -> Bool { line / Self.block % 20 == 7 }
}

extension TrainingText {
  /// At most so many bytes of one file are read, evenly spread over it.
  private static let largestSource = 1_200_000

  /// Reads the files of some classes.
  ///
  /// - Throws: `FileError` when the folder or a file cannot be read.
  init(
    folder: String, files: [String], tags: [[String]], group: LetterGroup, split: TrainingSplit, letters: LetterTable
  ) throws(FileError) {
    classes = []
    for variants in tags {
      var found = Class(tag: variants[0])
      for name in files {
        let parts = name.split(separator: ".")
        guard parts.count == 3, variants.contains(String(parts[0])) else { continue }
        let source = parts[1].split(separator: "+").first.map(String.init) ?? ""
        if split.leftOut.contains(source) { continue }
        let bytes = try LexiconFolder.bytes(of: FolderWalk.path(folder, name))
        var learning = Source(name: source)
        var measuring = Source(name: source)
        let turn = max(1, bytes.count / Self.largestSource + (bytes.count % Self.largestSource > 0 ? 1 : 0))
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
          number += 1
          if split.holdsOut(line: number) || turn > 1 && number % turn != 0 { continue }
          if split.measures(line: number) {
            measuring.add(line, group: group, letters: letters)
          } else {
            learning.add(line, group: group, letters: letters)
          }
        }
        if learning.lineCount > 0 { found.learning.append(learning) }
        if measuring.lineCount > 0 { found.measuring.append(measuring) }
      }
      classes.append(found)
    }
  }
}

extension TrainingText.Source {
  mutating func add(_ line: ArraySlice<UInt8>, group: LetterGroup, letters: LetterTable) {
    var before = wordEnds.count
    line.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * WordScan.longest + 8) { scratch in
        guard let room = scratch.baseAddress else { return }
        var scan = WordScan(bytes, letters: letters, scratch: room)
        while scan.next() {
          if scan.group != group { continue }
          codes.append(contentsOf: UnsafeBufferPointer(start: scan.codes + 1, count: scan.count))
          wordEnds.append(Int32(codes.count))
        }
      }
    }
    before = wordEnds.count - before
    if before > 0 { lineEnds.append(Int32(wordEnds.count - 1)) }
  }
}
