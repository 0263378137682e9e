import Definitions
import Domain
import Foundation

@testable import Disclosure

/// A few municipalities with counts by chance, in tables of the shipped indicators with few codes.
struct SmallCountry {
    let definitions: DefinitionSet
    let boundaries: Int
    /// The counts of single units: what each table adds up.
    var units: [(area: String, codes: [String: String], quantity: String)] = []

    init(_ definitions: DefinitionSet, boundaries: Int = 2020, seed: UInt64, count: Int = 260) {
        self.definitions = definitions
        self.boundaries = boundaries
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        // Three that become one in 2021, two others, and one divided over three in 2018.
        let areas = ["GM0003", "GM0010", "GM0024", "GM0014", "GM0363", "GM0140"]
        func code(_ codes: [String]) -> String { codes[min(next(codes.count), next(codes.count))] }
        for number in 0..<count {
            let codes = [
                "form": code(["01", "02", "13"]), "referrer": code(["01", "04"]),
                "age": code(["0-3", "4-11"]), "sex": code(["M", "V"]),
                "reason": code(["01", "03"]), "class": code(["<6m", "1y"]),
                "type": code(["11", "21"]), "repeat": code(["", "repeat", "repeat_unknown"]),
                "entry": code(["opening", "inflow", "transfer_in"]),
                "exit": code(["closing", "outflow", "transfer_out"]),
                "form2": code(["", "01", "02"]),
            ]
            let quantity = ["running", "started", "ended", "child", "balance"][number % 5]
            units.append((areas[min(next(6), next(6))], codes, quantity))
        }
    }

    private static let ranks = ["01": 0, "02": 1, "13": 2]

    /// The table of an indicator.
    func table(_ id: String) -> CellTable? {
        guard let definition = definitions.indicators[id] else { return nil }
        let own: [String: [String]] = [
            "form": ["01", "02", "13", "T"], "referrer": ["01", "04", "T"],
            "age": ["0-3", "4-11", "T"], "sex": ["M", "V", "T"], "reason": ["01", "03", "T"],
            "class": ["<6m", "1y", "T"], "type": ["11", "21", "T"],
        ]
        let dimensions = definition.breakdowns.map {
            CellTable.Dimension(
                name: $0.column,
                codes: own[$0.column] ?? [],
                isAdditive: !(definition.unit == .child && $0 == .form)
            )
        }
        let measures = definition.measures.filter {
            ![.meanDays, .medianDays, .recordsWithoutPerson].contains($0.kind)
        }.map { CellTable.Measure(name: $0.name) }.sorted { $0.name < $1.name }
        let placements = units.map {
            definitions.regions.placement(of: $0.area, boundaries: boundaries)
        }
        let every = definitions.regions.knownCodes.map {
            definitions.regions.placement(of: $0, boundaries: boundaries)
        }
        let regions = CellTable.inTableOrder(Array(Set((placements + every + [[:]]).flatMap(held))))
        let layout = CellLayout(regions: regions, dimensions: dimensions, measures: measures)
        var sums: [UInt64: Int64] = [:]
        for (unit, placement) in zip(units, placements) {
            for counted in counts(unit, definition) {
                var lists: [[String]] = [[]]
                for dimension in dimensions {
                    let code = counted.codes[dimension.name] ?? "T"
                    let above = dimension.isAdditive && code != "T" ? [code, "T"] : [code]
                    lists = lists.flatMap { list in above.map { list + [$0] } }
                }
                for region in held(placement) {
                    for codes in lists {
                        guard
                            let key = layout.key(
                                region: region,
                                codes: codes,
                                measure: counted.measure
                            )
                        else { continue }
                        sums[key, default: 0] += 1
                    }
                }
            }
        }
        var table = CellTable(
            indicator: id,
            period: .halfYear(ReportingPeriod(ordinal: 2019 * 2)),
            unit: definition.unit,
            dimensions: dimensions,
            measures: measures,
            regions: regions,
            cells: sums.map { (key: $0.key, value: $0.value) }
        )
        table.notes["boundaries"] = String(boundaries)
        return table
    }

    private func held(_ placement: [Geography: String]) -> [CellTable.Region] {
        Geography.allCases.map {
            CellTable.Region(geography: $0, code: $0 == .country ? "NL01" : placement[$0] ?? "U")
        }
    }

    /// In which measures, at which codes, one unit counts.
    private func counts(
        _ unit: (area: String, codes: [String: String], quantity: String),
        _ definition: IndicatorDefinition
    ) -> [(measure: String, codes: [String: String])] {
        var codes = unit.codes
        switch (definition.id, unit.quantity) {
        case ("BJ-01", "running"), ("BJ-01", "started"), ("BJ-01", "ended"):
            return [("trajectories", codes)]
        case ("BJ-04", "started"):
            return [("started", codes)]
                + (codes["repeat"] == "" ? [] : [(codes["repeat"] ?? "", codes)])
        case ("BJ-05", "ended"):
            var list = [("ended", codes)]
            if codes["reason"] == "03" {
                codes["reason"] = nil
                list += [("premature", codes), ("dropout", codes)]
            }
            return list
        case ("BJ-06", "ended"): return [("ended", codes)]
        case ("BJ-03", "child"):
            codes["form"] = heaviest(codes)
            return [("youths", codes)]
        case ("BJ-02", "child"):
            let forms = Set([codes["form"] ?? "", codes["form2"] ?? ""]).subtracting([""]).sorted()
            var total = codes
            total["form"] = nil
            return [("youths", total)]
                + forms.map { form in
                    codes["form"] = form
                    return ("youths", codes)
                }
        case ("JB-01", "balance"):
            return [(codes["entry"] ?? "", codes), (codes["exit"] ?? "", codes)]
        default: return []
        }
    }

    private func heaviest(_ codes: [String: String]) -> String {
        let forms = [codes["form"] ?? "", codes["form2"] ?? ""].filter { !$0.isEmpty }
        return forms.max { (Self.ranks[$0] ?? 0) < (Self.ranks[$1] ?? 0) } ?? "01"
    }

    /// Rounds all tables, as the stage does.
    func rounded(
        _ ids: [String],
        key: String = "a secret of the tests",
        earlier: KeptCube = KeptCube()
    ) throws -> (plan: UniversePlan, rounding: UniverseRounding) {
        let grids = try ids.compactMap { id -> UniverseGrid? in
            guard let table = table(id), let definition = definitions.indicators[id] else {
                return nil
            }
            return try UniverseGrid(table, definition, groups: [:], reference: definitions.regions)
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
