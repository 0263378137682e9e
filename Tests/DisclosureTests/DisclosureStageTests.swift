import Definitions
import Domain
import FoundationEssentials
import Testing

@testable import Disclosure

@Suite("Disclosure stage, profile cbs")
struct DisclosureStageTests {
    static let country = CellTable.Region(geography: .country, code: "NL01")

    private static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Definitions")
        )
    }

    private func stage() throws -> DisclosureStage {
        let profile = try DisclosureStageTests.definitions.get().profiles["cbs"]
        return DisclosureStage(profile: try #require(profile))
    }

    /// A table of one region and one dimension with the values per code and measure.
    private func table(
        _ measures: [CellTable.Measure],
        _ rows: [String: [Int64]]
    ) -> CellTable {
        let dimension = CellTable.Dimension(
            name: "form",
            codes: Array(rows.keys),
            isAdditive: true
        )
        let radices = [1, dimension.codes.count, measures.count]
        let cells = rows.flatMap { code, values in
            values.enumerated().map { measure, value in
                let place = dimension.codes.firstIndex(of: code) ?? 0
                return (
                    key: CellTable.pack([0, place, measure], radices: radices), value: value
                )
            }
        }
        return CellTable(
            indicator: "BJ-01",
            period: .year(2019),
            unit: .trajectory,
            dimensions: [dimension],
            measures: measures,
            regions: [DisclosureStageTests.country],
            cells: cells
        )
    }

    private func shown(
        _ table: ProtectedTable,
        _ code: String,
        _ measure: String
    ) -> ProtectedTable.Value? {
        table.value(DisclosureStageTests.country, [code], measure)
    }

    @Test(
        arguments: [
            (0, .shown(0)), (1, .suppressed), (9, .suppressed), (10, .shown(10)), (12, .shown(10)),
            (13, .shown(15)), (17, .shown(15)), (18, .shown(20)), (43_682, .shown(43_680)),
            (43_683, .shown(43_685)),
        ] as [(Int64, ProtectedTable.Value)]
    )
    func `a count is shown, rounded by itself or withheld`(
        _ count: Int64,
        _ value: ProtectedTable.Value
    ) throws {
        let table = table([.init(name: "trajectories")], ["01": [count], "02": [100]])
        #expect(shown(try stage().run(table), "01", "trajectories") == value)
    }

    @Test func `margins are rounded by themselves, not added up`() throws {
        let table = table(
            [.init(name: "trajectories")],
            ["01": [12], "02": [12], "T": [24]]
        )
        let protected = try stage().run(table)
        #expect(shown(protected, "01", "trajectories") == .shown(10))
        #expect(shown(protected, "02", "trajectories") == .shown(10))
        #expect(shown(protected, "T", "trajectories") == .shown(25))
    }

    private let rates: [CellTable.Measure] = [
        .init(name: "per_1000", decimals: 1, isCount: false),
        .init(name: "population", isCount: false), .init(name: "youths"),
    ]

    @Test func `a rate is worked out again from what is shown, half up`() throws {
        // 13 shows as 15, and 15 in 2 400 is 6.25 per 1 000.
        let protected = try stage().run(table(rates, ["T": [54, 2_400, 13]]))
        #expect(shown(protected, "T", "youths") == .shown(15))
        #expect(shown(protected, "T", "per_1000") == .shown(63))
        #expect(shown(protected, "T", "population") == .shown(2_400))
    }

    @Test func `a withheld numerator takes its rate along, not the public population`() throws {
        let protected = try stage().run(table(rates, ["T": [33, 2_400, 8]]))
        #expect(shown(protected, "T", "youths") == .suppressed)
        #expect(shown(protected, "T", "per_1000") == .suppressed)
        #expect(shown(protected, "T", "population") == .shown(2_400))
    }

    @Test func `a rate that rounds to zero does not show that the numerator is small`() throws {
        let protected = try stage().run(table(rates, ["T": [0, 900_000, 3]]))
        #expect(shown(protected, "T", "per_1000") == .suppressed)
    }

    private let durations: [CellTable.Measure] = [
        .init(name: "ended"), .init(name: "mean_days", decimals: 1, isCount: false),
        .init(name: "median_days", decimals: 1, isCount: false),
    ]

    @Test(arguments: [(9, .suppressed), (10, .shown(1234))] as [(Int64, ProtectedTable.Value)])
    func `a mean is shown only beside a shown count`(
        _ ended: Int64,
        _ value: ProtectedTable.Value
    ) throws {
        let protected = try stage().run(table(durations, ["T": [ended, 1234, 1234]]))
        #expect(shown(protected, "T", "mean_days") == value)
        #expect(shown(protected, "T", "median_days") == value)
    }

    @Test func `a derived figure that nobody knows is withheld`() throws {
        let measures: [CellTable.Measure] = [
            .init(name: "ended"), .init(name: "oldest", isCount: false),
        ]
        let protected = try stage().run(table(measures, ["T": [500, 17]]))
        #expect(shown(protected, "T", "oldest") == .suppressed)
    }

    @Test func `the table carries its profile and says that margins give cells away`() throws {
        let protected = try stage().run(table([.init(name: "trajectories")], ["T": [500]]))
        #expect(protected.profile == "cbs")
        #expect(protected.notice.nl.contains("primaire beveiliging"))
        #expect(protected.notice.en.contains("Primary protection only"))
    }

    @Test func `a place that the table does not have is not a zero`() throws {
        let protected = try stage().run(table([.init(name: "trajectories")], ["T": [500]]))
        #expect(shown(protected, "99", "trajectories") == nil)
        #expect(shown(protected, "T", "youths") == nil)
        #expect((ProtectedTable.self as Any) as? any Decodable.Type == nil)
    }
}
