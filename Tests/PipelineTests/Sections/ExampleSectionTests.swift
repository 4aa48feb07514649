import Foundation
import Lingua
import Pipeline
import TestSupport
import Testing

/// What must be found in a document of `examples/`.
struct ExampleExpectation: Sendable, CustomTestStringConvertible {
  struct Part: Sendable {
    var language: Language
    var title: String
    /// The first and the last words of the abstract.
    var abstract: (first: String, last: String)
    var abstractLabel: String?
    var keywordLabel: String?
    var keywords: [String] = []
  }
  var name: String
  /// In the order in which they stand.
  var parts: [Part]
  var testDescription: String { name }
}

@Suite struct ExampleSectionTests {
  @Test(arguments: expectations)
  func example(_ expected: ExampleExpectation) throws {
    let url = Fixtures.packageFolder.appendingPathComponent("examples").appendingPathComponent(expected.name)
    let text = try String(contentsOf: url, encoding: .utf8)
    let format: Document.Format = expected.name.hasSuffix(".md") ? .markdown : .plain
    let sections = try SectionFinder().sections(of: Document(name: expected.name, text: text, format: format))
    var wanted: [String] = []
    for part in expected.parts {
      let tag = part.language.tag
      func section(_ kind: Section.Kind) -> Section? {
        sections.first { $0.language == part.language && $0.kind == kind }
      }
      wanted += ["\(tag) title", "\(tag) abstract"]
      #expect(section(.title)?.text == part.title)
      #expect(section(.title)?.label == nil)
      let abstract = section(.abstract)?.text ?? ""
      #expect(abstract.hasPrefix(part.abstract.first), "\(tag): \(abstract.prefix(60))")
      #expect(abstract.hasSuffix(part.abstract.last), "\(tag): \(abstract.suffix(60))")
      #expect(!abstract.contains("\n"))
      #expect(section(.abstract)?.label == part.abstractLabel)
      if part.keywordLabel != nil { wanted.append("\(tag) keywords") }
      #expect(section(.keywords)?.label == part.keywordLabel)
      let items = section(.keywords)?.text.split { $0 == "," || $0 == ";" }.map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: " ."))
      }
      #expect(items ?? [] == part.keywords)
    }
    #expect(sections.map { "\($0.language.tag) \($0.kind.rawValue)" } == wanted)
  }

  static let expectations: [ExampleExpectation] = [
    ExampleExpectation(
      name: "01-regional-integration.txt",
      parts: [
        .init(
          language: .en, title: "TRADE CORRIDORS OF CENTRAL ASIA: COMPETING ROUTES AND COMMON RULES",
          abstract: ("Since the early 1990s, the states", "than yet another railway line.")),
        .init(
          language: .kk, title: "Орталық Азияның сауда дәліздері: бәсекелес бағыттар мен ортақ қағидалар",
          abstract: ("1990 жылдардың басынан бері", "деген қорытындыға келеді."), keywordLabel: "Түйін сөздер:",
          keywords: [
            "Орталық Азия", "сауда дәліздері", "транзит", "Тәуелсіз мемлекеттер достастығы (ТМД)",
            "Еуразиялық экономикалық одақ (ЕАЭО)", "кедендік бақылау", "Транскаспий бағыты",
          ]),
        .init(
          language: .ru, title: "Торговые коридоры Центральной Азии: конкурирующие маршруты и общие правила",
          abstract: ("С начала 1990-х годов", "ещё одна железнодорожная линия."), keywordLabel: "Ключевые слова:",
          keywords: [
            "Центральная Азия", "торговые коридоры", "транзит", "Содружество Независимых Государств (СНГ)",
            "Евразийский экономический союз (ЕАЭС)", "таможенный контроль", "Транскаспийский маршрут",
          ]),
      ]),
    ExampleExpectation(
      name: "02-no-headings.txt",
      parts: [
        .init(
          language: .kk,
          title: "МЫРЗАШӨЛДІҢ СУАРМАЛЫ ТОПЫРАҚТАРЫНЫҢ ТҰЗДАНУЫН ҚАШЫҚТАН ЗОНДТАУ ДЕРЕКТЕРІ БОЙЫНША БАҒАЛАУ",
          abstract: ("Соңғы 30 жылда Мырзашөлдің", "0,61 мәнінен едәуір жоғары.")),
        .init(
          language: .ru,
          title: "ОЦЕНКА ЗАСОЛЕНИЯ ОРОШАЕМЫХ ПОЧВ ГОЛОДНОЙ СТЕПИ ПО ДАННЫМ ДИСТАНЦИОННОГО ЗОНДИРОВАНИЯ",
          abstract: ("За последние 30 лет доля", "К.С. Дарменовым в 1998 г.")),
        .init(
          language: .en,
          title: "ASSESSING THE SALINITY OF IRRIGATED SOILS IN THE HUNGRY STEPPE FROM REMOTE SENSING DATA",
          abstract: ("Over the past 30 years, the share", "obtained by K.S. Darmenov in 1998.")),
      ]),
    ExampleExpectation(
      name: "03-abstract-at-the-end.txt",
      parts: [
        .init(
          language: .ru, title: "Машинное обучение в морфологическом анализе казахского языка",
          abstract: ("Казахский язык относится", "нужны лингвистические правила."), abstractLabel: "Аннотация.",
          keywordLabel: "Ключевые слова:",
          keywords: [
            "казахский язык", "морфологический анализ", "машинное обучение", "нейронная сеть",
            "обработка естественного языка", "агглютинация",
          ]),
        .init(
          language: .kk, title: "Қазақ тілін морфологиялық талдаудағы машиналық оқыту",
          abstract: ("Қазақ тілі жалғамалы тілдерге", "ережелер бұрынғысынша қажет."), abstractLabel: "Аңдатпа.",
          keywordLabel: "Түйінді сөздер:",
          keywords: [
            "қазақ тілі", "морфологиялық талдау", "машиналық оқыту", "нейрондық желі", "табиғи тілді өңдеу",
            "агглютинация",
          ]),
        .init(
          language: .en, title: "Machine Learning in the Morphological Analysis of Kazakh",
          abstract: ("Kazakh is an agglutinative", "still need linguistic rules."), abstractLabel: "Abstract.",
          keywordLabel: "Keywords:",
          keywords: [
            "Kazakh language", "morphological analysis", "machine learning", "neural network",
            "natural language processing", "agglutination",
          ]),
      ]),
    ExampleExpectation(
      name: "04-mixed-script-label.txt",
      parts: [
        .init(
          language: .kk, title: "СУЫҚ КЛИМАТТАҒЫ ҒИМАРАТТАРДЫҢ ЭНЕРГИЯ ТИІМДІЛІГІ: ОН МЕКТЕП МЫСАЛЫНДА",
          abstract: ("Қазақстанның солтүстігінде жылыту", "ЖЭК үлесі 15 %-дан аспайды."),
          keywordLabel: "Tүйін cөздер:",
          keywords: [
            "энергия тиімділігі", "суық климат", "жылу шығыны", "жылу оқшаулау", "мектеп ғимараттары",
            "жаңартылатын энергия көздері",
          ]),
        .init(
          language: .ru, title: "ЭНЕРГОЭФФЕКТИВНОСТЬ ЗДАНИЙ В ХОЛОДНОМ КЛИМАТЕ НА ПРИМЕРЕ ДЕСЯТИ ШКОЛ",
          abstract: ("На севере Казахстана отопительный", "доля ВИЭ не превышает 15 %."),
          keywordLabel: "Ключeвыe cлова:",
          keywords: [
            "энергоэффективность", "холодный климат", "теплопотери", "теплоизоляция", "школьные здания",
            "возобновляемые источники энергии",
          ]),
        .init(
          language: .en, title: "ENERGY EFFICIENCY OF BUILDINGS IN A COLD CLIMATE: THE CASE OF TEN SCHOOLS",
          abstract: ("In northern Kazakhstan the heating", "share of RES does not exceed 15 %."),
          keywordLabel: "Keywords:",
          keywords: [
            "energy efficiency", "cold climate", "heat loss", "thermal insulation", "school buildings",
            "renewable energy sources",
          ]),
      ]),
    ExampleExpectation(
      name: "05-education.md",
      parts: [
        .init(
          language: .ru,
          title: "Инклюзивное образование в сельской школе: готовность учителей и поддержка семьи",
          abstract: ("Сельская школа часто оказывается", "приглашать родителей на занятия."),
          abstractLabel: "Аннотация.", keywordLabel: "Ключевые слова:",
          keywords: [
            "инклюзивное образование", "сельская школа", "малокомплектная школа", "готовность учителей",
            "педагог-ассистент", "поддержка семьи",
          ]),
        .init(
          language: .kk,
          title: "Ауыл мектебіндегі инклюзивті білім беру: мұғалімдердің дайындығы және отбасын қолдау",
          abstract: ("Көп жағдайда ауыл мектебі", "сабаққа жүйелі түрде шақыру."), abstractLabel: "Аңдатпа.",
          keywordLabel: "Түйін сөздер:",
          keywords: [
            "инклюзивті білім беру", "ауыл мектебі", "шағын жинақты мектеп", "мұғалімдердің дайындығы",
            "педагог-ассистент", "отбасын қолдау",
          ]),
        .init(
          language: .en, title: "Inclusive Education in Rural Schools: Teacher Readiness and Family Support",
          abstract: ("A rural school is often", "invite parents to lessons."), abstractLabel: "Abstract.",
          keywordLabel: "Keywords:",
          keywords: [
            "inclusive education", "rural school", "teacher readiness", "teaching assistant", "family support",
          ]),
      ]),
    ExampleExpectation(
      name: "06-bilingual.txt",
      parts: [
        .init(
          language: .kk,
          title: "Диссертациялар мен ғылыми есептерде бірыңғай терминологиялық глоссарийді қолдану туралы",
          abstract: ("Ғылыми кеңес үш жыл ішінде", "Глоссарий жыл сайын жаңартылады."), abstractLabel: "Аңдатпа.",
          keywordLabel: "Кілт сөздер:",
          keywords: ["ғылыми кеңес", "шешім", "терминология", "бірыңғай глоссарий", "диссертация"]),
        .init(
          language: .ru,
          title: "О применении единого терминологического глоссария в диссертациях и научных отчётах",
          abstract: ("Учёный совет рассмотрел 64", "Глоссарий обновляется ежегодно."), abstractLabel: "Аннотация.",
          keywordLabel: "Ключевые слова:",
          keywords: ["учёный совет", "решение", "терминология", "единый глоссарий", "диссертация"]),
      ]),
  ]
}
