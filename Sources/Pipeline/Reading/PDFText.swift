internal import Glibc

/// Why the text of a PDF could not be taken out.
public enum PDFFailure: Error, Hashable, Sendable {
  /// Poppler's program `pdftotext` is not installed.
  case noProgram
  /// The document asks for a password.
  case encrypted
  /// The document forbids that its text is taken out.
  case forbidden
  /// It is broken; poppler's words, in English.
  case broken(String)
  /// None of its pages, which are counted, has text: they are pictures.
  case noText(pages: Int)
  /// Poppler took longer than these seconds.
  case tooSlow(seconds: Int)
  /// Its text with the places of the words is larger than these bytes.
  case tooLarge(limit: Int)
}

/// Takes the words of a PDF, with their places, by poppler's program `pdftotext`.
///
/// With `-bbox-layout`, because its plain output loses every hyphen-minus at a line's end, that of real compounds too
/// (poppler before 26.05 has no option against that), and cuts justified lines of wide blanks into words.
struct PDFText: Sendable {
  /// The program; a name is looked for in `PATH`.
  var program = "pdftotext"
  /// How long a document may take.
  var timeLimit = 600
  /// The largest output.
  var sizeLimit = 1 << 30

  /// What `pdftotext -bbox-layout` writes for a file.
  func boxes(ofFile path: String) throws(PDFFailure) -> [UInt8] {
    // A name must not be taken for an option, nor "-" for standard input.
    let path = path.hasPrefix("-") ? "./" + path : path
    let process = ChildProcess(
      program: program, arguments: ["-bbox-layout", "-enc", "UTF-8", path, "-"], timeLimit: Double(timeLimit),
      sizeLimit: sizeLimit)
    let outcome: ChildProcess.Outcome
    do throws(ChildProcess.Failure) {
      outcome = try process.run()
    } catch {
      switch error {
      case .notStarted(let code): throw code == ENOENT ? .noProgram : .broken(String(cString: strerror(code)))
      case .tooSlow: throw .tooSlow(seconds: timeLimit)
      case .tooLong: throw .tooLarge(limit: sizeLimit)
      }
    }
    if outcome.status == 0 { return outcome.output }
    let words = String(decoding: outcome.errors, as: UTF8.self)
    if words.contains("Incorrect password") { throw .encrypted }
    if outcome.status == 3 { throw .forbidden }
    let last = words.split(separator: "\n").last { !$0.isEmpty }.map(String.init)
    throw .broken(last ?? "pdftotext ended with status \(outcome.status.map { "\($0)" } ?? "none")")
  }

  /// As `boxes(ofFile:)` for a document that is in memory; `path` names it in errors.
  func boxes(of bytes: [UInt8], path: String) throws(ReadError) -> [UInt8] {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let file: TemporaryFile
    do throws(FileError) {
      file = try TemporaryFile(beside: FolderWalk.path(folder, "lingua"))
    } catch {
      throw .file(error)
    }
    defer {
      close(file.descriptor)
      file.remove()
    }
    do throws(FileError) {
      try writeAll(bytes, to: file.descriptor, path: file.path)
    } catch {
      throw .file(error)
    }
    do throws(PDFFailure) { return try boxes(ofFile: file.path) } catch { throw .pdf(path: path, error) }
  }
}
