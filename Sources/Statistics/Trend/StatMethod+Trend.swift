internal import Foundation

extension StatMethod {
    /// Trend tests, for each group apart: no test crosses the border of a group.
    static let trend = StatMethod(
        "trend",
        "Trends over time: Mann-Kendall, seasonal, Sen, Pettitt, Cochran-Armitage, Poisson.",
        reference: """
            Mann 1945; Hirsch et al. 1982; Sen 1968; Pettitt 1979; Armitage 1955; R trend 1.1, stats
            """,
        columns: [
            Column("value", "the value, or the count"),
            Column("time", "the time; 1, 2, 3 … by default", isRequired: false),
            Column("season", "seasonal: the season of the row", isRequired: false),
            Column("n", "cochran-armitage: trials; poisson: exposure", isRequired: false),
            Column("group", "a series, or a part between two breaks", isRequired: false),
        ],
        options: [
            Option(
                "test",
                oneOf: [
                    "mann-kendall", "seasonal", "sen", "pettitt", "cochran-armitage", "poisson",
                    "quasi-poisson",
                ],
                "which test"
            ),
            Option("continuity", .bool(true), "mann-kendall and seasonal: draw S 1 towards 0"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in try TrendTest(input).result() }
}

/// The work of the method `trend`.
private struct TrendTest {
    let input: MethodInput
    let table: DataTable
    let test: String
    let level: Double
    let continuity: Bool
    var warnings: [String]

    init(_ input: MethodInput) throws(StatisticsError) {
        self.input = input
        test = try input.text("test")
        level = try input.level()
        continuity = try input.flag("continuity")
        let complete = try input.complete(["value", "time", "season", "n"])
        table = complete.table
        warnings = complete.warnings
    }

    func result() throws(StatisticsError) -> MethodResult {
        let values = try table.numbers("value")
        var result = MethodResult(convention: convention, n: values.count, warnings: warnings)
        var groups: [JSONValue] = []
        for (name, rows) in try input.groups(of: table) {
            let times =
                table.has("time")
                ? try table.numbers("time") : values.indices.map { Double($0 + 1) }
            let ordered = rows.sorted { (times[$0], $0) < (times[$1], $1) }
            guard ordered.count > 2 else {
                throw .notEnough(what: "rows of a series", found: ordered.count, needed: 3)
            }
            let found = try self.found(
                ordered,
                values: ordered.map { values[$0] },
                times: ordered.map { times[$0] }
            )
            if found.values.contains(where: { !($0.asNumber ?? 0).isFinite }) {
                result.warnings.append("\(name.said): too little varies for all of the numbers.")
            }
            groups.append(JSONValue.object(found).adding(name.labels))
        }
        result.results["groups"] = .array(groups)
        return result
    }

    private var convention: String {
        switch test {
        case "mann-kendall", "seasonal":
            "\(test); variance corrected for ties; continuity \(continuity ? "on" : "off")"
        case "sen": "sen; limits at ranks of Mann-Kendall's variance"
        case "pettitt": "pettitt; approximate p"
        case "poisson": "poisson; Wald, z"
        case "quasi-poisson": "quasi-poisson; Pearson dispersion; Wald, t"
        default: test
        }
    }

    private func found(
        _ rows: [Int],
        values: [Double],
        times: [Double]
    ) throws(StatisticsError) -> [String: JSONValue] {
        var found: [String: JSONValue] = ["n": .integer(rows.count)]
        switch test {
        case "mann-kendall", "seasonal", "sen":
            var seasons = [(times: times, values: values)]
            if test == "seasonal" || table.has("season"), test != "mann-kendall" {
                let names = try table.texts("season")
                let order = Dictionary(grouping: rows.indices) { names[rows[$0]] }
                seasons = order.sorted { $0.key < $1.key }.map { _, places in
                    (times: places.map { times[$0] }, values: places.map { values[$0] })
                }
            }
            if test != "sen" {
                let kendall = MannKendall(seasons: seasons.map(\.values))
                let z = kendall.z(continuity: continuity)
                found["S"] = .number(kendall.s)
                found["variance"] = .number(kendall.variance)
                found["tau"] = .number(kendall.tau)
                found["z"] = .number(z)
                found["p"] = .number(2 * Normal.upper(abs(z)))
            }
            let sen = SenSlope(seasons: seasons, level: level)
            found["slope"] = .number(sen.slope)
            found["lower"] = .number(sen.limits.lower)
            found["upper"] = .number(sen.limits.upper)
        case "pettitt":
            let pettitt = Pettitt(values)
            found["K"] = .number(pettitt.k)
            found["p"] = .number(pettitt.p)
            found["before"] = .integer(pettitt.before)
            found["last-time-before"] =
                pettitt.before > 0 ? .number(times[pettitt.before - 1]) : .null
        case "cochran-armitage":
            let trials = try sizes(rows)
            for (place, row) in rows.enumerated()
            where values[place] < 0 || values[place] > trials[place] {
                throw .outOfRange(row: row + 2, column: "value", expected: "from 0 to n")
            }
            let armitage = CochranArmitage(successes: values, trials: trials, times: times)
            found["z"] = .number(armitage.z)
            found["chi-squared"] = .number(armitage.z * armitage.z)
            found["p"] = .number(2 * Normal.upper(abs(armitage.z)))
            found["slope"] = .number(armitage.slope)
        default:
            found.merge(try poisson(rows, values, times)) { _, new in new }
        }
        return found
    }

    /// Sizes of the rows, above 0; 1 without a column, for models that can do without.
    private func sizes(_ rows: [Int], orOne: Bool = false) throws(StatisticsError) -> [Double] {
        if orOne, !table.has("n") { return rows.map { _ in 1 } }
        let sizes = try table.numbers("n")
        for row in rows where sizes[row] <= 0 {
            throw .outOfRange(row: row + 2, column: "n", expected: "more than 0")
        }
        return rows.map { sizes[$0] }
    }

    private func poisson(
        _ rows: [Int],
        _ counts: [Double],
        _ times: [Double]
    ) throws(StatisticsError) -> [String: JSONValue] {
        for (place, row) in rows.enumerated() where counts[place] < 0 {
            throw .outOfRange(row: row + 2, column: "value", expected: "0 or more")
        }
        let exposure = try sizes(rows, orOne: true)
        // Time is centred for the fit and moved back, so that years do not spoil the numbers.
        let middle = times.reduce(0, +) / Double(times.count)
        let design = Matrix(rowsOf: times.map { [1, $0 - middle] })
        guard counts.contains(where: { $0 > 0 }),
            let fit = PoissonRegression(
                counts: counts,
                design: design,
                offset: exposure.map { log($0) }
            )
        else { throw .unsuited(expected: "events, at more than one time") }
        let df = Double(counts.count - 2)
        let dispersion = fit.pearson / df
        let isQuasi = test == "quasi-poisson"
        let error = (fit.covariance[1, 1] * (isQuasi ? dispersion : 1)).squareRoot()
        let slope = fit.coefficients[1]
        let statistic = slope / error
        let tail = (1 - level) / 2
        let reach =
            isQuasi ? StudentT.quantile(upper: tail, df: df) : Normal.quantile(upper: tail)
        let limits = Interval(around: slope, error: error, z: reach)
        let p = isQuasi ? StudentT.upper(abs(statistic), df: df) : Normal.upper(abs(statistic))
        return [
            "intercept": .number(fit.coefficients[0] - slope * middle),
            "slope": .number(slope),
            "se": .number(error),
            "lower": .number(limits.lower),
            "upper": .number(limits.upper),
            "rate-ratio": .number(exp(slope)),
            "rate-ratio-lower": .number(exp(limits.lower)),
            "rate-ratio-upper": .number(exp(limits.upper)),
            "statistic": .number(statistic),
            "p": .number(2 * p),
            "dispersion": .number(dispersion),
            "deviance": .number(fit.deviance),
            "df": .number(df),
        ]
    }
}
