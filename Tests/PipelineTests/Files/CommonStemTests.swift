import Pipeline
import Testing

@Suite struct CommonStemTests {
  @Test(arguments: [
    (["talk.kk.txt", "talk.ru.txt"], "talk"), (["talk_kk.txt", "talk_ru.txt", "talk_en.md"], "talk"),
    (["kk_talk.txt", "ru_talk.txt"], "talk"), (["a/kk/talk.txt", "a/ru/talk.txt"], "talk"),
    (["library.kk", "library.ru"], "library"), (["kk.txt", "ru.txt", "en.txt"], "kk+ru+en"),
    (["a.txt", "a.txt"], "a"), (["end.txt", "en.txt"], "end+en"), (["сөз-қаз.txt", "сөз-рус.txt"], "сөз"),
    (["-", "talk.txt"], "standard-input+talk"), ([".kk", ".ru"], ".kk+.ru"), (["talk.txt", "talk.en.txt"], "talk"),
    (["/dev/fd/63", "/dev/fd/62"], "63+62"), ([""], "document"), ([], "document"),
    (["1 мақала.txt", "1 статья.txt"], "1"),
  ])
  func isWhatTheNamesShare(paths: [String], expected: String) { #expect(commonStem(of: paths) == expected) }
}
