extension StatMethod {
    /// Control charts, for each group apart: no line crosses the border of a group.
    static let controlChart = StatMethod(
        "control-chart",
        "Control charts p, p', u, u', c, XmR, EWMA and CUSUM with run rules, for each group.",
        reference: "Montgomery 2019; Laney 2002; Anhøj and Olesen 2014; R qcc 2.7, qicharts2 0.7",
        columns: [
            Column("value", "events or measurements, in the order of time"),
            Column("n", "p, p-prime, u, u-prime: persons or exposure", isRequired: false),
            Column("group", "a series, or a part between two breaks", isRequired: false),
        ],
        options: [
            Option("chart", oneOf: ControlChart.Kind.allCases.map(\.rawValue), "which chart"),
            Option("sigmas", .number(3), "standard errors to the limits"),
            Option("target", .null, "the centre; else from the data"),
            Option("deviation", .null, "xmr, ewma, cusum: standard deviation; else from ranges"),
            Option("baseline", .null, "how many first points give centre and limits; else all"),
            Option("screen-ranges", .bool(false), "leave out moving ranges above their limit"),
            Option("lambda", .number(0.2), "ewma: weight of the newest point"),
            Option("shift", .number(1), "cusum: the shift to find, in standard deviations"),
            Option("decision", .number(5), "cusum: where it signals, in standard deviations"),
            Option("runs", oneOf: ["centre", "median"], "the line whose runs are counted"),
        ]
    ) { (input) throws(StatisticsError) in
        let kind: ControlChart.Kind = try input.choice("chart")
        var settings = ControlChart.Settings()
        settings.sigmas = try input.number("sigmas", in: 0.1...10, expected: "from 0.1 to 10")
        settings.target = try input.optionalNumber("target")
        settings.deviation = try input.optionalNumber("deviation")
        settings.baseline =
            input.option("baseline") == .null ? nil : try input.count("baseline", atLeast: 2)
        settings.screensRanges = try input.flag("screen-ranges")
        settings.weight = try input.number("lambda", in: 0.001...1, expected: "from 0.001 to 1")
        settings.shift = try input.number("shift", in: 0.01...10, expected: "from 0.01 to 10")
        settings.decision = try input.number("decision", in: 0.1...100, expected: "from 0.1 to 100")
        let countsRunsOfMedian = try input.text("runs") == "median"
        let complete = try input.complete(["value", "n"])
        let isCount = ![.xmr, .ewma, .cusum].contains(kind)
        let needsSizes = isCount && kind != .c
        let values =
            isCount
            ? try complete.table.counts("value").map(Double.init)
            : try complete.table.numbers("value")
        let sizes = needsSizes ? try complete.table.numbers("n") : values.map { _ in 1 }
        for (row, size) in sizes.enumerated() {
            if size <= 0 { throw .outOfRange(row: row + 2, column: "n", expected: "more than 0") }
            if kind == .p || kind == .pPrime, values[row] > size {
                throw .outOfRange(row: row + 2, column: "value", expected: "at most n")
            }
        }
        var convention = "\(kind.rawValue); \(settings.sigmas) sigma"
        if kind == .cusum {
            convention = "cusum; shift \(settings.shift), decision \(settings.decision)"
        }
        if !isCount || kind == .pPrime || kind == .uPrime {
            convention += "; d2 = 2/√π; ranges \(settings.screensRanges ? "screened" : "all")"
        }
        var result = MethodResult(
            convention: convention,
            n: values.count,
            warnings: complete.warnings
        )
        var groups: [JSONValue] = []
        for (name, rows) in try input.groups(of: complete.table) {
            let chart = ControlChart(
                kind,
                values: rows.map { values[$0] },
                sizes: rows.map { sizes[$0] },
                settings: settings
            )
            if rows.count < 12 {
                result.warnings.append("\(name.said): limits from fewer than 12 points are soft.")
            }
            // Sums have no line to run along: the run rules look at the measurements themselves.
            let drawn = kind == .cusum ? rows.map { values[$0] } : chart.points.map(\.value)
            let runs = RunRules(
                drawn,
                centre: countsRunsOfMedian ? Quantile.median(drawn) : chart.centre
            )
            var object: [String: JSONValue] = [
                "centre": .number(chart.centre),
                "runs": .object([
                    "useful": .integer(runs.useful),
                    "longest-run": .integer(runs.longestRun),
                    "longest-allowed": .integer(runs.longestAllowed),
                    "crossings": .integer(runs.crossings),
                    "fewest-allowed": .integer(runs.fewestAllowed),
                    "signal": .bool(runs.hasSignal),
                ]),
            ]
            if kind == .pPrime || kind == .uPrime { object["factor"] = .number(chart.spread) }
            if !isCount { object["deviation"] = .number(chart.spread) }
            object["points"] = .array(
                chart.points.map { point in
                    var drawn: [String: JSONValue] = [
                        "value": .number(point.value),
                        "lower": .number(point.limits.lower),
                        "upper": .number(point.limits.upper),
                        "outside": .bool(point.isOutside),
                    ]
                    if kind == .cusum { drawn["lower-sum"] = .number(point.lowerSum) }
                    return .object(drawn)
                }
            )
            groups.append(JSONValue.object(object).adding(name.labels))
        }
        result.results["groups"] = .array(groups)
        return result
    }
}
