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
        #expect(!unmerged.differences(from: tables).isEmpty)
        var first = counter
        first.usesFirstVintage = true
        #expect(!first.differences(from: tables).isEmpty)
        var adjoining = counter
        adjoining.repeatDistance = 1
        #expect(!adjoining.differences(from: tables).isEmpty)
        var without = counter
        without.knowsRepeatUse = false
        #expect(!without.differences(from: tables).isEmpty)
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
        checkEverySwitch(.real, try deliveries(of: .real))
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
