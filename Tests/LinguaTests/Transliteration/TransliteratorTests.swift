import Lingua
import TestSupport
import Testing

@Suite struct TransliteratorTests {
  private func latin(_ text: String, _ scheme: String) throws -> String {
    try Transliterator(scheme: scheme).transliterate(text)
  }

  /// Expected and found must be the same bytes: `==` would not tell composed from decomposed.
  private func expect(_ text: String, _ scheme: String, _ expected: String) throws {
    let found = try latin(text, scheme)
    #expect(found.utf8.elementsEqual(expected.utf8), "\(scheme): \(text) became \(found)")
  }

  @Test(arguments: [
    ("ШИШКА", "SHISHKA"), ("Шишка", "Shishka"), ("шишка", "shishka"), ("ШиШкА", "ShiShkA"), ("ЩИ", "SHCHI"),
    ("Щи", "Shchi"),
    ("Ш. А. Жуков", "Sh. A. Zhukov"), ("Жуков Ш.", "Zhukov Sh."), ("Я ПОШЁЛ", "YA POSHËL"), ("Я пошёл", "Ya poshël"),
    ("ЭТО Я", "ETO YA"), ("Щ", "Shch"), ("«Ю» И «Я»", "«Yu» I «Ya»"), ("ЧАЙ-ХАНА", "CHAY-KHANA"),
    ("Чай-Хана", "Chay-Khana"),
    ("ДЛИННОЕ", "DLINNOYE"), ("Длинное", "Dlinnoye"), ("ЕЁ", "YEYË"), ("МАЗЖ", "MAZZH"), ("ТЭЦ-Ц", "T·ETS-TS"),
  ])
  func capitals(text: String, expected: String) throws {
    try expect(text, "ru-bgn-pcgn-1947", expected)
  }

  @Test(arguments: [
    ("Юрий", "I͡Uriĭ", "ru-alalc"), ("ЮРИЙ", "I͡URIĬ", "ru-alalc"), ("Цирк", "T͡Sirk", "ru-alalc"),
    ("Илья", "Ïlʹya", "kk-latn-mediawiki"),
    ("Ілім", "Ilım", "kk-latn-2021-jan"), ("Иілу", "İılu", "kk-latn-2021-jan"), ("ИІЛУ", "İILU", "kk-latn-2021-jan"),
    ("ІЛІМ", "ILIM", "kk-latn-2018-acute"), ("Ыдыс", "Idıs", "kk-latn-qazaqparat-2004"),
    ("Әнұран", "Änūran", "kk-latn-2021-jan"), ("ЩЕТКА", "ŞETKA", "kk-latn-2021-jan"),
  ])
  func capitalsOfAlphabets(text: String, expected: String, scheme: String) throws {
    try expect(text, scheme, expected)
  }

  @Test(arguments: [
    ("Подъезд", "Pod”yezd", "ru-bgn-pcgn-1947"), ("объявление", "ob”yavleniye", "ru-bgn-pcgn-1947"),
    ("Белый ерш", "Belyy yersh", "ru-bgn-pcgn-1947"), ("майор", "mayor", "ru-bgn-pcgn-1947"),
    ("цена, цыган, цапля", "cena, cy`gan, czaplya", "ru-gost779-b"),
    ("Синий, новый", "Siny, novy", "ru-wikipedia"), ("новый дом", "noviy dom", "ru-yandex-maps"),
    ("Такси Ганин", "Taxi Ganine", "ru-mvd-310-fr"), ("ручьи", "ruchyi", "ru-mvd-782-2000"),
    ("клён, жёлтый", "klyen, zheltyy", "ru-gost-52290-2004"), ("поэт, аулие", "poėt, aūlīe", "kk-latn-bgn-pcgn-1979"),
    ("аңғал нәрсе", "angghal närse", "kk-latn-bgn-pcgn-1979"),
    ("жеңге, түнгі", "zhengge, tün·gi", "kk-latn-bgn-pcgn-1979"),
    ("Абай, айы", "Abay, ayy", "kk-latn-bgn-pcgn-1979"),
    ("поезд, аэроеңбек", "poyezd, aéroyeñbek", "kk-latn-mediawiki"),
  ])
  func contexts(text: String, expected: String, scheme: String) throws {
    try expect(text, scheme, expected)
  }

  @Test func decomposedLettersAreReadAsComposed() throws {
    for scheme in try Scheme.all() {
      let transliterator = try Transliterator(scheme: scheme.id)
      for text in ["Йод и ёлка, чай", "ЙОД И ЁЛКА, ЧАЙ", "Айдағы той"] {
        let composed = try normalize(text), decomposed = try normalize(text, to: .nfd)
        #expect(
          transliterator.transliterate(decomposed).utf8.elementsEqual(transliterator.transliterate(composed).utf8),
          "\(scheme.id)")
      }
    }
    // A stress mark stays on its letter.
    try expect("за\u{301}мок", "ru-alalc", "za\u{301}mok")
    let back = try Transliterator(scheme: "ru-iso9-1995-gost779-a", direction: .reverse)
    #expect(back.transliterate("e\u{308}lka, z\u{30C}uk").utf8.elementsEqual("ёлка, жук".utf8))
  }

  @Test func foreignTextIsLeftAlone() throws {
    let foreign = "PDF 2.0 — “naïve” 'A' №5 ελλάδα 漢字 👨‍👩‍👧 e\u{301} \r\n\t100 ₸"
    for scheme in try Scheme.all() where scheme.to == .latin {
      try expect(foreign, scheme.id, foreign)
      try expect("", scheme.id, "")
    }
    try expect("файл PDF-форматы", "kk-latn-2021-jan", "fail PDF-formaty")
  }

  @Test(arguments: [
    ("өмір", "ٴومىر"), ("үлкен", "ۇلكەن"), ("бала", "بالا"), ("мұғалім", "مۇعالىم"), ("Әні, ісі", "ٴانى، ٴىسى"),
    ("3,5 сөз?", "3,5 ٴسوز؟"),
  ])
  func hamzaMarksWordsOfFrontVowels(text: String, expected: String) throws {
    try expect(text, "kk-arab-tote", expected)
  }

  /// The hamza in all the ways in which it is written.
  @Test(arguments: ["ٴان", "ءان", "ٵن"]) func hamzaIsReadInAllItsForms(text: String) throws {
    #expect(try Transliterator(scheme: "kk-arab-tote", direction: .reverse).transliterate(text) == "ән")
  }

  @Test(arguments: [
    ("kk-latn-2021-jan", "keiın, üiıne, kino, syi, qoian", "кейін, үйіне, кино, сый, қоян"),
    ("kk-latn-2018-acute", "keıin, qýanysh, shań", "кейін, қуаныш, шаң"),
    ("kk-latn-2017-apostrophe", "kei'in, s'an', mas'i'na", "кейін, шаң, машина"),
    ("kk-latn-2017-apostrophe", "kei’in, s’an’", "кейін, шаң"),
    ("kk-latn-bgn-pcgn-1979", "qyrghyn, aygha, tün·gi, tüngghi", "қырғын, айға, түнгі, түңғі"),
    ("kk-arab-tote", "ٴتىل، قالا، كەيىن", "тіл, қала, кейін"),
    ("ru-bgn-pcgn-1947", "Yelovyy les, ob”yezd, shchi", "Еловый лес, объезд, щи"),
    ("ru-alalc", "I͡Ubileĭ, T͡SENTR, t͡senʹ, Shchi, SHCHI", "Юбилей, ЦЕНТР, цень, Щи, ЩИ"),
    ("ru-iso9-1995-gost779-a", "SʺEZD, Sʺezd, LʹNA", "СЪЕЗД, Съезд, ЛЬНА"),
  ])
  func goesBackByRules(scheme: String, text: String, expected: String) throws {
    let found = try Transliterator(scheme: scheme, direction: .reverse).transliterate(text)
    #expect(found == expected, "\(scheme)")
  }

  @Test func countsWhatItLeft() throws {
    func coverage(_ text: String, _ scheme: String) throws -> Int {
      var output: [UInt8] = []
      return try Array(text.utf8).withUnsafeBufferPointer {
        try Transliterator(scheme: scheme).transliterate($0, into: &output).lettersLeft
      }
    }
    #expect(try coverage("Қазақ сөзі", "ru-alalc") == 4)
    #expect(try coverage("Қазақ сөзі", "kk-latn-2021-jan") == 0)
    #expect(try coverage("сөз in English", "kk-latn-2021-jan") == 0)
    #expect(try coverage("in English 5", "kk-latn-2021-jan") == 9)
    #expect(try coverage("2026 — №", "kk-latn-2021-jan") == 0)
  }
}
