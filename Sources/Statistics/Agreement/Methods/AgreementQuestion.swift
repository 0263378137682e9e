/// What the agreement methods have in common: ratings from columns, weights, and the result.
struct AgreementQuestion {
    static let raters = StatMethod.Option(
        "raters",
        .array([]),
        "the columns of raters; empty for all but unit"
    )

    static let categories = StatMethod.Option(
        "categories",
        .array([]),
        "all categories that could be chosen, in their order; empty for those chosen"
    )

    static let weights = StatMethod.Option(
        "weights",
        oneOf: AgreementWeights.allCases.map(\.rawValue),
        "how much different ratings still agree"
    )

    static let columns: [StatMethod.Column] = [
        .init("unit", "what was rated; not read", isRequired: false)
    ]

    static let otherColumns = "a column for each rater, a row for each unit; empty where not rated"

    let ratings: Ratings
    let isOrderedBySpelling: Bool
    let level: Double
    let warnings: [String]

    init(_ input: MethodInput) throws(StatisticsError) {
        let names = try Self.raters(input)
        var columns: [[String?]] = []
        for name in names { columns.append(try input.table.optionalTexts(name)) }
        let rows = (0..<input.table.count).map { row in columns.map { $0[row] } }
        let given = (input.option("categories").asArray ?? []).map { value in
            value.asText
                ?? value.asNumber.map { number in
                    Int(exactly: number).map(String.init) ?? "\(number)"
                } ?? ""
        }
        ratings = try Ratings(rows, categories: given.isEmpty ? nil : given)
        isOrderedBySpelling =
            given.isEmpty && !ratings.categories.allSatisfy { DataTable.number($0) != nil }
        level = try input.level()
        let unrated = rows.count - ratings.units
        warnings = unrated > 0 ? ["\(unrated) units were rated by nobody and are left out."] : []
    }

    static func raters(_ input: MethodInput) throws(StatisticsError) -> [String] {
        let given = input.option("raters").asArray ?? []
        let names = given.compactMap(\.asText)
        guard names.count == given.count else {
            throw .badOption(name: "raters", expected: "a list of names of columns")
        }
        return names.isEmpty ? input.table.columns.filter { $0 != "unit" } : names
    }

    /// The coefficient with percent agreement and prevalence beside it.
    func result(
        _ found: AgreementCoefficient,
        convention: String,
        interval: Interval?,
        error: Double?
    ) -> MethodResult {
        var result = MethodResult(
            convention: convention,
            n: found.units,
            warnings: warnings + found.warnings
        )
        result.results = [
            "estimate": JSONValue(found.estimate),
            "se": JSONValue(error),
            "lower": JSONValue(interval?.lower),
            "upper": JSONValue(interval?.upper),
            "observed": JSONValue(found.observed),
            "expected": JSONValue(found.expected),
            "percent-agreement": JSONValue(ratings.percentAgreement),
            "units-rated-twice": .integer(ratings.unitsRatedTwice),
            "raters": .integer(ratings.raters),
            "prevalence": .array(
                zip(ratings.categories, ratings.prevalence).map { category, share in
                    .object(["category": .string(category), "share": .number(share)])
                }
            ),
        ]
        if let largest = ratings.prevalence.max(), largest > 0.9 {
            result.warnings.append(
                "More than nine in ten ratings are of one category; kappa and alpha are low then "
                    + "even where raters seldom differ. Read percent agreement and AC1 beside it."
            )
        }
        return result
    }

    /// A warning when categories that need an order have none but their spelling.
    func order(_ isNeeded: Bool) -> [String] {
        guard isNeeded, isOrderedBySpelling else { return [] }
        return [
            "The categories are texts and no order was given, so they were put in the order of "
                + "their spelling; name them in the option categories."
        ]
    }

    /// The coefficient with its own standard error and interval.
    func result(_ found: AgreementCoefficient, convention: String) -> MethodResult {
        result(
            found,
            convention: convention + "; standard error gwet; t with df \(max(found.units - 1, 0))",
            interval: found.interval(level: level),
            error: found.standardError
        )
    }
}
