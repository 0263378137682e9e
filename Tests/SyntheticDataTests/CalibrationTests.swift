import Definitions
import Domain
import FoundationEssentials
@testable import SyntheticData
import Testing

/// Compiled for speed, the tests also take the country at its real size.
private let isOptimised: Bool = {
    #if DEBUG
        false
    #else
        true
    #endif
}()

struct CalibrationTests {
    private func deliveries(
        of tables: PublishedTables,
        changes: [String: Int] = [:],
        holders: Int? = nil,
        faultRate: Double = 0
    ) throws -> DeliveredRecords {
        let folder = Fixture.temporaryFolder("calibrated")
        defer { try? FileManager.default.removeItem(at: folder) }
        let plan = CountryPlan(
            children: 0,
            from: .of("2015H1"),
            to: .of("2019H1"),
            seed: 7,
            calibrate: true,
            faultRate: faultRate,
            sources: ["jeugdhulp"],
            holders: holders
        )
        let country = try FictiveCountry(
            plan: plan,
            definitions: Fixture.definitions(tables.series),
            parameters: Fixture.parameters(changes)
        )
        try country.write(to: folder)
        return try DeliveredRecords(folder)
    }

    private func checkEverySwitch(_ tables: PublishedTables, _ read: DeliveredRecords) {
        let counter = SlowCounter(deliveries: read)
        #expect(counter.differences(from: tables) == [])

        var unmerged = counter
        unmerged.merges = false
        var first = counter
        first.usesFirstVintage = true
        var adjoining = counter
        adjoining.repeatDistance = 1
        var without = counter
        without.knowsRepeatUse = false
        for broken in [unmerged, first, adjoining, without] {
            #expect(!broken.institutionDifferences(from: tables, in: "2016H1").isEmpty)
        }
    }

    @Test func `faults leave every cell as it is`() throws {
        let tables = PublishedTables.real.divided(by: 40)
        let read = try deliveries(
            of: tables,
            changes: ["country_children": 85_000, "measures_per_year": 324],
            holders: 40,
            faultRate: 0.1
        )
        #expect(SlowCounter(deliveries: read).differences(from: tables) == [])
    }

    @Test func `a country forty times smaller gives back every cell and needs every rule`() throws {
        let tables = PublishedTables.real.divided(by: 40)
        let read = try deliveries(
            of: tables,
            changes: ["country_children": 85_000, "measures_per_year": 324],
            holders: 40
        )
        checkEverySwitch(tables, read)
    }

    @Test(.enabled(if: isOptimised))
    func `the country of real size gives back every published cell and needs every rule`() throws {
        // Two hundred holders, because thousands of small files only cost time here.
        checkEverySwitch(.real, try deliveries(of: .real, holders: 200))
    }

    @Test func `the definitions hold the tables that the tests know`() throws {
        let loaded = try DefinitionSet.load(from: Fixture.folder).published
        for expected in PublishedTables.real.series {
            let series = try #require(loaded.first { $0.id == expected.id })
            #expect(series.figures.count == expected.figures.count)
            for figure in expected.figures {
                #expect(series.figure(figure.period, figure.item)?.value == figure.value)
            }
        }
    }

    @Test func `a plan that ends before the last target is refused`() throws {
        let plan = CountryPlan(
            children: 0,
            from: .of("2015H1"),
            to: .of("2018H2"),
            seed: 7,
            calibrate: true
        )
        #expect(throws: PlanError.calibratedPeriods(.of("2015H1"), .of("2018H2"))) {
            try FictiveCountry(
                plan: plan,
                definitions: Fixture.definitions(PublishedTables.real.series),
                parameters: Fixture.parameters()
            )
        }
    }
}
