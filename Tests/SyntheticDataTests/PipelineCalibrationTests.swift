import Definitions
import Domain
import Foundation
import Indicators
@testable import SyntheticData
import Testing

/// The calibrated country through the product itself: every published cell comes back, and every
/// rule is needed for it.
@Suite("The calibrated country through the pipeline")
struct PipelineCalibrationTests {
    private func check(_ tables: PublishedTables, changes: [String: Int], holders: Int) throws {
        let folder = Fixture.temporaryFolder("pipeline")
        defer { try? FileManager.default.removeItem(at: folder) }
        let deliveries = folder.appending(path: "deliveries")
        let definitions = try Fixture.definitions(tables.series)
        try FictiveCountry(
            plan: CountryPlan(
                children: 0,
                from: .of("2015H1"),
                to: .of("2019H1"),
                seed: 7,
                calibrate: true,
                faultRate: 0,
                sources: ["jeugdhulp"],
                holders: holders
            ),
            definitions: definitions,
            parameters: Fixture.parameters(changes)
        ).write(to: deliveries)
        let counter = try PipelineCounter(
            deliveries: deliveries,
            in: folder,
            definitions: definitions
        )
        #expect(try counter.differences(from: tables) == [])
        var unmerged = IndicatorStage.Switches()
        unmerged.merges = false
        #expect(try !counter.differences(from: tables, unmerged).isEmpty)
        var firstVintage = IndicatorStage.Switches()
        firstVintage.usesLatestVintage = false
        #expect(try !counter.differences(from: tables, firstVintage).isEmpty)
        var withoutHistory = IndicatorStage.Switches()
        withoutHistory.looksBack = false
        let broken = try counter.differences(from: tables, withoutHistory)
        // Repeat use and nothing else stands on the history.
        #expect(broken.count == tables.institutions.count)
        #expect(broken.allSatisfy { $0.contains(" started_repeat_use: 0 against ") })
    }

    @Test func `a country forty times smaller gives back every cell and needs every rule`() throws {
        try check(
            PublishedTables.real.divided(by: 40),
            changes: ["country_children": 85_000, "measures_per_year": 324],
            holders: 40
        )
    }

    #if !DEBUG
        @Test func `the country of real size gives back all 84 cells and needs every rule`() throws
        {
            try check(.real, changes: [:], holders: 200)
        }
    #endif
}
