// swift-tools-version: 6.2
import PackageDescription

// `make check` sets this: our own warnings are errors there, and no user of the package is stopped by one.
let warningsAreErrors = Context.environment["LINGUA_CHECK"] != nil

/// Strictness shared by every Swift target.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

// The documentation plugin is needed by `make check` only, so users of the library do not pay for it.
let documentation: [Package.Dependency] =
  warningsAreErrors == false
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0")]

let package = Package(
  name: "lingua",
  products: [
    .library(name: "Lingua", targets: ["Lingua"]),
    .library(name: "Pipeline", targets: ["Pipeline"]),
    .executable(name: "lingua-cli", targets: ["lingua-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ] + documentation,
  targets: [
    .systemLibrary(
      name: "CSystemICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"])]),
    .target(
      name: "CICU", dependencies: ["CSystemICU"],
      cxxSettings: warningsAreErrors ? [.treatAllWarnings(as: .error)] : []),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CSystemXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "CXML", dependencies: ["CSystemXML"],
      cSettings: warningsAreErrors ? [.treatAllWarnings(as: .error)] : []),
    .systemLibrary(name: "CSystemWorkbook", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "CWorkbook", dependencies: ["CSystemWorkbook"],
      cSettings: warningsAreErrors ? [.treatAllWarnings(as: .error)] : []),
    .systemLibrary(name: "CSystemArchive", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .target(
      name: "CArchive", dependencies: ["CSystemArchive"],
      cSettings: warningsAreErrors ? [.treatAllWarnings(as: .error)] : []),
    .target(name: "CLanguage", cSettings: warningsAreErrors ? [.treatAllWarnings(as: .error)] : []),
    .target(name: "CTransliteration", cSettings: warningsAreErrors ? [.treatAllWarnings(as: .error)] : []),
    .target(name: "CLexicons", cSettings: warningsAreErrors ? [.treatAllWarnings(as: .error)] : []),
    .target(
      name: "CReport",
      exclude: [
        "head.mustache", "document.mustache", "foot.mustache", "changes.mustache", "check.mustache", "report.css",
        "changes.css", "check.css", "tools.js", "report.js", "glossary.css", "glossary.js",
      ],
      cSettings: warningsAreErrors ? [.treatAllWarnings(as: .error)] : []),
    .target(
      name: "Lingua", dependencies: ["CICU", "CLanguage", "CLexicons", "CStemmer", "CTransliteration"],
      swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "Lingua", "CArchive", "CReport", "CWorkbook", "CXML", .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "lingua-cli",
      dependencies: [
        "Pipeline", "Lingua",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Pipeline"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "LinguaTests", dependencies: ["Lingua", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "PipelineTests", dependencies: ["Pipeline", "Lingua", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "Pipeline", "lingua-cli"],
      exclude: ["Fixtures"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
