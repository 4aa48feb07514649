internal import Glibc
public import Lingua

/// Learns the model of language identification from a folder of text.
public struct LanguageTrainer: Sendable {
  /// A folder that a model cannot be learned from.
  public enum Failure: Error, Hashable, Sendable {
    /// The folder or a file cannot be read.
    case file(FileError)
    /// ICU's data cannot be read.
    case icu(ICUError)
    /// There is no text of a class that the model needs.
    case noText(tag: String, folder: String)
  }

  /// The folder with `TAG.SOURCE.txt` files.
  public let folder: String
  /// Which of it is learned from.
  public let split: TrainingSplit
  /// How many stretches of text each script's weights see.
  public var samples = 1_500_000

  /// A trainer over the files of a folder.
  public init(folder: String, split: TrainingSplit = TrainingSplit()) {
    self.folder = folder
    self.split = split
  }

  /// One class: the tags of its files, its answer, how often it is drawn for learning, and how often it is met.
  private struct Class {
    var files: [String]
    var tag: String
    var share: Double
    var prior: Float

    init(_ files: String..., tag: String? = nil, share: Double = 1, prior: Float) {
      self.files = files
      self.tag = tag ?? files[0]
      self.share = share
      self.prior = prior
    }
  }

  private static let cyrillic: [Class] =
    [
      Class("kk", share: 3, prior: 0.28), Class("kk-lost", tag: "kk", share: 1.5, prior: 0.03),
      Class("ru", share: 3, prior: 0.31),
    ] + ["ky", "tt", "ba", "mn", "uk", "be", "bg", "sr", "mk", "tg"].map { Class($0, prior: 0.036) }
    + [Class("uz-Cyrl", tag: "uz", prior: 0.02)]

  private static let latin: [Class] =
    [Class("en", share: 5, prior: 0.4), Class("kk-Latn", tag: "kk", share: 3, prior: 0.1)]
    + ["tr", "az", "uz", "tk", "de", "fr", "es", "nl"].map { Class($0, share: 1.5, prior: 0.045) }
    + ["it", "pl", "pt", "fi", "cs", "sk", "sl", "hu", "ro", "et", "lv", "lt", "da", "nb", "sv", "vi", "ca"].map {
      Class($0, share: 0.7, prior: 0.006)
    } + [
      Class("hr", "sr-Latn", "bs", prior: 0.006), Class("id", "ms", prior: 0.006),
      Class("is", "cy", "ga", "eu", "la", "tl", "sw", "eo", "sq", tag: "und", prior: 0.01),
    ]

  private static let arabic: [Class] = [
    Class("kk-Arab", tag: "kk", share: 3, prior: 0.4), Class("ug", prior: 0.15), Class("ar", prior: 0.15),
    Class("fa", prior: 0.15), Class("ur", prior: 0.1), Class("ps", prior: 0.05),
  ]

  /// The model as the bytes of `learned/languages.bin`; the same text gives the same bytes.
  ///
  /// - Throws: `Failure`.
  public func model() throws(Failure) -> [UInt8] {
    let table: [UInt8]
    do { table = try LetterTable.unicodeBytes() } catch { throw .icu(error) }
    let walk = FolderWalk(folder)
    if let failure = walk.failures.first { throw .file(failure) }
    let files = walk.files.filter { $0.hasSuffix(".txt") }.sorted()
    var body = table + [UInt8](repeating: 0, count: LanguageModel.padded(table.count) - table.count)
    for (group, classes, bits) in [
      (LetterGroup.cyrillic, Self.cyrillic, 17), (.latin, Self.latin, 15), (.arabic, Self.arabic, 13),
    ] {
      body += try train(group, classes, bits: bits, files: files, table: table)
    }
    var bytes = [UInt8](repeating: 0, count: LanguageModel.headerSize)
    bytes.replaceSubrange(0..<8, with: LanguageModel.magic)
    bytes.write(LanguageModel.version, at: 8)
    bytes.write(UInt32(LetterGroup.allCases.count), at: 12)
    bytes.write(UInt64(LanguageModel.headerSize + body.count), at: 16)
    bytes.write(LanguageModel.checksum(body), at: 24)
    return bytes + body
  }

  private func train(
    _ group: LetterGroup, _ classes: [Class], bits: Int, files: [String], table: [UInt8]
  ) throws(Failure) -> [UInt8] {
    let text: TrainingText
    do throws(FileError) {
      text = try table.withUnsafeBufferPointer { (buffer) throws(FileError) in
        guard let base = buffer.baseAddress else { return TrainingText(classes: []) }
        return try TrainingText(
          folder: folder, files: files, tags: classes.map(\.files), group: group, split: split,
          letters: LetterTable(folds: base))
      }
    } catch {
      throw .file(error)
    }
    for required in ["kk", "kk-Latn", "kk-Arab", "ru", "en"] {
      if let k = classes.firstIndex(where: { $0.files[0] == required }), text.classes[k].learning.isEmpty {
        throw .noText(tag: required, folder: folder)
      }
    }
    let total = classes.reduce(Float(0)) { $0 + $1.prior }
    var trainer = ScriptTrainer(text: text, shares: classes.map(\.share), bits: bits)
    trainer.samples = group == .arabic ? samples / 4 : samples
    return trainer.train(tags: classes.map(\.tag), priors: classes.map { logf($0.prior / total) })
  }
}
