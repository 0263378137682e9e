extension StatMethod {
    /// Cumulative incidence with competing risks, for each group and cause.
    static let cumulativeIncidence = StatMethod(
        "cumulative-incidence",
        "Probability of an event of each cause over time, other causes competing.",
        reference: "Aalen and Johansen 1978; Gray 1988; R cmprsk 2.2, survival 3.5",
        columns: SurvivalInput.columns,
        options: [
            Option(
                "variance",
                oneOf: CumulativeIncidence.Variance.allCases.map(\.rawValue),
                "how the variance is found"
            ),
            Option("interval", oneOf: SurvivalInterval.allCases.map(\.rawValue), "scale of limits"),
            Option("times", .array([]), "times at which the curves are wanted besides"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let data = try SurvivalInput(input, severalCauses: true)
        let variance: CumulativeIncidence.Variance = try input.choice("variance")
        let interval: SurvivalInterval = try input.choice("interval")
        let z = Statistics.z(level: try input.level())
        let wanted = try input.numbers("times")
        var result = MethodResult(
            convention:
                "Aalen-Johansen; variance \(variance.rawValue); interval \(interval.rawValue)",
            n: data.times.count,
            warnings: data.warnings
        )
        if data.causeNames.isEmpty { result.warnings.append("There are no events of any cause.") }
        func point(_ time: Double, _ step: CumulativeIncidence.Step?) -> [String: JSONValue] {
            let incidence = step?.incidence ?? 0
            let limits = interval.limits(incidence, error: step?.error ?? 0, z: z)
            return [
                "time": .number(time), "incidence": .number(incidence),
                "se": .number(step?.error ?? 0),
                "lower": .number(limits.lower), "upper": .number(limits.upper),
            ]
        }
        var groups: [JSONValue] = []
        for (name, rows) in try input.groups(of: data.table) {
            var causes: [JSONValue] = []
            for (place, cause) in data.causeNames.enumerated() {
                let curve =
                    variance == .gray
                    ? CumulativeIncidence(data.events(rows), cause: place + 1)
                    : CumulativeIncidence(
                        times: rows.map { data.times[$0] },
                        causes: rows.map { data.causes[$0] },
                        entries: data.entries.map { entries in rows.map { entries[$0] } },
                        causeCount: data.causeNames.count,
                        cause: place + 1
                    )
                causes.append(
                    .object([
                        "cause": .string(cause),
                        "events": .number(
                            curve.steps.map { $0.row.events[place] }.reduce(0, +)
                        ),
                        "at": .array(
                            wanted.map { time in
                                .object(point(time, curve.steps.last { $0.row.time <= time }))
                            }
                        ),
                        "curve": .array(
                            curve.steps.filter { $0.row.events[place] > 0 }.map { step in
                                JSONValue.object(point(step.row.time, step)).adding([
                                    "at-risk": .number(step.row.atRisk),
                                    "events": .number(step.row.events[place]),
                                ])
                            }
                        ),
                    ])
                )
            }
            groups.append(
                .object(["n": .integer(rows.count), "causes": .array(causes)]).adding(name.labels)
            )
        }
        result.results["groups"] = .array(groups)
        return result
    }
}
