import Definitions

extension SparkScript {
    /// The code of a row on a breakdown; never empty.
    func code(_ breakdown: IndicatorDefinition.Breakdown) -> String {
        switch breakdown {
        case .form, .heaviestForm, .type: return "form"
        case .referrer: return "coalesce(referrer, 'U')"
        case .sex: return "coalesce(sex, 'U')"
        case .reason: return "coalesce(reason, 'U')"
        case .informant: return "coalesce(informant, 'U')"
        case .referrerGroup:
            let groups = set.breakdowns.referrerGroups.map {
                "WHEN referrer IN \(SparkScript.list($0.referrers)) THEN '\($0.code)'"
            }
            return "CASE \(groups.joined(separator: " ")) ELSE 'U' END"
        case .age:
            let classes = set.breakdowns.ageClasses.map { age in
                age.to.map { "WHEN \(SparkScript.age("last")) <= \($0) THEN '\(age.code)'" }
                    ?? "ELSE '\(age.code)'"
            }
            return "CASE WHEN \(SparkScript.age("last")) IS NULL THEN 'U' "
                + classes.joined(separator: " ") + " END"
        case .durationClass:
            let classes = set.breakdowns.durationClasses
            let steps = zip(classes, classes.dropFirst()).map {
                "WHEN \(SparkScript.months) < \($1.fromMonths) THEN '\($0.code)'"
            }
            return "CASE \(steps.joined(separator: " ")) ELSE '\(classes.last?.code ?? "")' END"
        default: preconditionFailure("refused before")
        }
    }

    /// Completed years on a day; nothing for who was not born or of whom it is not known.
    static func age(_ day: String) -> String {
        let birth = "date_from_unix_date(birth)"
        let on = "date_from_unix_date(\(day))"
        return """
            CASE WHEN birth <= \(day) THEN year(\(on)) - year(\(birth))
                - CASE WHEN 100 * month(\(on)) + day(\(on)) < 100 * month(\(birth)) + day(\(birth))
                       THEN 1 ELSE 0 END END
            """
    }

    /// Completed months from a start to the day after the end.
    private static let months = """
        (12 * (year(date_from_unix_date(finish + 1)) - year(date_from_unix_date(start)))
         + month(date_from_unix_date(finish + 1)) - month(date_from_unix_date(start))
         - CASE WHEN day(date_from_unix_date(finish + 1)) < day(date_from_unix_date(start))
                THEN 1 ELSE 0 END)
        """

    /// Whether a row counts in a measure; `nil` for measures that are no count of rows.
    private func condition(
        _ measure: IndicatorDefinition.Measure,
        in definition: IndicatorDefinition
    ) -> String? {
        var parts: [String] = []
        switch measure.kind {
        case .trajectories: break
        case .outflow where definition.population != .balance: break
        case .repeatUse: parts.append("is_repeat")
        case .repeatUnknown, .noNewStartUnknown: parts.append("person IS NULL")
        case .noNewStart: parts.append("person IS NOT NULL AND newest <= finish")
        case .satisfactionKnown: parts.append("satisfaction IS NOT NULL")
        case .withoutHelp:
            parts.append(
                measure.answers.map { "without_help IN " + SparkScript.list($0) }
                    ?? "without_help IS NOT NULL"
            )
        case .opening:
            parts.append(
                "(coalesce(taken_over = first, false) OR (start < first "
                    + "AND (finish IS NULL OR finish >= first)))"
            )
        case .inflow where definition.population == .balance:
            parts.append("taken_over IS NULL AND begun BETWEEN first AND last")
        case .inflow: break
        case .transferIn: parts.append("taken_over > first AND taken_over <= last")
        case .outflow: parts.append("ended BETWEEN first AND last")
        case .transferOut: parts.append("handed_over >= first AND handed_over < last")
        case .closing:
            parts.append(
                "start <= last AND (finish IS NULL OR finish > last "
                    + "OR coalesce(handed_over = last, false))"
            )
        default: return nil
        }
        if let forms = measure.forms { parts.append("form IN " + SparkScript.list(forms)) }
        if let reasons = measure.reasons { parts.append("reason IN " + SparkScript.list(reasons)) }
        return parts.isEmpty ? "true" : parts.map { "(\($0))" }.joined(separator: " AND ")
    }

    /// The lines of an indicator from rows that each count once, in every cell they belong to.
    func figures(_ definition: IndicatorDefinition, base: String) -> String {
        let columns = definition.breakdowns.map(\.column)
        let codes = definition.breakdowns.map { "\(code($0)) AS d_\($0.column)" }
        var counts: [String] = []
        var sums: [String] = []
        for measure in definition.measures {
            if let condition = condition(measure, in: definition) {
                counts.append("count_if(\(condition)) AS m_\(measure.name)")
                sums.append("sum(m_\(measure.name)) AS m_\(measure.name)")
            } else if measure.kind == .meanSatisfaction {
                counts.append("coalesce(sum(satisfaction), 0) AS m_\(measure.name)")
                counts.append("count(satisfaction) AS n_\(measure.name)")
                sums.append("sum(m_\(measure.name)) AS m_\(measure.name)")
                sums.append("sum(n_\(measure.name)) AS n_\(measure.name)")
            } else if measure.kind == .meanDays {
                counts.append("sum(finish - start + 1) AS m_\(measure.name)")
                counts.append("count(*) AS n_\(measure.name)")
                sums.append("sum(m_\(measure.name)) AS m_\(measure.name)")
                sums.append("sum(n_\(measure.name)) AS n_\(measure.name)")
            }
        }
        let own = columns.map { "d_" + $0 }
        let shown = definition.measures.compactMap { value($0, in: definition) }
        let dimensions = columns.map { "coalesce(d_\($0), 'T') AS c_\($0)" }
        let groupings = columns.map { "grouping(d_\($0)) AS g_\($0)" }
        let select = (["country", "name", "geography", "region"] + dimensions + groupings + sums)
        let whole = """
            WITH base AS (
            \(base)
            ), coded AS (
                SELECT *\(codes.map { ", \($0)" }.joined()) FROM base
            ), leaf AS (
                SELECT country, name, place\(own.map { ", \($0)" }.joined()), \(counts.joined(separator: ", "))
                FROM coded GROUP BY country, name, place\(own.map { ", \($0)" }.joined())
            ), cell AS (
                SELECT \(select.joined(separator: ", "))
                FROM leaf JOIN placement USING (country, place)
                \(grouped(own))
            )\(median(definition, own))
            SELECT country, '\(definition.id)' AS indicator, name,
                   \(line(columns)) AS line
            FROM (SELECT *, explode(map(\(shown.joined(separator: ", ")))) AS (measure, value)
                  FROM cell) WHERE value IS NOT NULL AND value NOT IN ('0', '0.0')
            """
        return whole + medianLines(definition, columns)
            + definition.measures.filter { $0.kind == .ageStandardised }
            .map { standardised($0, of: definition.id, columns) }.joined()
    }

    private func grouped(_ own: [String]) -> String {
        "GROUP BY country, name, geography, region"
            + (own.isEmpty ? "" : ", CUBE (\(own.joined(separator: ", ")))")
    }

    private func line(_ columns: [String]) -> String {
        "concat_ws(',', geography, region"
            + columns.map { ", c_\($0)" }.joined() + ", measure, value)"
    }

    /// A measure's name and its text in a cell.
    private func value(
        _ measure: IndicatorDefinition.Measure,
        in definition: IndicatorDefinition
    ) -> String? {
        let name = "'\(measure.name)', "
        switch measure.kind {
        case .percent:
            let part = "m_\(measure.numerator ?? "")"
            let whole = "m_\(measure.denominator ?? "")"
            return name + SparkScript.tenths("100 * \(part)", whole)
        case .meanSatisfaction:
            return name + SparkScript.tenths("m_\(measure.name)", "n_\(measure.name)")
        case .meanDays:
            let atTotal = definition.breakdowns.contains(.durationClass) ? "g_class = 1" : "true"
            let mean = SparkScript.tenths("m_\(measure.name)", "n_\(measure.name)")
            return name + "CASE WHEN \(atTotal) THEN \(mean) END"
        case .medianDays: return nil
        default:
            guard condition(measure, in: definition) != nil else { return nil }
            let text = "CAST(m_\(measure.name) AS STRING)"
            return name
                + (measure.reasons == nil ? text : "CASE WHEN g_reason = 1 THEN \(text) END")
        }
    }

    /// One decimal of a quotient, half up; nothing where nothing is divided by.
    static func tenths(_ part: String, _ whole: String) -> String {
        let number = "((20 * (\(part)) + \(whole)) DIV (2 * \(whole)))"
        return "CASE WHEN \(whole) > 0 THEN concat(\(number) DIV 10, '.', \(number) % 10) END"
    }

    private func median(_ definition: IndicatorDefinition, _ own: [String]) -> String {
        guard definition.measures.contains(where: { $0.kind == .medianDays }) else { return "" }
        let rest = own.filter { $0 != "d_class" }
        let dimensions =
            rest.map { "coalesce(\($0), 'T') AS c_\($0.dropFirst(2))" }
            + (own.contains("d_class") ? ["'T' AS c_class"] : [])
        return """
            , middle AS (
                SELECT country, name, geography, region, \(dimensions.joined(separator: ", ")),
                       CAST(2 * percentile(finish - start + 1, 0.5) AS BIGINT) AS twice
                FROM coded JOIN placement USING (country, place)
                \(grouped(rest))
            )
            """
    }

    private func medianLines(_ definition: IndicatorDefinition, _ columns: [String]) -> String {
        guard let median = definition.measures.first(where: { $0.kind == .medianDays }) else {
            return ""
        }
        return """

            UNION ALL
            SELECT country, '\(definition.id)', name, \(line(columns))
            FROM (SELECT *, '\(median.name)' AS measure, \(SparkScript.tenths("twice", "2")) AS value
                  FROM middle) WHERE value <> '0.0'
            """
    }
}
