/// What the survey methods have in common: the design from its columns, the variables, the domains.
struct SurveyQuestion {
    static let designColumns: [StatMethod.Column] = [
        .init("weight", "how many elements the row stands for", isRequired: false),
        .init("prob", "its probability of being drawn, instead of weight", isRequired: false),
        .init("stratum", "stratum of the first stage", isRequired: false),
        .init("psu", "primary sampling unit; each row one when absent", isRequired: false),
        .init("ssu", "unit of the second stage", isRequired: false),
        .init("fpc", "units in the stratum in the population, or the fraction", isRequired: false),
        .init("fpc2", "the same for the second stage, within the unit", isRequired: false),
        .init("domain", "part of the population; each is estimated apart", isRequired: false),
    ]

    static let variables = StatMethod.Option(
        "variables",
        .array([.string("value")]),
        "the columns to estimate"
    )

    static let designOptions: [StatMethod.Option] = [
        .init(
            "stages",
            oneOf: SurveyDesign.VarianceStages.allCases.map(\.rawValue),
            "the stages that the variance takes in"
        ),
        .init(
            "lonely",
            oneOf: LonelyUnits.allCases.map(\.rawValue),
            "what to do with a stratum with one unit"
        ),
        .init(
            "interval",
            oneOf: ReferenceDistribution.allCases.map(\.rawValue),
            "t with the degrees of freedom of the design, or z"
        ),
        .level,
    ]

    static let effect = StatMethod.Option(
        "deff",
        oneOf: SurveyDesign.DesignEffectBase.allCases.map(\.rawValue),
        "the simple random sample that the design effect compares with"
    )

    let input: MethodInput
    let design: SurveyDesign
    let reference: ReferenceDistribution
    let level: Double

    /// Reads the design; `weights` stand in for the columns weight and prob.
    init(_ input: MethodInput, weights: [Double]? = nil) throws(StatisticsError) {
        self.input = input
        let table = input.table
        guard table.count > 0 else { throw .notEnough(what: "rows", found: 0, needed: 1) }
        let given = try Self.weights(table)
        design = try SurveyDesign(
            weights: weights ?? given,
            strata: table.has("stratum") ? table.texts("stratum") : nil,
            psu: table.has("psu") ? table.texts("psu") : nil,
            ssu: table.has("ssu") ? table.texts("ssu") : nil,
            populations: [
                table.has("fpc") ? table.numbers("fpc") : nil,
                table.has("fpc2") ? table.numbers("fpc2") : nil,
            ],
            lonelyUnits: input.choice("lonely"),
            varianceStages: input.choice("stages")
        )
        reference = try input.choice("interval")
        level = try input.level()
    }

    /// The column weight, or one over the column prob; `nil` when neither is there.
    static func weights(_ table: DataTable) throws(StatisticsError) -> [Double]? {
        if table.has("weight"), table.has("prob") {
            throw .unsuited(expected: "a column weight or a column prob, not both")
        }
        if table.has("weight") { return try table.numbers("weight") }
        guard table.has("prob") else { return nil }
        var weights: [Double] = []
        for (row, probability) in try table.numbers("prob").enumerated() {
            guard probability > 0, probability <= 1 else {
                throw .outOfRange(
                    row: row + 2,
                    column: "prob",
                    expected: "a probability above 0, at most 1"
                )
            }
            weights.append(1 / probability)
        }
        return weights
    }

    /// The names in an option that is a list of columns.
    func names(_ option: String) throws(StatisticsError) -> [String] {
        let names = (input.option(option).asArray ?? []).compactMap(\.asText)
        guard !names.isEmpty, names.count == input.option(option).asArray?.count else {
            throw .badOption(name: option, expected: "a list of names of columns")
        }
        return names
    }

    /// A part of the sample, with values for each row of the whole table.
    struct Part {
        let domain: String?
        let design: SurveyDesign
        let variables: [[Double]]
    }

    /// The variables by domain, rows with a missing value left out of both.
    func parts(_ names: [String]) throws(StatisticsError) -> (parts: [Part], warnings: [String]) {
        var isComplete = Array(repeating: true, count: design.count)
        var variables: [[Double]] = []
        for name in names {
            let values = try input.table.optionalNumbers(name)
            for (row, value) in values.enumerated() where value == nil { isComplete[row] = false }
            variables.append(values.map { $0 ?? 0 })
        }
        var warnings: [String] = []
        let missing = isComplete.count { !$0 }
        if missing > 0 {
            warnings.append(
                "\(missing) of \(design.count) rows have a missing value; the rest is estimated as "
                    + "a domain."
            )
        }
        guard input.table.has("domain") else {
            let part = missing == 0 ? design : design.domain(isComplete)
            return ([Part(domain: nil, design: part, variables: variables)], warnings)
        }
        let domains = try input.table.optionalTexts("domain")
        let without = domains.count { $0 == nil }
        if without > 0 { warnings.append("\(without) rows have no domain and count in none.") }
        var parts: [Part] = []
        for domain in Set(domains.compactMap { $0 }).sorted() {
            let inside = domains.indices.map { domains[$0] == domain && isComplete[$0] }
            parts.append(Part(domain: domain, design: design.domain(inside), variables: variables))
        }
        return (parts, warnings)
    }

    /// The conventions in words.
    func convention(_ more: String...) -> String {
        let stages =
            design.stages.count > 1
            ? [design.varianceStages == .allStages ? "all stages" : "ultimate cluster"] : []
        let corrected = design.stages.map { $0.populationOfUnit.contains { $0.isFinite } }
        let correction: String =
            if corrected.allSatisfy({ !$0 }) { "no finite population correction" } else {
                "finite population correction at stage "
                    + corrected.indices.filter { corrected[$0] }.map { "\($0 + 1)" }
                    .joined(separator: " and ")
            }
        let degrees = reference == .t ? "t with design df \(design.degreesOfFreedom)" : "z"
        let parts = stages + [correction, "lonely psu \(design.lonelyUnits.rawValue)", degrees]
        return (parts + more).joined(separator: "; ")
    }
}
