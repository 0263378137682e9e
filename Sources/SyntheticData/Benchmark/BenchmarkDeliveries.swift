public import Definitions
import Domain
public import FoundationEssentials

/// Very many valid rows of youth assistance, quickly: for measuring, not for counting.
///
/// Rows are made where they are written and nothing links one half-year to the next; for a country
/// whose truth is known see ``FictiveCountry``. Some rows of a child overlap at one holder, some
/// children have no number, as everywhere.
public struct BenchmarkDeliveries {
    private let plan: BenchmarkPlan
    private let parameters: WorldParameters
    private let periods: [ReportingPeriod]
    private let holders: Int
    private let places: Places
    private let placeCodes: [[UInt8]]
    private let columns: [ProtocolColumns]
    private let children: [Child]

    /// Prepares the rows; nothing is written yet.
    ///
    /// - Throws: ``PlanError`` when the plan cannot be met.
    public init(
        plan: BenchmarkPlan,
        definitions: DefinitionSet,
        parameters: WorldParameters
    ) throws(PlanError) {
        guard plan.rows > 0 else { throw .rows(plan.rows) }
        self.plan = plan
        self.parameters = parameters
        switch plan.shape {
        case .oneFile:
            periods = [PublishedTargets.formPeriod]
            holders = 1
        case .manyFiles(let periods, let holders):
            guard periods > 0, holders > 0 else { throw .holders(holders) }
            let first = SyntheticData.firstPeriod.ordinal
            self.periods = (first..<first + periods).map(ReportingPeriod.init(ordinal:))
            self.holders = holders
        }
        places = Places(
            definitions.regions,
            periods: periods,
            seed: plan.seed,
            parameters: parameters
        )
        placeCodes = places.codes.map { Array($0.utf8) }
        guard let source = definitions.sources[SyntheticData.youthAssistance] else {
            throw .source(SyntheticData.youthAssistance)
        }
        columns = periods.map { ProtocolColumns(source, in: $0) }
        var random = SeededRandom(seed: plan.seed, stream: 21)
        var population = Population(places: places, parameters: parameters, seed: plan.seed)
        // Old enough for the earliest start, and not 19 at the last.
        let youngest = periods[0].start.number - 1000
        let oldest = min(periods[periods.count - 1].end.number - 6900, youngest)
        for _ in 0..<max(1, plan.rows / 4) {
            try population.add(bornFrom: oldest, to: youngest, &random)
        }
        children = population.children
    }

    /// Writes the files, `order.txt`, `truth.json` with the number of rows, and the label.
    ///
    /// - Parameters:
    ///   - folder: made when it is not there.
    ///   - progress: told how many rows are written, and of how many.
    /// - Throws: the file system's error when something cannot be written.
    public func write(to folder: URL, progress: (Int, Int) -> Void = { _, _ in }) throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: SyntheticData.youthAssistance),
            withIntermediateDirectories: true
        )
        var order = ""
        let files = periods.count * holders
        for file in 0..<files {
            let first = plan.rows / files * file + min(file, plan.rows % files)
            let count = plan.rows / files + (file < plan.rows % files ? 1 : 0)
            let path = try write(
                file,
                rows: first..<(first + count),
                to: folder,
                progress: { done in progress(done, plan.rows) }
            )
            order += path + "\n"
        }
        try Data(order.utf8).write(to: folder.appending(path: "order.txt"))
        try TruthFile.write(
            BenchmarkTruth(
                label: parameters.label,
                fictiveNumbers: parameters.numberSource,
                seed: plan.seed,
                rows: plan.rows,
                children: children.count,
                files: files
            ),
            to: folder
        )
        try Data(parameters.label.utf8).write(to: folder.appending(path: "README.txt"))
    }

    private struct BenchmarkTruth: Encodable {
        let fictive = true
        let label: String
        let fictiveNumbers: String
        let seed: UInt64
        let rows: Int
        let children: Int
        let files: Int
    }

    /// Writes one file, half-year by half-year and holder by holder, and gives its path.
    private func write(
        _ file: Int,
        rows: Range<Int>,
        to folder: URL,
        progress: (Int) -> Void
    ) throws -> String {
        let index = file / holders
        let holder = FictiveHolderNumber.provider(file % holders)
        let period = periods[index]
        let layout = AssistanceLayout(
            holder: holder,
            period: period.description,
            style: .plain,
            columns: columns[index],
            places: placeCodes
        )
        let path =
            "\(SyntheticData.youthAssistance)/\(FictiveHolderNumber.text(holder))-\(period).csv"
        let maker = BenchmarkRows(
            seed: plan.seed,
            children: children,
            places: places,
            parameters: parameters,
            period: period,
            columns: columns[index]
        )
        var output = try ChunkedFile(folder.appending(path: path))
        try output.append { layout.appendHeader(to: &$0) }
        if rows.isEmpty { try output.append { layout.appendNothing(to: &$0) } }
        var next = rows.lowerBound
        while next < rows.upperBound {
            let until = min(next + 10_000, rows.upperBound)
            try output.append { bytes in
                for number in next..<until { layout.append(maker.row(number), to: &bytes) }
            }
            next = until
            progress(next)
        }
        try output.close()
        return path
    }
}
