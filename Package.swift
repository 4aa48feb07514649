// swift-tools-version: 6.1
import PackageDescription

/// Strictness shared by every Swift target.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The documentation plugin is needed by `make check` only, so users of the library do not pay for it.
let documentation: [Package.Dependency] =
  Context.environment["LINGUA_DOCUMENTATION"] == nil
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
  ] + documentation,
  targets: [
    .systemLibrary(
      name: "CSystemICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CICU", dependencies: ["CSystemICU"]),
    .target(name: "CLexicons"),
    .target(
      name: "CReport",
      exclude: ["head.mustache", "document.mustache", "foot.mustache", "report.css", "report.js"]),
    .target(name: "Lingua", dependencies: ["CICU", "CLexicons"], swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: ["Lingua", "CReport", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .executableTarget(
      name: "lingua-cli",
      dependencies: [
        "Pipeline", "Lingua",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "LinguaTests", dependencies: ["Lingua", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "PipelineTests", dependencies: ["Pipeline", "Lingua", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "lingua-cli"],
      exclude: ["Fixtures"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
