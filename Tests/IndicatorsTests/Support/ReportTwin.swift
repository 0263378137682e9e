import Definitions
import Domain

/// The slow, plain twin of the indicators on Veilig Thuis and the Centra Seksueel Geweld.
///
/// Written from the specification over texts: for every cell every report is looked at again. Of the
/// definitions only regions, the groups of reporters and the order of lists are used; the scopes, the
/// terms and the holidays are written out here, so that a mistake in the records shows.
struct ReportTwin {
    let files: [PlainFile]
    let definitions: DefinitionSet
    var boundaries = 2020

    /// The lines of a table, in byte order.
    func lines(_ id: String, _ period: Period) -> [String] {
        var cells: [String: Int] = [:]
        func count(_ measure: String, _ regions: [String], _ places: [[String]], _ amount: Int = 1)
        {
            var choices: [[String]] = [[]]
            for place in places {
                choices = choices.flatMap { choice in (place + ["T"]).map { choice + [$0] } }
            }
            for region in regions {
                for choice in choices {
                    let cell = ([region] + choice + [measure]).joined(separator: ",")
                    cells[cell, default: 0] += amount
                }
            }
        }
        switch id {
        case "CSG-01", "CSG-02":
            for half in period.halves {
                for file in files.latest("csg-counts", half) {
                    for row in file.rows where row["leeftijd"] != "18+" {
                        let names = id == "CSG-01" ? ["acuut", "aard"] : ["kring", "duur"]
                        let centre = "csg," + quoted(file.holder)
                        count(
                            "registrations",
                            ["nl,NL01", centre],
                            names.map { [row[$0] ?? ""] },
                            Int(row["aantal"] ?? "") ?? 0
                        )
                    }
                }
            }
        default:
            for report in reports(of: period) {
                for (measure, places) in measures(id, report, period) {
                    count(measure, regions(of: report), places)
                }
            }
            if id == "VT-02" {
                for entry in cases(of: period) {
                    count("cases", regions(of: entry), [scopes(of: entry), []])
                }
            }
        }
        var texts = cells.filter { $0.value != 0 }.mapValues { "\($0)" }
        let shares = [
            "VT-03": [
                ("in_time_percent", "in_time", "decided"),
                ("services_in_time_percent", "services_in_time", "services_assessed"),
            ],
            "VT-07": [("repeat_percent", "repeat", "repeat_known")],
        ]
        for (share, part, whole) in shares[id] ?? [] {
            for (cell, count) in cells where cell.hasSuffix("," + whole) && count > 0 {
                let place = cell.dropLast(whole.count)
                // Half up by whole numbers: a thousandth and a half of it.
                let value = ((cells[place + part] ?? 0) * 2000 + count) / (2 * count)
                if value > 0 { texts[place + share] = "\(value / 10).\(value % 10)" }
            }
        }
        return texts.map { "\(period),\($0.key),\($0.value)" }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func quoted(_ name: String) -> String { name.contains(",") ? "\"\(name)\"" : name }

    // MARK: Reports

    /// The advices and reports of a period, those in both halves of a year as delivered last.
    func reports(of period: Period) -> [TwinReport] {
        var found: [String: TwinReport] = [:]
        for half in period.halves {
            for file in files.latest("veiligthuis", half) {
                let groups = Dictionary(grouping: file.rows) {
                    "\(file.holder) \($0["soort"] ?? "") \($0["nummer"] ?? "")"
                }
                for (key, rows) in groups {
                    found[key] = TwinReport(organisation: file.holder, rows: rows)
                }
            }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The cases with a report in a period: the rows of their reports together.
    private func cases(of period: Period) -> [TwinReport] {
        var rows: [String: [[String: String]]] = [:]
        for report in reports(of: period) where report.isReport && isIn(period, report.day) {
            for number in report.set("casus") {
                rows["\(report.organisation) \(number)", default: []] += report.rows
            }
        }
        return rows.sorted { $0.key < $1.key }.map { key, rows in
            TwinReport(organisation: String(key.prefix { $0 != " " }), rows: rows)
        }
    }

    private func isIn(_ period: Period, _ day: String) -> Bool {
        guard let number = TwinReport.number(day) else { return false }
        return period.start.number <= number && number <= period.end.number
    }

    /// What a report adds to an indicator, with the codes at each place.
    private func measures(
        _ id: String,
        _ report: TwinReport,
        _ period: Period
    ) -> [(String, [[String]])] {
        let scope = scopes(of: report)
        let isReceived = isIn(period, report.day)
        switch id {
        case "VT-01":
            guard isReceived else { return [] }
            let places = [scope, [group(of: report)], report.codes("aard")]
            return [(report.isReport ? "reports" : "advices", places)]
        case "VT-02":
            guard isReceived, report.isReport else { return [] }
            let places = [scope, [report.first("betrokkenheid", order("vt_betrokkenheid"))]]
            let isPassedOn = report.first("melder", order("vt_hoedanigheid")) == "14"
            return [(isPassedOn ? "passed_on" : "reports", places)]
                + (report.set("casus").isEmpty ? [("reports_without_case", places)] : [])
        case "VT-03": return terms(report, period).map { ($0, [scope]) }
        case "VT-04":
            guard report.isReport, isIn(period, report.earliest("datum_beoordeling")) else {
                return []
            }
            return [
                (
                    "reports",
                    [
                        scope, [report.first("taxatie", order("vt_taxatie"))],
                        [report.first("besluit", order("vt_besluit"))],
                    ]
                )
            ]
        case "VT-05":
            guard report.isReport, report.first("besluit", order("vt_besluit")) == "ON",
                isIn(period, report.earliest("datum_dienst_einde"))
            else { return [] }
            return [("investigations", [scope, report.codes("uitkomst")])]
        case "VT-07":
            guard isReceived, report.isReport else { return [] }
            return (["reports"] + repeats(report, period)).map { ($0, [scope]) }
        case "VT-09":
            let isServed = !report.earliest("datum_dienst_aanvang").isEmpty
            let last = report.earliest(isServed ? "datum_dienst_einde" : "datum_beoordeling")
            guard report.isReport, isIn(period, last) else { return [] }
            return [("reports", [scope, report.codes("vervolg")])]
        default: return []
        }
    }

    private func terms(_ report: TwinReport, _ period: Period) -> [String] {
        guard report.isReport else { return [] }
        var found: [String] = []
        let assessed = report.earliest("datum_beoordeling")
        if isIn(period, report.day), let day = TwinReport.number(report.day) {
            let known = TwinReport.number(assessed).flatMap { $0 <= period.end.number ? $0 : nil }
            let last = known ?? period.end.number
            let passed = last <= day ? 0 : ((day + 1)...last).filter(TwinReport.isWorkingDay).count
            found.append("reports")
            found.append(passed > 5 ? "late" : known == nil ? "open" : "in_time")
            if found.last != "open" { found.append("decided") }
        }
        let ended = report.earliest("datum_dienst_einde")
        if isIn(period, ended), let end = TwinReport.number(ended) {
            found.append("services_ended")
            if let from = TwinReport.number(assessed) {
                found.append("services_assessed")
                if end - from <= 70 { found.append("services_in_time") }
            } else {
                found.append("services_unknown")
            }
        }
        return found
    }

    private func repeats(_ report: TwinReport, _ period: Period) -> [String] {
        var known: [String: TwinReport] = [:]
        let last = period.halves.last ?? ReportingPeriod(ordinal: 0)
        for half in files.periods(of: "veiligthuis") where half <= last {
            for other in reports(of: .halfYear(half)) where other.isReport {
                known["\(other.organisation) \(other.set("nummer").sorted())"] = other
            }
        }
        let persons = report.victims.compactMap { $0["bsn"] }.filter(TwinReport.isPerson)
        guard !persons.isEmpty || !report.set("casus").isEmpty else { return ["repeat_unknown"] }
        let earlier = known.values.filter { other in
            guard let day = TwinReport.number(report.day), let past = TwinReport.number(other.day),
                past < day, day - past <= 365
            else { return false }
            guard !persons.isEmpty else { return report.sharesCase(with: other) }
            return other.victims.contains { persons.contains($0["bsn"] ?? "") }
        }
        guard !earlier.isEmpty else { return ["repeat_known"] }
        let reporter = report.first("melder", order("vt_hoedanigheid"))
        let isNew = earlier.contains {
            !report.sharesCase(with: $0)
                || $0.first("melder", order("vt_hoedanigheid")) == reporter
        }
        return ["repeat_known", "repeat"] + (isNew ? ["repeat_new_matter"] : [])
    }

    // MARK: Codes and regions

    private func order(_ list: String) -> [String] {
        definitions.codeLists[list]?.entries.map(\.code) ?? []
    }

    private func group(of report: TwinReport) -> String {
        let reporter = report.first("melder", order("vt_hoedanigheid"))
        let entry = definitions.codeLists["vt_hoedanigheid"]?.entries.first { $0.code == reporter }
        return entry?.group ?? "U"
    }

    func scopes(of report: TwinReport) -> [String] {
        let isChild = report.victims.contains { row in
            TwinReport.isUnder(18, row["geboortedatum"] ?? "", on: report.day)
        }
        let isMaltreatment =
            !report.set("aanleiding").isDisjoint(with: ["06", "07", "08"])
            || (isChild && !report.set("aard").isEmpty)
        return (isMaltreatment ? ["child-maltreatment"] : [])
            + (report.set("aard").contains("06") ? ["sexual-abuse"] : [])
    }

    private func regions(of report: TwinReport) -> [String] {
        let placement = definitions.regions.placement(
            of: report.municipality,
            boundaries: boundaries
        )
        return Geography.allCases.map { geography in
            switch geography {
            case .country: "nl,NL01"
            case .veiligThuis: "veiligthuis,\(report.organisation)"
            default: "\(geography.rawValue),\(quoted(placement[geography] ?? "U"))"
            }
        }
    }
}
