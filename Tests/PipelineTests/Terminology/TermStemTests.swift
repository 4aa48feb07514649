import Lingua
import Testing

@testable import Pipeline

/// Which words terms take for forms of one.
@Suite struct TermStemTests {
  private func stem(_ word: String, _ language: Language) throws -> String {
    var stemmers = try Stemmers()
    return String(decoding: TermStem.of(Array(word.utf8), language, &stemmers), as: UTF8.self)
  }

  @Test(
    "The forms of a Russian word have one stem",
    arguments: [
      "сигнал сигнала сигналу сигналом сигналы сигналов сигналами", "кредит кредита кредиту кредитом кредитов",
      "деталь детали деталью деталей деталями", "шкала шкалы шкал шкалам шкалу", "экран экрана экранов экранам",
      "режим режима режимом режимов", "автомобиль автомобиля автомобили автомобилей", "обмен обмена обменом обмену",
      "ткань ткани тканей тканью", "порошок порошка порошков", "исследование исследования исследований исследованию",
      "технология технологии технологию технологий технологиями", "зеленый зеленая зеленой зеленого зеленую",
      "микроскоп микроскопа микроскопом микроскопов", "микроскопия микроскопии микроскопию микроскопией",
    ])
  func one(_ forms: String) throws {
    let stems = try Set(forms.split(separator: " ").map { try stem(String($0), .ru) })
    #expect(stems.count == 1, "\(stems)")
  }

  @Test(
    "Words that mean different things have different ones",
    arguments: [
      ("микроскопия", "микроскоп"), ("технологии", "технологам"), ("хроматография", "хроматограф"),
      ("спектрометрией", "спектрометром"), ("исследование", "исследовать"),
    ])
  func different(_ a: String, _ b: String) throws { #expect(try stem(a, .ru) != stem(b, .ru)) }

  @Test(
    "The singular and the plural of an English word have one stem",
    arguments: [
      "model models", "box boxes", "database databases", "gas gases", "biogas biogases", "analysis analyses",
      "size sizes",
      "batch batches", "study studies", "virus viruses", "glass glasses",
    ])
  func english(_ forms: String) throws {
    let stems = try Set(forms.split(separator: " ").map { try stem(String($0), .en) })
    #expect(stems.count == 1, "\(stems)")
  }

  @Test(arguments: [("modeling", "model"), ("product", "production"), ("physics", "physic"), ("use", "us")])
  func englishKeepsDerivedWordsApart(_ a: String, _ b: String) throws {
    #expect(try stem(a, .en) != stem(b, .en))
  }
}
