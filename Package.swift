// swift-tools-version: 6.3
import PackageDescription

/// Settings every target shares; see `Decisions/0004-compiler-settings.md`.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// Every outside package is pinned to one version; its reason stands in
/// `Decisions/0002-dependencies.md`.
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting",
    package: "hummingbird"
)
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "ijkpunt",
    products: [
        .executable(name: "ijkpunt", targets: ["ijkpunt"]),
        .executable(name: "ijkpunt-server", targets: ["ijkpunt-server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Under all: the words of the field, and the rules as data.
        .target(name: "Domain"),
        .target(
            name: "Definitions",
            dependencies: ["Domain", yams],
            resources: [.copy("../../Definitions")]
        ),

        // Numbers only: estimators, intervals and models, on two libraries with a C face.
        .target(name: "CBoost"),
        .target(name: "CLAPACK", linkerSettings: [.linkedLibrary("lapacke")]),
        .target(name: "Statistics", dependencies: ["CBoost", "CLAPACK"]),

        // Records on what could be measured and what words mean; table level.
        .target(name: "Weighing", dependencies: ["Domain", "Definitions", "Statistics"]),
        .target(name: "Concepts", dependencies: ["Domain", "Definitions"]),

        // Person level: inside the wall.
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Columns", dependencies: ["Domain", "CZlib", crypto]),
        .target(name: "Intake", dependencies: ["Domain", "Definitions", "Columns", crypto]),
        .target(name: "Keys", dependencies: ["Columns", crypto, cryptoExtras]),
        .target(name: "Store", dependencies: ["Domain", "Columns", "Keys", crypto, grdb]),
        .target(name: "Linkage", dependencies: ["Domain", "Columns", "Store"]),
        .target(
            name: "Privacy",
            dependencies: ["Domain", "Definitions", "Columns", "Store", "Linkage", crypto]
        ),
        .target(
            name: "Indicators",
            dependencies: ["Domain", "Definitions", "Columns", "Store", "Linkage", "Statistics"]
        ),

        .target(
            name: "CaseFileStudies",
            dependencies: ["Domain", "Definitions", "Columns", "Store", "Statistics", crypto]
        ),

        .target(
            name: "CohortStudies",
            dependencies: [
                "Domain", "Definitions", "Store", "Statistics", "CaseFileStudies", crypto,
            ]
        ),

        // Table level: may be shown.
        .target(
            name: "CClp",
            linkerSettings: [.linkedLibrary("Clp"), .linkedLibrary("CbcSolver")]
        ),
        .target(name: "LinearPrograms", dependencies: ["CClp"]),
        .target(
            name: "Disclosure",
            dependencies: ["Domain", "Definitions", "LinearPrograms", crypto]
        ),
        .target(
            name: "Comparison",
            dependencies: ["Domain", "Definitions", "Statistics", "Disclosure"]
        ),
        .target(
            name: "Publication",
            dependencies: [
                "Domain", "Definitions", "Statistics", "Disclosure", "Comparison", "Weighing",
                "Concepts", crypto, grdb,
            ],
            resources: [.embedInCode("Assets/ijkpunt.css")]
        ),
        .target(name: "Compression", dependencies: ["CZlib"]),

        // Where what may be shown is agreed to; knows the store.
        .target(
            name: "ReleaseRoom",
            dependencies: [
                "Domain", "Definitions", "Keys", "Store", "Disclosure", "Publication", crypto, yams,
            ]
        ),
        .target(
            name: "OpenData",
            dependencies: ["Domain", "Definitions", "Disclosure", "Publication"]
        ),
        .target(name: "Serving", dependencies: [httpTypes, logging, nioCore]),
        .target(
            name: "Server",
            dependencies: [
                "Domain", "Definitions", "Publication", "OpenData", "Compression", "Serving",
                crypto,
                hummingbird, httpTypes, logging, nioCore,
            ]
        ),

        // Behind login, inside the wall; person level.
        .target(
            name: "SecureServer",
            dependencies: [
                "Domain", "Definitions", "Columns", "Keys", "Store", "Privacy", "Publication",
                "Serving", crypto,
                hummingbird, httpTypes, logging, nioCore,
            ]
        ),

        // The form for reading case files, for the loopback of a laptop; person level.
        .target(
            name: "StudyEntry",
            dependencies: [
                "Domain", "Definitions", "Store", "CaseFileStudies", "Publication", hummingbird,
                httpTypes, logging, nioCore,
            ],
            resources: [.embedInCode("Assets/entry.css"), .embedInCode("Assets/entry.js")]
        ),

        // Beside: fictive countries.
        .target(name: "SyntheticData", dependencies: ["Domain", "Definitions"]),
        .target(name: "Simulation", dependencies: ["Definitions", "Statistics"]),

        // Over all: composition and the two binaries.
        .target(
            name: "Pipeline",
            dependencies: [
                "Domain", "Definitions", "Columns", "Keys", "Intake", "Store", "Linkage", "Privacy",
                "Indicators", "CaseFileStudies", "CohortStudies", "Disclosure", "Comparison",
                "Publication", "ReleaseRoom", "Statistics", "SyntheticData", crypto,
            ]
        ),
        .executableTarget(
            name: "ijkpunt",
            dependencies: [
                "Domain", "Definitions", "Columns", "Keys", "Intake", "Store", "Linkage", "Privacy",
                "Indicators", "CaseFileStudies", "CohortStudies", "Disclosure", "Comparison",
                "Publication", "ReleaseRoom", "Statistics", "SyntheticData", "Pipeline",
                "StudyEntry", "Weighing", "Concepts", "SecureServer", "Simulation",
                argumentParser, crypto,
            ]
        ),
        .executableTarget(
            name: "ijkpunt-server",
            dependencies: [
                "Domain", "Definitions", "Publication", "OpenData", "Server", argumentParser,
            ]
        ),

        // Tests mirror the targets.
        .target(
            name: "TestSupport",
            dependencies: ["Domain", "Definitions"],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "DomainTests", dependencies: ["Domain"]),
        .testTarget(name: "DefinitionsTests", dependencies: ["Domain", "Definitions"]),
        .testTarget(
            name: "ConceptsTests",
            dependencies: ["Domain", "Definitions", "Concepts", "TestSupport"]
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Domain", "Definitions", "Statistics", "Simulation", "TestSupport"]
        ),
        .testTarget(
            name: "WeighingTests",
            dependencies: ["Domain", "Definitions", "Statistics", "Weighing", "TestSupport"]
        ),
        .testTarget(
            name: "StatisticsTests",
            dependencies: ["Statistics"],
            resources: [.copy("Fixtures")]
        ),
        .testTarget(name: "ColumnsTests", dependencies: ["Domain", "Columns", crypto]),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Intake", "TestSupport", crypto,
            ]
        ),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Keys", "Intake", "Store", "Linkage",
                "Indicators", "Pipeline", "TestSupport", crypto, grdb,
            ]
        ),
        .testTarget(
            name: "KeysTests",
            dependencies: ["Columns", "Keys", "TestSupport", crypto]
        ),
        .testTarget(
            name: "PrivacyTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Keys", "Intake", "Store", "Linkage", "Privacy",
                "Pipeline", "TestSupport", crypto, grdb,
            ]
        ),
        .testTarget(
            name: "ReleaseRoomTests",
            dependencies: [
                "Domain", "Definitions", "Keys", "Store", "Disclosure", "Publication",
                "ReleaseRoom", "TestSupport", crypto, grdb,
            ]
        ),
        .testTarget(
            name: "LinkageTests",
            dependencies: ["Domain", "Columns", "Store", "Linkage", "TestSupport", crypto, grdb]
        ),
        .testTarget(
            name: "IndicatorsTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Intake", "Store", "Linkage", "Privacy",
                "Indicators", "Pipeline", "Statistics", "Comparison", "TestSupport", crypto,
            ]
        ),
        .testTarget(
            name: "CaseFileStudiesTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Keys", "Store", "CaseFileStudies",
                "Statistics",
                "Disclosure", "Publication", "Pipeline", "TestSupport", crypto,
            ]
        ),
        .testTarget(
            name: "CohortStudiesTests",
            dependencies: [
                "Domain", "Definitions", "Store", "Statistics", "CaseFileStudies", "CohortStudies",
                "Disclosure", "Pipeline", "TestSupport",
            ]
        ),
        .testTarget(
            name: "StudyEntryTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Keys", "Store", "CaseFileStudies",
                "StudyEntry", "TestSupport", crypto, hummingbird, hummingbirdTesting, httpTypes,
            ]
        ),
        .testTarget(
            name: "DisclosureTests",
            dependencies: [
                "Domain", "Definitions", "LinearPrograms", "Disclosure", "SyntheticData",
            ]
        ),
        .testTarget(name: "LinearProgramsTests", dependencies: ["LinearPrograms"]),
        .testTarget(
            name: "ComparisonTests",
            dependencies: ["Domain", "Definitions", "Statistics", "Disclosure", "Comparison"]
        ),
        .testTarget(
            name: "PublicationTests",
            dependencies: [
                "Domain", "Definitions", "Statistics", "Disclosure", "Comparison", "Publication",
                "TestSupport",
            ],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "OpenDataTests",
            dependencies: [
                "Domain", "Definitions", "Disclosure", "Publication", "OpenData", "TestSupport",
            ]
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Domain", "Definitions", "Disclosure", "Publication", "OpenData", "Server",
                hummingbird, hummingbirdTesting, httpTypes, nioCore, nioPosix,
            ]
        ),
        .testTarget(
            name: "SecureServerTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Keys", "Store", "Privacy", "Pipeline",
                "SecureServer", "TestSupport", crypto, grdb, hummingbird, hummingbirdTesting,
                httpTypes, nioCore, nioPosix,
            ]
        ),
        .testTarget(
            name: "SyntheticDataTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Store", "Indicators", "SyntheticData",
                "Pipeline",
            ]
        ),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Domain", "Definitions", "Columns", "Intake", "Store", "Linkage", "Privacy",
                "Indicators", "Disclosure", "Publication", "ReleaseRoom", "Pipeline", "TestSupport",
                crypto, grdb,
            ]
        ),
        .testTarget(
            name: "AcceptanceTests",
            dependencies: ["ijkpunt", "Domain", "SecureServer"],
            exclude: ["canaries.py"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Settings of the Swift compiler do not fit what is written in C.
let inC: Set = ["CBoost", "CLAPACK", "CClp", "CZlib"]
for target in package.targets where !inC.contains(target.name) {
    target.swiftSettings = (target.swiftSettings ?? []) + house
}
