import Lingua
import Testing

@Suite struct LanguageIdentifierTests {
  private let identifier = LanguageIdentifier()

  @Test(arguments: [
    ("Қала үлкен және жаңа.", "kk", "Cyrl"), ("ҚАЛА ҮЛКЕН", "kk", "Cyrl"), ("Город большой и новый.", "ru", "Cyrl"),
    ("ГОРОД БОЛЬШОЙ", "ru", "Cyrl"), ("The town is large and new.", "en", "Latn"), ("THE TOWN IS OLD", "en", "Latn"),
    // Without a letter that only Kazakh has.
    ("болып табылады", "kk", "Cyrl"), ("балалар туралы баяндама жасады", "kk", "Cyrl"), ("отырып жазды", "kk", "Cyrl"),
    ("Алматыда тұрады", "kk", "Cyrl"), ("мемлекеттер арасында", "kk", "Cyrl"), ("работа над ошибками", "ru", "Cyrl"),
    // Letters lost in scanning.
    ("Казакстан халкынын енбегі мен тарихы туралы", "kk", "Cyrl"),
    ("Бул макалада онер мен гылымнын дамуы карастырылады.", "kk", "Cyrl"),
    // Latin look-alikes typed inside Cyrillic words, and letters that stand in for Kazakh ones.
    ("қaлa үлкeн", "kk", "Cyrl"), ("бoлып тaбылaды", "kk", "Cyrl"), ("гoрoд бoльшoй", "ru", "Cyrl"),
    ("əлем жəне біз", "kk", "Cyrl"), ("бiлiм беру", "kk", "Cyrl"), ("ҽлем мен біз", "kk", "Cyrl"),
    // Decomposed, with a soft hyphen, with NBSP.
    ("бои\u{306}ынша жасалды", "kk", "Cyrl"), ("болып та\u{AD}бы\u{AD}лады", "kk", "Cyrl"),
    ("и\u{A0}в\u{A0}городе", "ru", "Cyrl"),
    // An address is no word of any language.
    ("кітапхана: oqu@example.org", "kk", "Cyrl"), ("Подробнее: https://www.example.com/all/the/news", "ru", "Cyrl"),
    // No letters, other scripts.
    ("", "und", "Zyyy"), ("12 345,6 — \u{0}", "und", "Zyyy"), ("你好世界", "und", "Hani"),
    ("Καλημέρα σε όλους", "und", "Grek"),
  ])
  func identifies(text: String, language: String, script: String) {
    let guess = identifier.identify(text)
    #expect(guess.language.rawValue == language)
    #expect(guess.script.rawValue == script)
    #expect((0...1).contains(guess.confidence))
  }

  @Test(arguments: [
    ("Biz bul kitapty mektepte oqydyq, sondyqtan ony jaqsy bilemiz.", "2021, ASCII"),
    ("Qala\u{301} men ay\u{301}yl arasynda jan\u{301}a jol salyndy.", "2018, decomposed"),
    ("Osy jyly kóp adam qalag\u{301}a kóship keldi jáne jumys tapty.", "2018"),
    ("Bu'l en'bekte tilimizdin' damy'y zerttelgen.", "2017"),
    ("Balalar mektepke bardy, mūğalım jaña sabaqty tüsındırdı.", "2021"),
    ("Ўlken qalalarda turatyn adamdardyn kopshiligi zhumys isteydi.", "BGN with a slip"),
  ])
  func knowsKazakhInLatin(text: String, alphabet: String) {
    let guess = identifier.identify(text)
    #expect(guess.language.rawValue == "kk", "\(alphabet)")
    #expect(guess.script == .latin)
  }

  @Test(arguments: [
    "بۇل كىتاپتى ءبىز مەكتەپتە وقىدىق، سوندىقتان ونى جاقسى بىلەمىز.",
    "قالا مەن اۋىل اراسىندا جاڭا جول سالىندى.", "بىزدىڭ ٴتىلىمىز",
  ])
  func knowsKazakhInArabic(text: String) {
    let guess = identifier.identify(text)
    #expect(guess.language.rawValue == "kk")
    #expect(guess.script == .arabic)
  }

  @Test(arguments: [
    ("ky", "Бул китеп шаар жана анда жашаган адамдар жөнүндө айтып берет."),
    ("tt", "Бу китап шәһәр һәм анда яшәүче кешеләр турында сөйли."),
    ("ba", "Был китап ҡала һәм унда йәшәгән кешеләр тураһында һөйләй."),
    ("mn", "Энэ ном бол хот болон тэнд амьдардаг хүмүүсийн тухай юм."),
    ("uk", "Це книга про місто і людей, які живуть у ньому багато років."),
    ("be", "Гэта кніга пра горад і людзей, якія жывуць у ім шмат гадоў."),
    ("bg", "Това е книга за града и хората, които живеят в него от години."),
    ("sr", "Ово је књига о граду и људима који у њему живе већ годинама."),
    ("mk", "Ова е книга за градот и луѓето што живеат во него со години."),
    ("tg", "Ин китоб дар бораи шаҳр ва одамоне аст, ки дар он зиндагӣ мекунанд."),
    ("uz", "Бу китоб шаҳар ва унда яшайдиган одамлар ҳақида ҳикоя қилади."),
    ("uz", "Bu kitob shahar va unda yashaydigan odamlar haqida hikoya qiladi, o‘qing."),
    ("tr", "Bu kitap şehir ve içinde yaşayan insanlar hakkında çok şey anlatıyor."),
    ("az", "Bu kitab şəhər və orada yaşayan insanlar haqqında danışır."),
    ("tk", "Bu kitap şäher we onda ýaşaýan adamlar barada gürrüň berýär."),
    ("de", "Das ist ein Buch über die Stadt und die Menschen, die dort leben."),
    ("fr", "C’est un livre sur la ville et sur les gens qui y vivent depuis longtemps."),
    ("es", "Este es un libro sobre la ciudad y la gente que vive en ella."),
    ("nl", "Dit is een boek over de stad en de mensen die er wonen."),
    ("it", "Questo è un libro sulla città e sulle persone che ci vivono."),
    ("pl", "To jest książka o mieście i o ludziach, którzy w nim żyją."),
    ("pt", "Este é um livro sobre a cidade e as pessoas que nela vivem há muito."),
    ("fi", "Tämä on kirja kaupungista ja ihmisistä, jotka siellä asuvat."),
    ("ug", "بۇ كىتاب شەھەر ۋە ئۇ يەردە ياشايدىغان كىشىلەر ھەققىدە."),
    ("ar", "هذا كتاب عن المدينة والناس الذين يعيشون فيها منذ سنوات."),
    ("fa", "این کتابی درباره شهر و مردمی است که در آن زندگی می‌کنند."),
  ])
  func namesTheNeighbour(language: String, text: String) {
    #expect(identifier.identify(text).language.rawValue == language)
    #expect(identifier.identify(text.uppercased()).language.rawValue == language)
    let decomposed = (try? normalize(text, to: .nfd)) ?? ""
    #expect(identifier.identify(decomposed).language.rawValue == language)
  }

  @Test(arguments: [
    ("білім", "kk"), ("книга", "ru"), ("book", "en"), ("Das ist ein Buch", "en"), ("Це про місто", "ru"),
    ("жазды", "kk"), ("мектепте", "kk"), ("школе", "ru"), ("through", "en"),
  ])
  func answersWithinAClosedSet(text: String, language: String) {
    let guess = identifier.identify(text, among: Set(Language.allCases))
    #expect(guess.language.rawValue == language)
  }

  @Test(arguments: [
    ("мектептерде", "kk"), ("университетте", "kk"), ("который", "ru"), ("which", "en"), ("өзгерістер", "kk"),
  ])
  func knowsSingleWords(word: String, language: String) {
    #expect(identifier.identify(word).language.rawValue == language)
  }

  @Test func keepsToTheSet() {
    #expect(identifier.identify("Қала үлкен", among: [.ru, .en]).language.rawValue == "ru")
    #expect(identifier.identify("Город", among: [.kk]).language.rawValue == "kk")
    #expect(identifier.identify("town", among: [.kk, .ru]).language.language != .en)
    #expect(identifier.identify("Қала", among: []).language == .und)
    #expect(identifier.identify("1, 2", among: [.kk, .ru]).language == .und)
  }

  @Test func isSurerOfMoreText() {
    let short = identifier.identify("жаз")
    let long = identifier.identify("Бұл қалада көптеген мектептер мен кітапханалар бар.")
    let mixed = identifier.identify("Бұл қалада JavaScript, TypeScript and Kubernetes бар.")
    #expect(short.confidence < long.confidence)
    #expect(mixed.confidence < long.confidence)
    #expect(long.confidence > 0.9)
  }

  @Test func readsSubstringsAndLongWords() {
    let text = "xx" + String(repeating: "қазақ", count: 2000) + "xx"
    #expect(identifier.identify(text.dropFirst(2).dropLast(2)).language.rawValue == "kk")
  }

  /// Of a long text samples are read, from its end too.
  @Test func readsAllPartsOfALongText() {
    let russian = String(repeating: "Город стоит на берегу большой реки. ", count: 40)
    let kazakh = String(repeating: "Қала үлкен өзеннің жағасында орналасқан. ", count: 300)
    #expect(identifier.identify(russian + kazakh).language.rawValue == "kk")
    #expect(identifier.identify(kazakh + russian).language.rawValue == "kk")
  }

  @Test func answersForMalformedBytes() {
    let bytes: [UInt8] = [0xFF, 0xD0, 0x20, 0xE2, 0x82] + Array("который".utf8) + [0xD0]
    let guess = bytes.withUnsafeBufferPointer { identifier.identify($0) }
    #expect(guess.language.rawValue == "ru")
  }
}
