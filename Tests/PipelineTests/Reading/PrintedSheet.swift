/// A page of invented text with the places of its words, written in the formats that OCR and PDF programs write.
struct PrintedSheet {
  /// One line of type: its left edge and its top in units of which a letter is ten wide and a line 26 high.
  struct Line {
    var text: String
    var left: Double
    var top: Double
    /// What a source that saw no columns took for the rest of it, and where that begins.
    var rest: (text: String, left: Double)?
  }
  enum Format: CaseIterable { case hocr, alto, boxes }

  var lines: [Line] = []
  /// How far lines fall for each unit to the right.
  var slope = 0.0

  static let first = [
    "Мақалада өңірлік ынтымақтастық", "мәселелері қарастырылады және", "оның негізгі бағыттары бойынша",
    "ұсыныстар беріледі. Зерттеу ба-", "рысында статистикалық деректер", "мен сауалнама нәтижелері бірге",
    "талданды. Авторлар сауда мен", "көлік саласындағы келісімдер", "өзара байланысты екенін көр-",
    "сетеді және қорытынды жасайды,",
  ]
  static let second = [
    "соның ішінде кеден одағы туралы", "бөлек айтылады. Нәтижелер шағын", "және орта кәсіпорындар үшін де",
    "пайдалы болуы мүмкін, өйткені", "олардың көбі шекаралас өңірде", "орналасқан. Келесі бөлімде осы",
    "деректер жылдар бойынша беріле-", "ді, ал соңғы бөлімде болжамдар", "мен ұсыныстар жинақталған және",
    "кестелер түрінде көрсетілген.",
  ]

  /// A running head over two columns, whose second paragraph starts at the sixth line of the second, and a page number.
  static var article: PrintedSheet {
    var sheet = PrintedSheet()
    sheet.lines.append(Line(text: "Халықаралық қатынастар және өңірлік саясат хабаршысы", left: 100, top: 60))
    for (k, text) in first.enumerated() { sheet.lines.append(Line(text: text, left: 100, top: 140 + 26 * Double(k))) }
    for (k, text) in second.enumerated() { sheet.lines.append(Line(text: text, left: 450, top: 140 + 26 * Double(k))) }
    sheet.lines.append(Line(text: "17", left: 420, top: 700))
    return sheet
  }

  /// What `article` reads as.
  static var articleText: String {
    "Халықаралық қатынастар және өңірлік саясат хабаршысы\n\n" + (first + second).joined(separator: "\n") + "\n\n17\n"
  }

  /// The words of a line with their rectangles: left, top, right, bottom.
  private func words(of line: Line) -> [(text: String, box: [Int])] {
    var left = line.left
    let rest = line.rest.map { words(of: Line(text: $0.text, left: $0.left, top: line.top)) } ?? []
    return line.text.split(separator: " ").map { word in
      let right = left + Double(word.count) * 10
      let fall = slope * (left + right) / 2
      // A skewed page is turned, so that its columns lean, too.
      let lean = slope * line.top
      defer { left = right + 10 }
      return (
        String(word),
        [left - lean, line.top + fall, right - lean, line.top + fall + 18].map { Int($0.rounded()) }
      )
    } + rest
  }

  /// The page in a format.
  func written(as format: Format) -> String {
    switch format {
    case .hocr:
      "<html><body><div class='ocr_page' title='bbox 0 0 900 800'>"
        + lines.map { line in
          "<span class='ocr_line'>"
            + words(of: line).map { word in
              "<span class='ocrx_word' title='bbox \(word.box.map(String.init).joined(separator: " ")); x_wconf 91'>"
                + "\(word.text)</span>"
            }.joined(separator: " ") + "</span>"
        }.joined(separator: "\n") + "</div></body></html>"
    case .alto:
      "<alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'><Layout><Page><PrintSpace><TextBlock>"
        + lines.map { line in
          "<TextLine>"
            + words(of: line).map { word in
              "<String CONTENT='\(word.text)' HPOS='\(word.box[0])' VPOS='\(word.box[1])'"
                + " WIDTH='\(word.box[2] - word.box[0])' HEIGHT='\(word.box[3] - word.box[1])'/>"
            }.joined(separator: "<SP/>") + "</TextLine>"
        }.joined(separator: "\n") + "</TextBlock></PrintSpace></Page></Layout></alto>"
    case .boxes:
      "<html><body><doc><page width=\"900\" height=\"800\"><flow><block>"
        + lines.map { line in
          "<line>"
            + words(of: line).map { word in
              "<word xMin=\"\(word.box[0]).5\" yMin=\"\(word.box[1]).25\" xMax=\"\(word.box[2]).5\""
                + " yMax=\"\(word.box[3]).25\">\(word.text)</word>"
            }.joined(separator: "\n") + "</line>"
        }.joined(separator: "\n") + "</block></flow></page></doc></body></html>"
    }
  }
}
