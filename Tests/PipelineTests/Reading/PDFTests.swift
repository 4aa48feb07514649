import Foundation
import Glibc
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PDFTests {
  /// Whether poppler's program is installed.
  static let hasProgram: Bool = {
    do throws(PDFFailure) { _ = try PDFText().boxes(ofFile: "/") } catch { return error != .noProgram }
    return true
  }()

  /// A PDF of pages in Helvetica: each line at a place in points from the lower left corner.
  private static func pdf(_ pages: [[(text: String, x: Int, y: Int)]], trailer: String = "") -> Data {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (k, page) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * k) 0 R"
          + " /Resources << /Font << /F 3 0 R >> >> >>")
      let content = page.map { "BT /F 10 Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET\n" }.joined()
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
    }
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (k, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(k + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
    return Data(file.utf8)
  }

  private static let article: [(text: String, x: Int, y: Int)] = {
    let left = ["Regional trade grew in the period that", "we studied, and transport followed the", "well-"]
    let right = [
      "known routes of earlier years, though", "with new customs posts along the whole", "border and better roads.",
    ]
    var lines = [("A short history of steppe markets and their roads in the region", 60, 780)]
    for k in 0..<12 {
      lines.append((k < 9 ? left[k % 2] : left[k - 9], 60, 740 - 12 * k))
      lines.append((k < 9 ? right[k % 2] : right[k - 9], 310, 740 - 12 * k))
    }
    return lines.map { (text: $0.0, x: $0.1, y: $0.2) }
  }()

  private func failure(_ path: String) -> ReadError? {
    do throws(ReadError) { _ = try DocumentReader().read(path) } catch { return error }
    return nil
  }

  @Test(.enabled(if: hasProgram)) func readsColumnsAndKeepsHyphens() throws {
    let folder = try TemporaryFolder()
    let data = Self.pdf([Self.article, [], [("The end.", 60, 700)]])
    let path = try folder.write(data, to: "-a b.pdf")
    let document = try DocumentReader().read(path, name: "a")
    #expect(document.format == .pdf && document.pages.count == 3 && document.doubts == [.withoutText(pages: [2])])
    #expect(document.text.hasPrefix("A short history of steppe markets and their roads in the region\n\nRegional"))
    #expect(document.text.contains("well-\nknown routes") && document.text.hasSuffix("roads.\n\u{C}\u{C}The end.\n"))
    #expect(try DocumentReader().document(name: "a", path: "-", bytes: Array(data)).text == document.text)
  }

  @Test(.enabled(if: hasProgram)) func saysWhyThereIsNoText() throws {
    let folder = try TemporaryFolder()
    let pictures = try folder.write(Self.pdf([[], []]), to: "pictures.pdf")
    #expect(failure(pictures) == .pdf(path: pictures, .noText(pages: 2)))
    let zeros = String(repeating: "00", count: 32)
    let lock = "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(zeros)> /U <\(zeros)> >> "
    let locked = try folder.write(Self.pdf([Self.article], trailer: lock), to: "locked.pdf")
    #expect(failure(locked) == .pdf(path: locked, .encrypted))
    let broken = try folder.write("%PDF-1.4\nno more", to: "broken.pdf")
    guard case .pdf(broken, .broken(let words)) = failure(broken) else {
      throw FixtureError(description: "\(String(describing: failure(broken)))")
    }
    #expect(!words.isEmpty)
    let missing = folder.path + "/none.pdf"
    #expect(failure(missing) == .file(FileError(path: missing, operation: .read, code: ENOENT)))
  }

  @Test func endsAProgramThatGoesTooFar() throws {
    let folder = try TemporaryFolder()
    func failure(_ script: String) throws -> PDFFailure? {
      let program = try folder.write("#!/bin/sh\n\(script)\n", to: "program")
      chmod(program, 0o755)
      let text = PDFText(program: program, timeLimit: 1, sizeLimit: 1 << 20)
      for _ in 0..<50 {
        do throws(PDFFailure) { _ = try text.boxes(ofFile: "a.pdf") } catch {
          // A child that another test has just made may still hold the script open, which then cannot be run.
          if error == .broken("Text file busy") {
            usleep(20_000)
            continue
          }
          return error
        }
        return nil
      }
      return .noProgram
    }
    let slow = try failure("exec sleep 600")
    #expect(slow == .tooSlow(seconds: 1))
    #expect(try failure("exec yes") == .tooLarge(limit: 1 << 20))
    #expect(try failure("echo reason >&2; exit 1") == .broken("reason"))
    #expect(try failure("exit 3") == .forbidden)
    #expect(try failure("kill -9 $$") == .broken("pdftotext ended with status none"))
    // Both pipes are read, whatever is written to either.
    #expect(try failure("head -c 300000 /dev/zero >&2; echo; exit 0") == nil)
    let none = PDFText(program: folder.path + "/none")
    #expect(throws: PDFFailure.noProgram) { try none.boxes(ofFile: "a.pdf") }
  }
}
