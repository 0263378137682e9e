import Definitions
import Domain

@testable import Disclosure

/// Advices and reports by chance at three organisations, in tables of the shipped indicators with
/// few codes.
struct SmallReports {
    struct Report {
        var isAdvice: Bool
        var organisation: String
        var scopes: Set<String>
        var natures: Set<String>
        var outcomes: Set<String>
        var codes: [String: String]
        var repeated: String
        var isAssessed: Bool
        var isEnded: Bool
    }

    static let ids = ["VT-01", "VT-04", "VT-05", "VT-07"]
    private static let codes = [
        "scope": ["T", "child-maltreatment", "sexual-abuse"], "nature": ["01", "06", "T", "U"],
        "reporter": ["T", "gp", "police"], "appraisal": ["AO", "GO", "T"],
        "decision": ["ON", "OV", "T"], "outcome": ["B", "N", "T", "U"],
    ]

    let definitions: DefinitionSet
    var reports: [Report] = []

    init(_ definitions: DefinitionSet, seed: UInt64, count: Int = 160) {
        self.definitions = definitions
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        func code(_ codes: [String]) -> String { codes[min(next(codes.count), next(codes.count))] }
        for _ in 0..<count {
            let natures = Set([code(["01", "06", "U"]), code(["01", "U", "06"])])
            var scopes: Set<String> = []
            if next(3) > 0 { scopes.insert("child-maltreatment") }
            // Of this scope one nature is enough, and no other makes it.
            if natures.contains("06") { scopes.insert("sexual-abuse") }
            reports.append(
                Report(
                    isAdvice: next(3) == 0,
                    organisation: code(["Noord", "Oost", "Zuid"]),
                    scopes: scopes,
                    natures: natures,
                    outcomes: Set([code(["B", "N", "U"]), code(["N", "B"])]),
                    codes: [
                        "reporter": code(["police", "gp"]), "appraisal": code(["AO", "GO"]),
                        "decision": code(["OV", "ON"]),
                    ],
                    repeated: code(["", "repeat", "repeat_unknown"]),
                    isAssessed: next(4) > 0,
                    isEnded: next(3) == 0
                )
            )
        }
    }

    /// The table of an indicator, counted report by report in every cell.
    func table(_ id: String) throws -> CellTable {
        guard let definition = definitions.indicators[id] else {
            throw UniverseError.noCounts(indicator: id)
        }
        let dimensions = definition.breakdowns.map { breakdown in
            CellTable.Dimension(
                name: breakdown.column,
                codes: Self.codes[breakdown.column] ?? [],
                isAdditive: ![.scope, .nature, .outcome].contains(breakdown)
            )
        }
        let measures = definition.measures.map { CellTable.Measure(name: $0.name) }
            .sorted { $0.name < $1.name }
        let regions = CellTable.inTableOrder(
            ["Noord", "Oost", "Zuid"].map { CellTable.Region(geography: .veiligThuis, code: $0) }
                + [CellTable.Region(geography: .country, code: "NL01")]
        )
        let layout = CellLayout(regions: regions, dimensions: dimensions, measures: measures)
        var sums: [UInt64: Int64] = [:]
        for report in reports {
            for measure in self.measures(of: report, id) {
                var lists: [[String]] = [[]]
                for dimension in dimensions {
                    let own: Set<String> =
                        switch dimension.name {
                        case "scope": report.scopes
                        case "nature": report.natures
                        case "outcome": report.outcomes
                        default: [report.codes[dimension.name] ?? "U"]
                        }
                    lists = lists.flatMap { list in own.union(["T"]).map { list + [$0] } }
                }
                for region in regions
                where region.geography == .country || region.code == report.organisation {
                    for codes in lists {
                        if let key = layout.key(region: region, codes: codes, measure: measure) {
                            sums[key, default: 0] += 1
                        }
                    }
                }
            }
        }
        return CellTable(
            indicator: id,
            period: .halfYear(ReportingPeriod(ordinal: 2019 * 2)),
            unit: definition.unit,
            dimensions: dimensions,
            measures: measures,
            regions: regions,
            cells: sums.map { (key: $0.key, value: $0.value) }
        )
    }

    private func measures(of report: Report, _ id: String) -> [String] {
        switch id {
        case "VT-01": return [report.isAdvice ? "advices" : "reports"]
        case "VT-04": return !report.isAdvice && report.isAssessed ? ["reports"] : []
        case "VT-05": return !report.isAdvice && report.isEnded ? ["investigations"] : []
        case "VT-07":
            guard !report.isAdvice else { return [] }
            return ["reports"] + (report.repeated.isEmpty ? [] : [report.repeated])
                + (report.repeated == "repeat" && report.isEnded ? ["repeat_new_matter"] : [])
        default: return []
        }
    }

    /// Rounds all tables, as the stage does.
    func rounded(
        key: String = "a secret of the tests",
        earlier: KeptCube = KeptCube()
    ) throws -> (plan: UniversePlan, rounding: UniverseRounding) {
        var grids: [UniverseGrid] = []
        for id in Self.ids {
            guard let definition = definitions.indicators[id] else { continue }
            let slices = try ReportSlices(
                table(id),
                definition,
                scopes: definitions.breakdowns.reportScopes
            ).slices
            for slice in slices {
                grids.append(
                    try UniverseGrid(
                        slice.table,
                        definition,
                        groups: [:],
                        reference: definitions.regions,
                        slice: slice.universe
                    )
                )
            }
        }
        let plan = UniversePlan(grids)
        var rounding = UniverseRounding(
            plan: plan,
            period: .halfYear(ReportingPeriod(ordinal: 2019 * 2)),
            base: 5,
            key: CubeKey(secret: Array(key.utf8)),
            work: 100_000,
            earlier: earlier,
            reference: definitions.regions
        )
        try rounding.run()
        return (plan, rounding)
    }
}
