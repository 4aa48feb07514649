/// A rectangle on a page, in the unit that its source measures in; y grows downwards.
struct PageBox: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
  var center: Double { (left + right) / 2 }
  /// Whether it has a size; sources write a point where they know no place.
  var isPlaced: Bool { width > 0 && height > 0 }

  /// The smallest rectangle around both.
  func joined(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
