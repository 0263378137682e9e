extension StatMethod {
    /// Reliable and clinically significant change.
    static let reliableChange = StatMethod(
        "reliable-change",
        "Reliable and clinically significant change of persons measured twice, and their shares.",
        reference: "Jacobson and Truax 1991; R clinicalsignificance 3",
        columns: [
            Column("pre", "the score before"),
            Column("post", "the score after"),
            Column("person", "who was measured; shown in the result", isRequired: false),
        ],
        options: [
            Option("method", oneOf: ReliableChangeMethod.allCases.map(\.rawValue), "the index"),
            Option("reliability", .null, "of the score in the norm group; above 0, below 1"),
            Option("reliability-post", .null, "at the second measurement, for NK"),
            Option("better", oneOf: ["higher", "lower"], "which way is better"),
            Option("mean", .null, "of the norm group before; else the sample's"),
            Option("sd", .null, "of the norm group before; else the sample's"),
            Option("functional-mean", .null, "of the functional population, for cut-offs b and c"),
            Option("functional-sd", .null, "of the functional population, for cut-offs b and c"),
            Option("cutoff", oneOf: ["none", "a", "b", "c"], "the border of recovery"),
            Option("cutoff-b-sd", oneOf: ["functional", "clinical"], "the deviation in cut-off b"),
            Option("critical", .null, "1.96 or 1.645, or another; else that of the method"),
            Option("interval", oneOf: ProportionInterval.allCases.map(\.rawValue), "of the shares"),
            Option("persons", .bool(true), "whether each person is in the result"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let (table, warnings) = try input.complete(["pre", "post"])
        guard table.count > 2 else {
            throw .notEnough(what: "persons measured twice", found: table.count, needed: 3)
        }
        let before = try table.numbers("pre")
        let after = try table.numbers("post")
        let method: ReliableChangeMethod = try input.choice("method")
        let inside = "a number above 0 and below 1"
        guard let reliability = try input.optionalNumber("reliability"), reliability > 0,
            reliability < 1
        else { throw .badOption(name: "reliability", expected: inside) }
        let second = try input.optionalNumber("reliability-post")
        if let second, second <= 0 || second >= 1 {
            throw .badOption(name: "reliability-post", expected: inside)
        }
        var clinical = ReliableChange.Norm(of: before)
        let mean = try input.optionalNumber("mean")
        let deviation = try input.optionalNumber("sd")
        clinical.mean = mean ?? clinical.mean
        clinical.deviation = deviation ?? clinical.deviation
        guard clinical.deviation > 0 else {
            throw .badOption(name: "sd", expected: "a number above 0; all scores before are equal")
        }
        var functional: ReliableChange.Norm?
        if let mean = try input.optionalNumber("functional-mean"),
            let deviation = try input.optionalNumber("functional-sd")
        {
            functional = .init(mean: mean, deviation: deviation)
        }
        var judge = ReliableChange(
            method,
            higherIsBetter: try input.text("better") == "higher",
            reliability: reliability,
            reliabilityAfter: second,
            clinical: clinical,
            after: .init(of: after),
            functional: functional,
            criticalValue: try input.optionalNumber("critical")
        )
        judge.cutoffBFromClinical = try input.text("cutoff-b-sd") == "clinical"
        let kind = ClinicalCutoff(rawValue: try input.text("cutoff"))
        let cutoff = kind.flatMap(judge.cutoff)
        if kind != nil, cutoff == nil {
            throw .badOption(
                name: "functional-mean",
                expected: "mean and sd of the functional population, for cut-offs b and c"
            )
        }
        let norm = mean != nil && deviation != nil ? "norm group given" : "norm from the sample"
        var convention =
            "\(method.rawValue); critical value \(judge.criticalValue); \(norm); "
            + "\(try input.text("better")) is better; cut-off \(try input.text("cutoff"))"
        if kind == .b { convention += " with the \(try input.text("cutoff-b-sd")) sd" }
        var result = MethodResult(convention: convention, n: table.count, warnings: warnings)
        result.results["sem"] = .number(judge.errorOfMeasurement)
        if let cutoff { result.results["cutoff"] = .number(cutoff) }
        guard let indices = judge.indices(before: before, after: after) else {
            result.results["persons"] = .null
            result.warnings.append(
                "The index is undefined: the reliability of differences is not above 0."
            )
            return result
        }
        let classes = judge.classes(indices, before: before, after: after, cutoff: cutoff)
        let interval: ProportionInterval = try input.choice("interval")
        let level = try input.level()
        result.results["classes"] = .array(
            ChangeClass.allCases.map { one in
                let count = classes.count { $0 == one }
                let limits = interval.limits(
                    successes: Double(count),
                    of: Double(classes.count),
                    level: level
                )
                return .object([
                    "class": .string(one.rawValue),
                    "count": .integer(count),
                    "share": .number(Double(count) / Double(classes.count)),
                    "lower": .number(limits.lower),
                    "upper": .number(limits.upper),
                ])
            }
        )
        if try input.flag("persons") {
            let names =
                table.has("person")
                ? try table.optionalTexts("person") : Array(repeating: nil, count: table.count)
            result.results["persons"] = .array(
                indices.indices.map { person in
                    var row: [String: JSONValue] = [
                        "rci": .number(indices[person]),
                        "class": .string(classes[person].rawValue),
                    ]
                    if let name = names[person] { row["person"] = .string(name) }
                    return .object(row)
                }
            )
        }
        return result
    }
}
