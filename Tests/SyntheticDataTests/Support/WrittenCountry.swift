import Domain
import FoundationEssentials
@testable import SyntheticData

/// A country on disk, in a folder that goes when the value's body is done.
struct WrittenCountry {
    let folder: URL
    let truth: CountryTruth

    /// The plan most tests use: small, four years, with a merger in the middle.
    static func plan(
        children: Int = 20_000,
        seed: UInt64 = 3,
        faultRate: Double = 0,
        sources: Set<String> = Set(SyntheticData.sources),
        singleFile: Bool = false
    ) -> CountryPlan {
        CountryPlan(
            children: children,
            from: .of("2015H1"),
            to: .of("2018H2"),
            seed: seed,
            faultRate: faultRate,
            sources: sources,
            holders: singleFile ? nil : 9,
            singleFile: singleFile
        )
    }

    /// Writes a country, lets the body look at it and removes it.
    static func with<Result>(
        _ plan: CountryPlan,
        _ body: (WrittenCountry) throws -> Result
    ) throws -> Result {
        let folder = Fixture.temporaryFolder("country")
        defer { try? FileManager.default.removeItem(at: folder) }
        let country = try FictiveCountry(
            plan: plan,
            definitions: Fixture.definitions(PublishedTables.real.series),
            parameters: Fixture.parameters()
        )
        try country.write(to: folder)
        return try body(WrittenCountry(folder: folder, truth: country.truth))
    }

    /// The paths in `order.txt`.
    func order() throws -> [String] {
        try String(contentsOf: folder.appending(path: "order.txt"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    /// The bytes of every file by path.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try order() + ["order.txt", "truth.json", "README.txt"] {
            files[path] = try Data(contentsOf: folder.appending(path: path))
        }
        return files
    }

    /// The records of a file as fields by column name.
    func rows(_ path: String) throws -> [[String: String]] {
        var text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        let lines = text.split(whereSeparator: \.isNewline)
        guard let header = lines.first else { return [] }
        let separator: Character = header.contains(";") ? ";" : ","
        let names = header.split(separator: separator).map(String.init)
        return lines.dropFirst().map { line in
            let fields = line.split(separator: separator, omittingEmptySubsequences: false)
            return Dictionary(zip(names, fields.map(String.init))) { first, _ in first }
        }
    }

    /// The rows of the latest vintage of every holder of a source in a period.
    func latestRows(_ source: String, _ period: String) throws -> [[String: String]] {
        var latest: [String: String] = [:]
        for path in try order() where path.hasPrefix(source) && path.contains("-\(period)") {
            latest[String(path.prefix(source.utf8.count + 9))] = path
        }
        return try latest.values.flatMap { try rows($0) }
    }
}
