internal import Foundation

extension StatMethod {
    /// Funnel limits and flags, for each row.
    static let funnel = StatMethod(
        "funnel",
        "Funnel limits round a target, with and without over-dispersion, and what lies outside.",
        reference: "Spiegelhalter 2005; Spiegelhalter et al. 2012; FunnelPlotR 0.6",
        columns: [
            Column("x", "events"),
            Column("n", "persons (proportion), or events expected (ratio)"),
            Column("group", "the unit", isRequired: false),
        ],
        options: [
            Option("kind", oneOf: FunnelLimits.Kind.allCases.map(\.rawValue), "what is compared"),
            Option("limits", oneOf: FunnelLimits.allCases.map(\.rawValue), "formula of the limits"),
            Option("target", .null, "the target; by default all events over all n"),
            Option("levels", .array([.number(0.95), .number(0.998)]), "the limits to draw"),
            Option(
                "over-dispersion",
                oneOf: ["additive", "multiplicative", "none"],
                "random effects (τ²), or wider by √φ"
            ),
            Option(
                "scale",
                oneOf: ["auto", "arcsine", "square-root", "log"],
                "scale of the z-scores: arcsine for proportions, square-root for ratios"
            ),
            Option(
                "extremes",
                oneOf: OverDispersion.Extremes.allCases.map(\.rawValue),
                "what happens to extreme z-scores before over-dispersion is measured"
            ),
            Option("share", .number(0.1), "share of extremes at each end"),
        ]
    ) { (input) throws(StatisticsError) in try Funnel(input).result() }
}

/// The work of the method `funnel`.
private struct Funnel {
    let kind: FunnelLimits.Kind
    let limits: FunnelLimits
    let levels: [Double]
    let spread: String
    let scale: String
    let extremes: OverDispersion.Extremes
    let share: Double
    let x: [Double]
    let n: [Double]
    let target: Double
    let labels: [[String: JSONValue]]
    var warnings: [String] = []

    init(_ input: MethodInput) throws(StatisticsError) {
        kind = try input.choice("kind")
        limits = try input.choice("limits")
        levels = try input.numbers("levels")
        guard !levels.isEmpty, levels.allSatisfy({ $0 > 0 && $0 < 1 }) else {
            throw .badOption(name: "levels", expected: "a list of numbers above 0 and below 1")
        }
        spread = try input.text("over-dispersion")
        extremes = try input.choice("extremes")
        share = try input.number(
            "share",
            in: 0.001...0.499,
            expected: "a number from 0.001 to 0.499"
        )
        x = try input.table.counts("x").map(Double.init)
        n = try input.nonNegative("n")
        if kind == .proportion {
            for row in x.indices {
                guard n[row] == n[row].rounded() else {
                    throw .outOfRange(row: row + 2, column: "n", expected: "a whole number")
                }
                guard x[row] <= n[row] else {
                    throw .outOfRange(row: row + 2, column: "x", expected: "at most n")
                }
            }
        }
        let chosen = try input.text("scale")
        scale = chosen == "auto" ? (kind == .proportion ? "arcsine" : "square-root") : chosen
        guard (scale == "arcsine") == (kind == .proportion) else {
            throw .badOption(name: "scale", expected: "a scale for \(kind.rawValue)")
        }
        let total = n.reduce(0, +)
        target = try input.optionalNumber("target") ?? x.reduce(0, +) / total
        labels = try x.indices.map { (row) throws(StatisticsError) in try input.label(row) }
        let top = kind == .proportion ? 1 : Double.infinity
        guard total > 0 else { throw .unsuited(expected: "a row with n above 0") }
        guard target > 0, target < top else {
            throw .unsuited(expected: "a target above 0 and, for proportions, below 1")
        }
        for (row, size) in n.enumerated() where size == 0 {
            warnings.append("Row \(row + 2) has no n: it has no value and no limits.")
        }
    }

    /// A value on the scale of the z-scores; a count of 0 has none on the log scale.
    private func scaled(_ value: Double) -> Double {
        switch scale {
        case "arcsine": asin(value.squareRoot())
        case "log": log(value)
        default: value.squareRoot()
        }
    }

    private func unscaled(_ value: Double) -> Double {
        switch scale {
        case "arcsine": pow(sin(min(.pi / 2, max(0, value))), 2)
        case "log": exp(value)
        default: pow(max(0, value), 2)
        }
    }

    /// Standard error on that scale when the target holds.
    private func error(_ size: Double) -> Double {
        switch scale {
        case "arcsine": 1 / (2 * size.squareRoot())
        case "log": 1 / (target * size).squareRoot()
        default: 1 / (2 * size.squareRoot())
        }
    }

    func result() -> MethodResult {
        let scores = x.indices.map { (scaled(x[$0] / n[$0]) - scaled(target)) / error(n[$0]) }
        let usable = scores.indices.filter { scores[$0].isFinite }
        var said = warnings
        for row in scores.indices where n[row] > 0 && !scores[row].isFinite {
            said.append("Row \(row + 2) has no events, so no z-score on the log scale.")
        }
        let dispersion = OverDispersion(
            scores: usable.map { scores[$0] },
            errors: usable.map { error(n[$0]) },
            extremes: extremes,
            share: share
        )
        if usable.count < 10 {
            said.append("Over-dispersion is measured on fewer than 10 units and is not steady.")
        }
        var rows: [JSONValue] = []
        for row in x.indices {
            let value = x[row] / n[row]
            var object: [String: JSONValue] = [
                "x": .number(x[row]), "n": .number(n[row]), "value": .number(value),
                "z": .number(scores[row]),
            ]
            object["limits"] = .array(
                levels.map { level in self.limits(row, value, level, dispersion) }
            )
            if spread != "none" {
                object["z-adjusted"] = .number(
                    scores[row] * error(n[row]) / adjusted(n[row], dispersion)
                )
            }
            rows.append(.object(object.merging(labels[row]) { _, new in new }))
        }
        var convention = "\(limits.rawValue) limits"
        if spread != "none" {
            convention += "; \(spread) over-dispersion on the \(scale) scale; extremes "
            convention += extremes.rawValue
        }
        return MethodResult(
            convention: convention,
            n: x.count,
            results: [
                "target": .number(target),
                "phi": .number(dispersion.phi),
                "tau2": .number(dispersion.tau2),
                "rows": .array(rows),
            ],
            warnings: said
        )
    }

    /// Standard error with over-dispersion; chance is never made smaller than it is.
    private func adjusted(_ size: Double, _ dispersion: OverDispersion) -> Double {
        spread == "additive"
            ? (error(size) * error(size) + dispersion.tau2).squareRoot()
            : error(size) * max(1, dispersion.phi).squareRoot()
    }

    private func limits(
        _ row: Int,
        _ value: Double,
        _ level: Double,
        _ dispersion: OverDispersion
    ) -> JSONValue {
        let tail = (1 - level) / 2
        let lower = limits.limit(at: tail, target: target, size: n[row], kind: kind)
        let upper = limits.limit(at: 1 - tail, target: target, size: n[row], kind: kind)
        var object: [String: JSONValue] = [
            "level": .number(level), "lower": .number(lower), "upper": .number(upper),
            "flag": flag(value, lower, upper),
        ]
        if spread != "none" {
            let half = Normal.quantile(upper: tail) * adjusted(n[row], dispersion)
            let low = n[row] > 0 ? unscaled(scaled(target) - half) : .nan
            let high = n[row] > 0 ? unscaled(scaled(target) + half) : .nan
            object["lower-adjusted"] = .number(low)
            object["upper-adjusted"] = .number(high)
            object["flag-adjusted"] = flag(value, low, high)
        }
        return .object(object)
    }

    private func flag(_ value: Double, _ lower: Double, _ upper: Double) -> JSONValue {
        guard value.isFinite, lower.isFinite, upper.isFinite else { return .null }
        return .string(value < lower ? "below" : value > upper ? "above" : "inside")
    }
}
