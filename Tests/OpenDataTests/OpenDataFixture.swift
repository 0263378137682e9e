import Definitions
import Disclosure
import Domain
import Foundation
import Publication

@testable import OpenData

/// A small published database: one indicator with shown, withheld, absent and undefined cells over
/// two half-years, and the published series.
struct OpenDataFixture {
    static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Definitions")
        )
    }

    static let country = CellTable.Region(geography: .country, code: "NL01")
    static let amsterdam = CellTable.Region(geography: .municipality, code: "GM0363")
    static let rozendaal = CellTable.Region(geography: .municipality, code: "GM0277")

    let folder: URL
    let openData: OpenData

    init(pageRows: Int = 10_000) throws {
        let definitions = try OpenDataFixture.definitions.get()
        folder = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-open-data-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "published.sqlite").path
        let profile = definitions.profiles["cbs"]
        try PublishedDatabaseWriter.write(
            tables: profile.map { profile in
                ["2018H2", "2019H1"].compactMap { Period($0) }.map { period in
                    DisclosureStage(profile: profile).run(OpenDataFixture.table(period))
                }
            } ?? [],
            series: definitions.published,
            definitions: definitions,
            release: Release(
                day: CalendarDay(year: 2026, month: 11, day: 25) ?? CalendarDay(number: 0),
                origin: .fictive
            ),
            to: path
        )
        openData = OpenData(
            database: try PublishedDatabase(path: path),
            definitions: definitions,
            pageRows: pageRows
        )
    }

    /// Ended trajectories by class of duration: many in the country, few in Amsterdam, none in
    /// Rozendaal.
    private static func table(_ period: Period) -> CellTable {
        let classes = ["T", "0-2m", "4y+"]
        let regions = CellTable.inTableOrder([country, amsterdam, rozendaal])
        let measures = [
            CellTable.Measure(name: "ended"),
            CellTable.Measure(name: "median_days", decimals: 1, isCount: false),
        ]
        let layout = CellLayout(
            regions: regions,
            dimensions: [CellTable.Dimension(name: "class", codes: classes, isAdditive: true)],
            measures: measures
        )
        let cells: [(CellTable.Region, String, Int64, Int64)] = [
            (country, "T", 143, 1_805), (country, "0-2m", 142, 1_790), (amsterdam, "T", 12, 310),
            (amsterdam, "0-2m", 4, 200),
        ]
        return CellTable(
            indicator: "BJ-06",
            period: period,
            unit: .trajectory,
            dimensions: layout.dimensions,
            measures: measures,
            regions: regions,
            cells: cells.flatMap { region, code, ended, days in
                [("ended", ended), ("median_days", days)].compactMap { measure, value in
                    layout.key(region: region, codes: [code], measure: measure).map {
                        (key: $0, value: value)
                    }
                }
            }
        )
    }

    func answer(_ path: String) -> OpenDataAnswer {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        return openData.answer(
            OpenDataRequest(
                path: parts[0],
                query: parts.count > 1 ? parts[1] : "",
                base: "http://data.example"
            )
        )
    }

    func text(_ path: String) -> String {
        String(decoding: answer(path).body, as: UTF8.self)
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}
