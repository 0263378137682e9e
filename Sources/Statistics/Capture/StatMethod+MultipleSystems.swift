internal import Foundation

extension StatMethod {
    /// Totals from three lists or more.
    static let multipleSystems = StatMethod(
        "multiple-systems",
        "The number of persons in all, from three lists or more, by several log-linear models.",
        reference: "Bishop et al. 1975; Cormack 1992; Chan et al. 2021; R Rcapture 1.4, SparseMSE",
        columns: [
            Column("count", "persons with this combination; 1 by default", isRequired: false)
        ],
        otherColumns: "each other column is a list: 1 on it, 0 not",
        options: [
            Option("search", oneOf: ["all", "stepwise"], "which models"),
            Option(
                "criterion",
                oneOf: MultipleSystems.Criterion.allCases.map(\.rawValue),
                "by what models are compared; the n of BIC is persons seen"
            ),
            Option("max-order", .null, "most lists in an interaction; 2 from 5 lists on"),
            Option("within", .number(10), "models this far above the best make the range"),
            Option("show", .integer(10), "how many models are shown"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let histories = try Self.histories(input)
        let criterion: MultipleSystems.Criterion = try input.choice("criterion")
        let level = try input.level()
        let lists = histories.lists.count
        let maxOrder =
            input.option("max-order") == .null
            ? (lists >= 5 ? 2 : lists - 1) : try input.count("max-order", atLeast: 1)
        let within = try input.number("within", in: 0...1e6, expected: "0 or more")
        let show = try input.count("show", atLeast: 1)
        let search = try input.text("search")
        // Six lists have 2¹⁵ sets of pairs: too many to fit one by one.
        guard search == "stepwise" || lists < 5 || (lists == 5 && maxOrder <= 2) else {
            throw .badOption(name: "search", expected: "stepwise for so many lists and orders")
        }
        let found =
            search == "all"
            ? MultipleSystems.all(histories, maxOrder: maxOrder, by: criterion)
            : MultipleSystems.stepwise(histories, maxOrder: maxOrder, by: criterion)
        guard let best = found.models.first else {
            throw .unsuited(expected: "lists that overlap enough for one model to have an estimate")
        }
        var result = MethodResult(
            convention: """
                \(search) hierarchical models up to order \(maxOrder); \(criterion.rawValue), \
                n = persons seen; multinomial profile interval
                """,
            n: Int(histories.seen)
        )
        if found.failed > 0 {
            result.warnings.append(
                "\(found.failed) models have no finite estimate and were left out."
            )
        }
        let near = found.models.filter {
            criterion.value($0) - criterion.value(best) <= within
        }
        let pairs = MultipleSystems.interactions(lists: lists, maxOrder: 2)
            .filter { histories.overlap($0) == 0 }
        if !pairs.isEmpty {
            result.warnings.append(
                "No overlap between: \(pairs.map(histories.name).joined(separator: ", "))."
            )
        }
        let totals = near.map(\.total)
        if let low = totals.min(), let high = totals.max(), high > 1.5 * low {
            result.warnings.append(
                """
                Models that fit about as well differ by more than half: read the range, not one \
                number.
                """
            )
        }
        var models: [JSONValue] = []
        for model in found.models.prefix(show) {
            let profile = model.profile(level: level)
            if profile.limits.upper == .infinity {
                result.warnings.append(
                    "Model \(Self.name(model, histories)): the data give no upper limit."
                )
            }
            models.append(
                .object([
                    "model": .string(Self.name(model, histories)),
                    "estimate": .number(model.total),
                    "se": .number(model.error),
                    "profile-estimate": .number(profile.total),
                    "lower": .number(profile.limits.lower),
                    "upper": .number(profile.limits.upper),
                    "deviance": .number(model.deviance),
                    "df": .integer(model.df),
                    "aic": .number(model.aic),
                    "bic": .number(model.bic),
                    "at-minus-infinity": .array(
                        model.atMinusInfinity.map { .string(histories.name($0)) }
                    ),
                ])
            )
        }
        result.results = [
            "lists": .array(histories.lists.map { .string($0) }),
            "seen": .number(histories.seen),
            "models": .array(models),
            "models-fitted": .integer(found.models.count),
            "models-in-range": .integer(near.count),
            "range-lower": JSONValue(totals.min()),
            "range-upper": JSONValue(totals.max()),
        ]
        return result
    }

    /// `independence`, or the interactions with `+` between.
    private static func name(
        _ model: MultipleSystemsModel,
        _ histories: CaptureHistories
    ) -> String {
        model.terms.isEmpty
            ? "independence" : model.terms.map(histories.name).joined(separator: "+")
    }

    private static func histories(
        _ input: MethodInput
    ) throws(StatisticsError) -> CaptureHistories {
        let lists = input.table.columns.filter { $0 != "count" }
        guard (3...8).contains(lists.count) else {
            throw .unsuited(expected: "3 to 8 columns that are lists")
        }
        let persons =
            input.table.has("count")
            ? try input.table.counts("count") : Array(repeating: 1, count: input.table.count)
        var combination = Array(repeating: 0, count: input.table.count)
        for (bit, list) in lists.enumerated() {
            for (row, isOn) in try input.table.counts(list).enumerated() {
                guard isOn <= 1 else {
                    throw .outOfRange(row: row + 2, column: list, expected: "0 or 1")
                }
                combination[row] |= isOn << bit
            }
        }
        var counts = Array(repeating: 0.0, count: 1 << lists.count - 1)
        for (row, cell) in combination.enumerated() where persons[row] > 0 {
            guard cell > 0 else {
                throw .outOfRange(
                    row: row + 2,
                    column: lists[0],
                    expected: "1 on at least one list: nobody knows who is on none"
                )
            }
            counts[cell - 1] += Double(persons[row])
        }
        guard counts.contains(where: { $0 > 0 }) else {
            throw .notEnough(what: "persons", found: 0, needed: 1)
        }
        return CaptureHistories(lists: lists, counts: counts)
    }
}
