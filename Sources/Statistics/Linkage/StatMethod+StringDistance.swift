extension StatMethod {
    /// Similarity of two texts, for each row; the texts themselves are not given back.
    static let stringDistance = StatMethod(
        "string-distance",
        "How alike two texts are, for each row.",
        reference: "Jaro 1989; Winkler 1990; Levenshtein 1966; jellyfish 1.2, R stringdist 0.9",
        columns: [Column("a", "a text"), Column("b", "another text")],
        options: [
            Option("measure", oneOf: StringDistance.allCases.map(\.rawValue), "the measure"),
            Option(
                "transpositions",
                oneOf: ["whole", "half"],
                "jaro: whether an odd character out of order counts as half a transposition"
            ),
            Option("p", .number(0.1), "jaro-winkler: weight of a common beginning"),
            Option("boost-from", .number(0), "jaro-winkler: similarity from which it counts"),
        ]
    ) { (input) throws(StatisticsError) in
        let measure: StringDistance = try input.choice("measure")
        let weight = try input.number("p", in: 0...0.25, expected: "from 0 to 0.25")
        let boost = try input.number("boost-from", in: 0...1, expected: "from 0 to 1")
        let first = try input.table.optionalTexts("a")
        let second = try input.table.optionalTexts("b")
        let countsHalves = try input.text("transpositions") == "half"
        var convention = measure.rawValue
        if measure != .levenshtein {
            convention += "; transpositions \(countsHalves ? "half" : "whole")"
        }
        if measure == .jaroWinkler { convention += "; p \(weight); boost from \(boost)" }
        var result = MethodResult(convention: convention, n: first.count)
        var rows: [JSONValue] = []
        for (row, (a, b)) in zip(first, second).enumerated() {
            guard let a, let b else {
                result.warnings.append("Row \(row + 2): a text is missing, so nothing is compared.")
                rows.append(.object(["similarity": .null, "distance": .null]))
                continue
            }
            let similarity = measure.similarity(
                a,
                b,
                prefixWeight: weight,
                boostFrom: boost,
                countsHalves: countsHalves
            )
            rows.append(
                .object([
                    "similarity": .number(similarity),
                    "distance": measure == .levenshtein
                        ? .integer(StringDistance.edits(a, b)) : .number(1 - similarity),
                ])
            )
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
