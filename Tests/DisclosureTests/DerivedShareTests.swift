import Definitions
import Domain
import FoundationEssentials
import Testing

@testable import Disclosure

@Suite("Shares and means from protected counts")
struct DerivedShareTests {
    static let country = CellTable.Region(geography: .country, code: "NL01")

    private func stage() throws -> DisclosureStage {
        let definitions = try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Definitions")
        )
        return DisclosureStage(profile: try #require(definitions.profiles["cbs"]))
    }

    /// A table by referrer and age; each row is referrer, age, and the values of the measures.
    private func table(
        _ measures: [CellTable.Measure],
        _ rows: [(String, String, [Int64])]
    ) -> CellTable {
        let dimensions = [
            CellTable.Dimension(name: "referrer", codes: ["04", "other", "T"], isAdditive: true),
            CellTable.Dimension(name: "age", codes: ["4-11", "12-17", "U", "T"], isAdditive: true),
        ]
        let radices = [1] + dimensions.map(\.codes.count) + [measures.count]
        let cells = rows.flatMap { referrer, age, values in
            values.enumerated().map { measure, value in
                let places = [
                    0, dimensions[0].codes.firstIndex(of: referrer) ?? 0,
                    dimensions[1].codes.firstIndex(of: age) ?? 0, measure,
                ]
                return (key: CellTable.pack(places, radices: radices), value: value)
            }
        }
        return CellTable(
            indicator: "BJ-09",
            period: .year(2019),
            unit: .trajectory,
            dimensions: dimensions,
            measures: measures,
            regions: [DerivedShareTests.country],
            cells: cells
        )
    }

    private let share: [CellTable.Measure] = [
        .init(name: "all"), .init(name: "part"),
        .init(
            name: "percent",
            decimals: 1,
            isCount: false,
            derivation: .percent(numerator: "part", denominator: "all")
        ),
    ]

    @Test(
        arguments: [
            // 12 is shown as 10 and 38 as 40: 25.0, not 31.6.
            (38, 12, 316, .shown(250)), (38, 9, 237, .suppressed), (9, 9, 1000, .suppressed),
            (1000, 10, 10, .shown(10)), (38, 0, 0, nil),
        ] as [(Int64, Int64, Int64, ProtectedTable.Value?)]
    )
    func `a share is worked out from what is shown, and withheld with either count`(
        _ all: Int64,
        _ part: Int64,
        _ percent: Int64,
        _ value: ProtectedTable.Value?
    ) throws {
        let table = table(share, [("04", "4-11", [all, part, percent])])
        let shown = try stage().run(table).value(
            DerivedShareTests.country,
            ["04", "4-11"],
            "percent"
        )
        #expect(shown == value ?? .shown(0))
    }

    @Test func `a mean of marks is shown only with the count of marks`() throws {
        let measures: [CellTable.Measure] = [
            .init(name: "known"),
            .init(name: "mean", decimals: 1, isCount: false, derivation: .mean(of: "known")),
        ]
        let table = table(measures, [("04", "4-11", [9, 72]), ("04", "12-17", [10, 65])])
        let protected = try stage().run(table)
        func shown(_ age: String) -> ProtectedTable.Value? {
            protected.value(DerivedShareTests.country, ["04", age], "mean")
        }
        #expect(shown("4-11") == .suppressed)
        #expect(shown("12-17") == .shown(65))
    }

    private let standardised: [CellTable.Measure] = [
        .init(name: "all"), .init(name: "part"),
        .init(
            name: "equal",
            decimals: 1,
            isCount: false,
            derivation: .ageStandardised(numerator: "part", denominator: "all")
        ),
    ]

    private func atEqualAges(part: Int64) throws -> ProtectedTable.Value? {
        let table = table(
            standardised,
            [
                ("04", "4-11", [20, 10, 0]), ("04", "12-17", [40, part, 0]),
                ("04", "T", [60, 10 + part, 999]), ("other", "4-11", [80, 20, 0]),
                ("other", "12-17", [60, 15, 0]), ("other", "T", [140, 35, 250]),
                ("T", "4-11", [100, 30, 0]), ("T", "12-17", [100, 15 + part, 0]),
                ("T", "T", [200, 45 + part, 1]),
            ]
        )
        return try stage().run(table).value(DerivedShareTests.country, ["04", "T"], "equal")
    }

    @Test func `a share at equal ages is worked out from what is shown`() throws {
        // 0.5 × 10/20 + 0.5 × 30/40 = 62.5 per cent, whatever was computed inside.
        #expect(try atEqualAges(part: 30) == .shown(625))
    }

    @Test func `one withheld age class withholds the share at equal ages`() throws {
        #expect(try atEqualAges(part: 9) == .suppressed)
    }

    @Test func `a class of nobody counts as zero and withholds nothing`() throws {
        #expect(try atEqualAges(part: 0) == .shown(250))
    }
}
