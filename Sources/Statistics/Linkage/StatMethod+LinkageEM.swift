extension StatMethod {
    /// Match weights from patterns of agreement.
    static let linkageEM = StatMethod(
        "linkage-em",
        "Match and chance probabilities of fields, weights and match probabilities of patterns.",
        reference: "Fellegi and Sunter 1969; Winkler 2000; R RecordLinkage 0.4, Splink 4",
        columns: [Column("count", "pairs with this pattern; 1 by default", isRequired: false)],
        otherColumns: "each other column is a field: 1 agrees, 0 does not, empty not compared",
        options: [
            Option("share", .number(0.1), "first guess of the share of matches"),
            Option("m", .number(0.9), "first guess of agreement among matches"),
            Option("u", .number(0.1), "first guess of agreement among the rest"),
            Option("fixed-u", .null, "u of each field, in the order of the columns, if known"),
            Option("rounds", .integer(100_000), "where to give up"),
        ]
    ) { (input) throws(StatisticsError) in
        let fields = input.table.columns.filter { $0 != "count" }
        guard fields.count >= 2 else {
            throw .unsuited(expected: "2 columns or more that are fields")
        }
        let counts =
            input.table.has("count")
            ? try input.table.counts("count") : Array(repeating: 1, count: input.table.count)
        var merged: [[Bool?]: Double] = [:]
        var columns: [[Double?]] = []
        for field in fields {
            let column = try input.table.optionalNumbers(field)
            for (row, value) in column.enumerated() where ![nil, 0, 1].contains(value) {
                throw .outOfRange(row: row + 2, column: field, expected: "0, 1 or empty")
            }
            columns.append(column)
        }
        for (row, count) in counts.enumerated() {
            merged[columns.map { $0[row].map { $0 == 1 } }, default: 0] += Double(count)
        }
        let order = merged.sorted { Self.key($0.key) > Self.key($1.key) }
        let total = order.map(\.value).reduce(0, +)
        guard total > 0 else { throw .notEnough(what: "pairs", found: 0, needed: 1) }
        func guess(_ name: String) throws(StatisticsError) -> Double {
            try input.number(name, in: 1e-9...(1 - 1e-9), expected: "above 0 and below 1")
        }
        let fixed = input.option("fixed-u") == .null ? nil : try input.numbers("fixed-u")
        if let fixed, fixed.count != fields.count || !fixed.allSatisfy({ $0 > 0 && $0 < 1 }) {
            throw .badOption(
                name: "fixed-u",
                expected: "\(fields.count) numbers above 0 and below 1"
            )
        }
        let fit = FellegiSunter(
            patterns: order.map(\.key),
            counts: order.map(\.value),
            start: (try guess("share"), try guess("m"), try guess("u")),
            fixedU: fixed,
            maxRounds: try input.count("rounds", atLeast: 1)
        )
        var result = MethodResult(
            convention: fixed == nil ? "EM; weights in bits" : "EM with fixed u; weights in bits",
            n: Int(total)
        )
        if fields.count < 3, fixed == nil {
            result.warnings.append(
                "Two fields do not say which pairs match: other numbers would fit as well."
            )
        }
        if !fit.hasSettled {
            result.warnings.append("EM had not come to rest after \(fit.rounds) rounds.")
        }
        if zip(fit.m, fit.u).contains(where: { min($0, $1) < 1e-9 || max($0, $1) > 1 - 1e-9 }) {
            result.warnings.append("A probability ran to 0 or 1, so a weight has no bound.")
        }
        result.results = [
            "share": .number(fit.share),
            "log-likelihood": .number(fit.logLikelihood),
            "rounds": .integer(fit.rounds),
            "fields": .array(
                fields.indices.map { place in
                    var agree: [Bool?] = Array(repeating: nil, count: fields.count)
                    var disagree = agree
                    agree[place] = true
                    disagree[place] = false
                    return .object([
                        "field": .string(fields[place]),
                        "m": .number(fit.m[place]),
                        "u": .number(fit.u[place]),
                        "agreement-weight": .number(fit.weight(of: agree)),
                        "disagreement-weight": .number(fit.weight(of: disagree)),
                    ])
                }
            ),
            "patterns": .array(
                order.map { pattern, count in
                    .object([
                        "pattern": .string(Self.key(pattern)),
                        "count": .number(count),
                        "weight": .number(fit.weight(of: pattern)),
                        "probability": .number(fit.probability(of: pattern)),
                    ])
                }
            ),
        ]
        return result
    }

    /// A pattern as text: `1` agrees, `0` does not, `-` not compared.
    private static func key(_ pattern: [Bool?]) -> String {
        pattern.map { $0.map { $0 ? "1" : "0" } ?? "-" }.joined()
    }
}
