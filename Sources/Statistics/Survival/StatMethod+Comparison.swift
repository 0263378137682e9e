extension StatMethod {
    private static let stratum = Column("stratum", "strata to compare within", isRequired: false)

    /// Comparison of survival curves.
    static let logRank = StatMethod(
        "log-rank",
        "Whether survival is the same in all groups.",
        reference: "Mantel 1966; Harrington and Fleming 1982; R survival 3.5",
        columns: SurvivalInput.columns + [stratum],
        options: [Option("rho", .number(0), "power of the weight S(t−); 0 is the log-rank test")]
    ) { (input) throws(StatisticsError) in
        let data = try SurvivalInput(input, severalCauses: false)
        let rho = try input.number("rho")
        let groups = try input.groups(of: data.table)
        guard groups.count > 1 else {
            throw .notEnough(what: "groups", found: groups.count, needed: 2)
        }
        let membership = Self.membership(groups, count: data.times.count)
        let test = LogRank(
            strata: try input.groups(of: data.table, by: "stratum").map { _, rows in
                rows.map { row in
                    (
                        data.times[row], data.causes[row] > 0,
                        data.entries?[row] ?? -.infinity, membership[row]
                    )
                }
            },
            groupCount: groups.count,
            rho: rho
        )
        var result = MethodResult(
            convention: "hypergeometric variance; rho \(rho)",
            n: data.times.count,
            warnings: data.warnings
        )
        if test.observed.allSatisfy({ $0 == 0 }) {
            result.warnings.append("There are no events, so nothing is compared.")
        }
        result.results = [
            "chi-squared": .number(test.chiSquared),
            "df": .integer(test.df),
            "p": .number(ChiSquared.upper(test.chiSquared, df: Double(test.df))),
            "groups": .array(
                groups.indices.map { place in
                    JSONValue.object([
                        "n": .integer(groups[place].rows.count),
                        "observed": .number(test.observed[place]),
                        "expected": .number(test.expected[place]),
                        "variance": .number(test.covariance[place, place]),
                    ]).adding(groups[place].name.labels)
                }
            ),
        ]
        return result
    }

    /// Comparison of cumulative incidences.
    static let gray = StatMethod(
        "gray",
        "Whether the cumulative incidence of each cause is the same in all groups.",
        reference: "Gray 1988; R cmprsk 2.2",
        columns: SurvivalInput.columns.filter { $0.name != "entry" } + [stratum],
        options: [Option("rho", .number(0), "power of the weight 1 − F(t−)")]
    ) { (input) throws(StatisticsError) in
        let data = try SurvivalInput(input, severalCauses: true)
        guard data.entries == nil else {
            throw .unsuited(expected: "no column entry: this test takes no left truncation")
        }
        let rho = try input.number("rho")
        let groups = try input.groups(of: data.table)
        guard groups.count > 1 else {
            throw .notEnough(what: "groups", found: groups.count, needed: 2)
        }
        let membership = Self.membership(groups, count: data.times.count)
        let strata = try input.groups(of: data.table, by: "stratum")
        var result = MethodResult(
            convention: "gray; rho \(rho)",
            n: data.times.count,
            warnings: data.warnings
        )
        if data.causeNames.isEmpty { result.warnings.append("There are no events of any cause.") }
        var causes: [JSONValue] = []
        for (place, cause) in data.causeNames.enumerated() {
            let test = GrayTest(
                strata: strata.map { _, rows in
                    rows.map { row in
                        let found = data.causes[row]
                        return (
                            data.times[row], found == 0 ? 0 : found == place + 1 ? 1 : 2,
                            membership[row]
                        )
                    }
                },
                groupCount: groups.count,
                rho: rho
            )
            causes.append(
                .object([
                    "cause": .string(cause),
                    "chi-squared": .number(test.chiSquared),
                    "df": .integer(test.df),
                    "p": .number(ChiSquared.upper(test.chiSquared, df: Double(test.df))),
                ])
            )
        }
        result.results["causes"] = .array(causes)
        return result
    }

    /// The group of each row.
    private static func membership(
        _ groups: [(name: GroupName, rows: [Int])],
        count: Int
    ) -> [Int] {
        var membership = Array(repeating: 0, count: count)
        for (place, group) in groups.enumerated() {
            for row in group.rows { membership[row] = place }
        }
        return membership
    }
}
