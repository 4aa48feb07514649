/// Gives each document of a run a file name of its own: safe on any file system, unlike all others.
///
/// Folders of the document's name are kept, so that results lie as the inputs did. What leads out of the output folder
/// ("/", "..", ".") is dropped, characters that a file system forbids become "_", and a name that was given before,
/// in whatever letter case, gets a number: "a.json", "a-2.json".
package struct OutputNames: Sendable {
  private let fileExtension: String
  private var given: Set<String> = []
  private var numbers: [String: Int] = [:]

  /// Extensions of inputs that a result does without.
  private static let inputExtensions = InputFiles.extensions + InputFiles.markupExtensions
  /// Well under the 255 bytes of common file systems, with room for a number, an extension and a temporary suffix.
  private static let longest = 180

  /// No names given yet; all will end in `fileExtension`.
  package init(fileExtension: String) { self.fileExtension = fileExtension }

  /// A path relative to the output folder, without its extension's document ending.
  package mutating func path(for document: String) -> String {
    var parts = document.utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
      .map { String(Substring($0)) }
      .filter { $0 != "." && $0 != ".." }
    var stem = parts.popLast() ?? "document"
    for end in Self.inputExtensions where stem.lowercased().hasSuffix("." + end) && stem.utf8.count > end.utf8.count + 1
    {
      stem = String(stem.unicodeScalars.dropLast(end.unicodeScalars.count + 1))
      break
    }
    // A folder must not have the name of a file: "a" and "a.json/b" both want "a.json".
    let folders = parts.map { part in
      let folder = Self.cleaned(part)
      return folder.lowercased().hasSuffix("." + fileExtension) ? folder + "_" : folder
    }
    let base = (folders + [Self.cleaned(stem)]).joined(separator: "/")
    let key = base.lowercased()
    var number = numbers[key, default: 1]
    var candidate = base
    if !given.insert(key).inserted {
      repeat {
        number += 1
        candidate = "\(base)-\(number)"
      } while !given.insert(candidate.lowercased()).inserted
    }
    numbers[key] = number
    return candidate + "." + fileExtension
  }

  private static func cleaned(_ part: String) -> String {
    var result = ""
    for scalar in part.unicodeScalars {
      if result.utf8.count > longest { break }
      switch scalar {
      case "<", ">", ":", "\"", "|", "?", "*": result += "_"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "_"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // Windows drops blanks and dots at the end of a name.
    while let last = result.unicodeScalars.last, last == "." || last == " " { result.unicodeScalars.removeLast() }
    return result.isEmpty ? "_" : result
  }
}
