import Lingua
import Pipeline
import TestSupport
import Testing

@Suite struct LanguageTrainerTests {
  /// A folder with a few lines of each class that training asks for.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lines = [
      "kk": "Бұл үлкен қала\nОл кітап оқыды\nБіз үйге бардық\n",
      "ru": "Это большой город\nОн читал книгу\nМы пошли домой\n",
      "en": "This is a large town\nHe was reading the book\nWe went home then\n",
      "kk-Latn": "Bul ulken qala\nOl kitap oqydy\nBiz uige bardyq\n",
      "kk-Arab": "بۇل ۇلكەن قالا\nول كىتاپ وقىدى\nءبىز ۇيگە باردىق\n",
    ]
    for (tag, text) in lines { try folder.write(String(repeating: text, count: 120), to: "\(tag).own.txt") }
    return folder
  }

  private func trainer(_ folder: TemporaryFolder, _ split: TrainingSplit = TrainingSplit()) -> LanguageTrainer {
    var trainer = LanguageTrainer(folder: folder.path, split: split)
    trainer.samples = 4000
    return trainer
  }

  @Test func learnsTheSameBytesEachTime() throws {
    let folder = try folder()
    let model = try trainer(folder).model()
    #expect(try trainer(folder).model() == model)
    let lexicons = Lexicons(origin: "test", files: ["learned/languages.bin": model])
    let identifier = try LanguageIdentifier(lexicons: lexicons)
    for (text, language) in [("үлкен қала", "kk"), ("большой город", "ru"), ("a large town", "en")] {
      #expect(identifier.identify(text, among: Set(Language.allCases)).language.rawValue == language)
    }
  }

  @Test func leavesOutWhatItIsTold() throws {
    let folder = try folder()
    let all = try trainer(folder).model()
    try folder.write(String(repeating: "Совсем другие слова стоят здесь\n", count: 200), to: "ru.news.txt")
    #expect(try trainer(folder).model() != all)
    #expect(try trainer(folder, TrainingSplit(leftOut: ["news"])).model() == all)
    #expect(
      try trainer(folder, TrainingSplit(part: 0, of: 2)).model()
        != trainer(folder, TrainingSplit(part: 1, of: 2)).model())
  }

  @Test func namesTheTagWithoutText() throws {
    let folder = try folder()
    #expect(throws: LanguageTrainer.Failure.noText(tag: "en", folder: folder.path)) {
      _ = try trainer(folder, TrainingSplit(leftOut: [])).withoutEnglish(folder)
    }
  }
}

extension LanguageTrainer {
  /// The model of the same folder after its English text has gone.
  fileprivate func withoutEnglish(_ folder: TemporaryFolder) throws -> [UInt8] {
    try folder.write("", to: "en.own.txt")
    return try model()
  }
}
