extension StatMethod {
    /// Survival curves, for each group.
    static let kaplanMeier = StatMethod(
        "kaplan-meier",
        "Survival curve, median and restricted mean time, for each group.",
        reference: "Kaplan and Meier 1958; R survival 3.5",
        columns: SurvivalInput.columns,
        options: [
            Option("interval", oneOf: SurvivalInterval.allCases.map(\.rawValue), "scale of limits"),
            Option("horizon", .null, "restricted mean up to this time; else the last time"),
            Option("quantiles", .array([.number(0.5)]), "shares with event whose time is wanted"),
            Option("times", .array([]), "times at which the curve is wanted besides"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let data = try SurvivalInput(input, severalCauses: false)
        let interval: SurvivalInterval = try input.choice("interval")
        let z = Statistics.z(level: try input.level())
        let horizon = try input.optionalNumber("horizon") ?? data.times.max() ?? 0
        let shares = try input.numbers("quantiles")
        guard shares.allSatisfy({ $0 > 0 && $0 < 1 }) else {
            throw .badOption(name: "quantiles", expected: "a list of numbers above 0 and below 1")
        }
        let wanted = try input.numbers("times")
        var result = MethodResult(
            convention: "Greenwood; interval \(interval.rawValue)",
            n: data.times.count,
            warnings: data.warnings
        )
        var groups: [JSONValue] = []
        for (name, rows) in try input.groups(of: data.table) {
            let curve = KaplanMeier(data.events(rows))
            let last = curve.steps.last?.row.time ?? 0
            if horizon > last {
                result.warnings.append(
                    "\(name.said): follow-up ends before the horizon; the curve is drawn on flat."
                )
            }
            if !curve.steps.contains(where: { $0.row.allEvents > 0 }) {
                result.warnings.append("\(name.said): no events; times to event are undefined.")
            }
            if let early = curve.steps.firstIndex(where: { $0.survival == 0 }),
                early < curve.steps.count - 1
            {
                result.warnings.append(
                    "\(name.said): the curve falls to 0 while few are at risk, and stays there."
                )
            }
            let mean = curve.restrictedMean(until: horizon)
            func point(_ time: Double, _ step: KaplanMeier.Step?) -> [String: JSONValue] {
                let survival = step?.survival ?? 1
                let error = step.map { $0.survival == 0 ? .nan : $0.error } ?? 0
                let limits = interval.limits(survival, error: error, z: z)
                return [
                    "time": .number(time), "survival": .number(survival), "se": .number(error),
                    "lower": .number(limits.lower), "upper": .number(limits.upper),
                ]
            }
            groups.append(
                .object([
                    "n": .integer(rows.count),
                    "events": .number(curve.steps.map(\.row.allEvents).reduce(0, +)),
                    "horizon": .number(horizon),
                    "restricted-mean": .number(mean.mean),
                    "restricted-mean-se": .number(mean.error),
                    "quantiles": .array(
                        shares.map { share in
                            let limits = curve.timeLimits(
                                survival: 1 - share,
                                interval: interval,
                                z: z
                            )
                            return .object([
                                "share": .number(share),
                                "time": .number(curve.time(survival: 1 - share)),
                                "lower": .number(limits.lower),
                                "upper": .number(limits.upper),
                            ])
                        }
                    ),
                    "at": .array(wanted.map { .object(point($0, curve.step(at: $0))) }),
                    "curve": .array(
                        curve.steps.map { step in
                            JSONValue.object(point(step.row.time, step)).adding([
                                "at-risk": .number(step.row.atRisk),
                                "events": .number(step.row.allEvents),
                                "censored": .number(step.row.censored),
                            ])
                        }
                    ),
                ]).adding(name.labels)
            )
        }
        result.results["groups"] = .array(groups)
        return result
    }
}
