/// What a whole text shows of its history; the repairs of a document ask it before they dare a change.
public struct Diagnosis: Hashable, Sendable {
  /// A figure that a person may look at.
  public struct Figure: Hashable, Sendable {
    /// Its name, in words joined by "-".
    public var name: String
    /// What was counted or computed.
    public var value: Double

    /// A figure.
    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// What the lines show.
  public let layout: LayoutFigures
  /// What the letters show.
  public let letters: LetterFigures

  /// The figures, each part of the diagnosis in its order.
  public var figures: [Figure] { layout.figures + letters.figures }

  /// What an empty text shows.
  static let nothing = Diagnosis(of: [])

  /// Looks at a text once.
  init(of text: [UInt8]) {
    self = text.withUnsafeBufferPointer { Diagnosis(of: $0) }
  }

  /// Looks at a text once.
  init(of text: UnsafeBufferPointer<UInt8>) {
    layout = LayoutFigures(of: text)
    letters = LetterFigures(of: text)
  }
}
