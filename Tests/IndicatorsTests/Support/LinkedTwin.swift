import Definitions
import Domain
import TestSupport

/// The slow, plain twin of the indicators over linked sources, over texts.
///
/// Written from the specification: what a child had or began is looked for day by day, and the
/// cumulative incidence is worked out as the sum of `S(s−) d / n` over those days.
struct LinkedTwin {
    /// A child from a day on.
    struct Child {
        let person: String
        let day: Int32
        let regions: [String]
        let lead: String
    }

    let files: [PlainFile]
    let definitions: DefinitionSet

    private var reports: ReportTwin { ReportTwin(files: files, definitions: definitions) }

    static let days = ["VT-06": 180, "VT-08": 365, "CSG-03": 180]
    private static let residence = ["11", "12", "13", "14"]
    private static let heaviest = ["13", "14", "12", "11", "03", "02", "04", "01"]

    /// The lines of a table, in byte order.
    func lines(_ id: String, _ half: ReportingPeriod) -> [String] {
        var cells: [String: String] = [:]
        let days = LinkedTwin.days[id] ?? 0
        var last = half
        while last.next.start.number <= half.end.number + Int32(days),
            files.contains(where: { $0.source == "jeugdhulp" && $0.period == last.next })
        {
            last = last.next
        }
        let help = HelpOfChild(files: files, half: half, last: last)
        let (groups, unlinked) = id == "CSG-03" ? contacts(half) : reported(id, half)
        let tail = ["VT-06": ",T,T", "VT-08": "", "CSG-03": ",T,T"][id] ?? ""
        func put(_ region: String, _ group: String, _ measure: String, _ count: Int) {
            if count > 0 { cells["\(region),\(group)\(tail),\(measure)"] = "\(count)" }
        }
        for (group, all) in groups {
            for region in Set(all.flatMap(\.regions)) {
                let own = all.filter { $0.regions.contains(region) }
                put(region, group, "children", own.count)
                for plan in LinkedTwin.plans(id) {
                    let outcomes = own.map { help.outcome($0, plan.forms, days) }
                    for (measure, test) in plan.tests {
                        put(region, group, measure, outcomes.filter { test($0, days) }.count)
                    }
                    for form in plan.forms where id != "VT-08" {
                        let at = "\(region),\(group),\(form),T,"
                        let running = outcomes.filter { $0.running.contains(form) }.count
                        let started = outcomes.filter { $0.start?.form == form }.count
                        if running > 0 { cells[at + "running"] = "\(running)" }
                        if started > 0 { cells[at + "started"] = "\(started)" }
                    }
                    let curves = id == "VT-08" ? [nil] : [nil] + plan.forms.map { Optional($0) }
                    for form in curves {
                        for day in region == "nl,NL01" && id != "VT-08" ? Array(0...days) : [days] {
                            guard let value = LinkedTwin.incidence(outcomes, form, day) else {
                                continue
                            }
                            let place = "\(region),\(group)"
                            let text = "\(value / 10).\(value % 10)"
                            if id == "VT-08" {
                                cells["\(place),\(plan.incidence)"] = text
                                continue
                            }
                            if day == days {
                                cells["\(place),\(form ?? "T"),T,\(plan.incidence)"] = text
                            }
                            if region == "nl,NL01" {
                                let digits = String("00\(day)".suffix(3))
                                cells["\(place),\(form ?? "T"),\(digits),\(plan.incidence)"] = text
                            }
                        }
                    }
                }
            }
        }
        for (group, all) in unlinked {
            for region in Set(all.flatMap { $0 }) {
                put(region, group, "unlinked", all.filter { $0.contains(region) }.count)
            }
        }
        return cells.map { "\(half),\($0.key),\($0.value)" }
            .filter { !$0.hasSuffix(",0.0") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private struct Plan {
        let forms: [String]
        let tests: [(String, (HelpOfChild.Outcome, Int) -> Bool)]
        let incidence: String
    }

    private static func plans(_ id: String) -> [Plan] {
        let has: (HelpOfChild.Outcome, Int) -> Bool = { outcome, _ in !outcome.running.isEmpty }
        let began: (HelpOfChild.Outcome, Int) -> Bool = { outcome, _ in outcome.start != nil }
        let both: (HelpOfChild.Outcome, Int) -> Bool = { has($0, $1) && began($0, $1) }
        let none: (HelpOfChild.Outcome, Int) -> Bool = {
            !has($0, $1) && !began($0, $1) && $0.followed == $1
        }
        let short: (HelpOfChild.Outcome, Int) -> Bool = {
            !has($0, $1) && !began($0, $1) && $0.followed < $1
        }
        guard id == "VT-08" else {
            return [
                Plan(
                    forms: heaviest,
                    tests: [
                        ("running", has), ("started", began), ("running_and_started", both),
                        ("none", none), ("follow_up_ended", short),
                    ],
                    incidence: "started_incidence"
                )
            ]
        }
        return [
            Plan(
                forms: residence,
                tests: [
                    ("placed_before", has), ("placed", began), ("placed_before_and_after", both),
                    ("not_placed", none), ("placement_unknown", short),
                ],
                incidence: "placed_incidence"
            ),
            Plan(
                forms: ["13"],
                tests: [("closed_before", has), ("closed", began)],
                incidence: "closed_incidence"
            ),
        ]
    }

    /// Tenths of a per cent, half up; `nil` where nobody was seen until the day.
    private static func incidence(
        _ outcomes: [HelpOfChild.Outcome],
        _ form: String?,
        _ day: Int
    ) -> Int? {
        let ends = outcomes.map { $0.start?.days ?? $0.followed }
        let isKnown = ends.contains { $0 >= day } || !outcomes.contains { $0.start == nil }
        guard isKnown || lastAreStarts(outcomes, ends) else { return nil }
        var survival = 1.0
        var sum = 0.0
        for time in 0...day {
            let atRisk = Double(ends.filter { $0 >= time }.count)
            let now = outcomes.filter { $0.start?.days == time }
            let own = now.filter { form == nil || $0.start?.form == form }.count
            guard !now.isEmpty else { continue }
            sum += survival / atRisk * Double(own)
            survival *= (atRisk - Double(now.count)) / atRisk
        }
        return Int((sum * 1000 + 0.5 + 1e-9).rounded(.down))
    }

    /// Whether all who were followed longest started on that day, so that nobody is left.
    private static func lastAreStarts(_ outcomes: [HelpOfChild.Outcome], _ ends: [Int]) -> Bool {
        let last = ends.max() ?? 0
        return zip(outcomes, ends).allSatisfy { $1 < last || $0.start != nil }
    }

    // MARK: Who is followed

    private func reported(
        _ id: String,
        _ half: ReportingPeriod
    ) -> ([String: [Child]], [String: [[String]]]) {
        var found: [String: [String: Child]] = [:]
        var unlinked: [String: [[String]]] = [:]
        for report in reports.reports(of: .halfYear(half)) where report.isReport {
            var events: [(String, String)] = []
            if within(half, report.day) { events.append(("T", report.day)) }
            let end = report.earliest("datum_dienst_einde")
            let decision = report.first("besluit", ["OV", "VV", "ON", "BE", "GV"])
            if id == "VT-06", decision == "ON", within(half, end) {
                let outcomes = report.set("uitkomst")
                let index =
                    !outcomes.isDisjoint(with: ["03", "06"])
                    ? "substantiated"
                    : !outcomes.isDisjoint(with: ["02", "05"])
                        ? "not-substantiated"
                        : !outcomes.isDisjoint(with: ["01", "04"]) ? "none" : "U"
                events.append((index, end))
            }
            for (index, day) in events {
                let groups = groups(id, report).map { id == "VT-06" ? "\($0),\(index)" : $0 }
                for victim in report.victims
                where TwinReport.isUnder(18, victim["geboortedatum"] ?? "", on: day) {
                    let regions = regions(
                        of: victim["gemeente"] ?? "",
                        organisation: report.organisation
                    )
                    let number = victim["bsn"] ?? ""
                    guard TwinReport.isPerson(number) else {
                        for group in groups { unlinked[group, default: []].append(regions) }
                        continue
                    }
                    let lead = LinkedTwin.lead(victim["gemeente"] ?? "", report.organisation)
                    for group in groups {
                        add(number, day, regions, lead, to: &found[group, default: [:]])
                    }
                }
            }
        }
        return (found.mapValues { Array($0.values) }, unlinked)
    }

    private func groups(_ id: String, _ report: TwinReport) -> [String] {
        let isAbuse = report.set("aard").contains("06")
        if id == "VT-08" { return ["T", isAbuse ? "sexual-abuse" : "other"] }
        return ["T"] + reports.scopes(of: report)
    }

    private func contacts(
        _ half: ReportingPeriod
    ) -> ([String: [Child]], [String: [[String]]]) {
        var found: [String: [String: Child]] = [:]
        var unlinked: [String: [[String]]] = [:]
        for file in files.latest("csg-records", half) {
            let centre = file.holder.contains(",") ? "\"\(file.holder)\"" : file.holder
            for row in file.rows {
                let day = row["datum"] ?? ""
                guard within(half, day),
                    TwinReport.isUnder(18, (row["geboortejaar"] ?? "") + "0701", on: day)
                else { continue }
                for group in ["T", row["acuut"] ?? ""] {
                    let regions = ["nl,NL01", "csg,\(centre)"]
                    let number = row["bsn"] ?? ""
                    guard TwinReport.isPerson(number) else {
                        unlinked[group, default: []].append(regions)
                        continue
                    }
                    let lead = LinkedTwin.lead(row["gemeente"] ?? "", file.holder)
                    add(number, day, regions, lead, to: &found[group, default: [:]])
                }
            }
        }
        return (found.mapValues { Array($0.values) }, unlinked)
    }

    /// The first day counts; on one day the known and then the highest place.
    private func add(
        _ number: String,
        _ day: String,
        _ regions: [String],
        _ lead: String,
        to children: inout [String: Child]
    ) {
        guard let date = TwinReport.number(day) else { return }
        if let known = children[number], (known.day, lead) >= (date, known.lead) {
            // Later, or on the same day in a lower place.
            if known.day < date || known.day == date && known.lead >= lead { return }
        }
        if let known = children[number], known.day < date { return }
        if let known = children[number], known.day == date, known.lead >= lead { return }
        children[number] = Child(person: number, day: date, regions: regions, lead: lead)
    }

    private static func lead(_ municipality: String, _ holder: String) -> String {
        (municipality.isEmpty ? "0      " : "1" + municipality) + holder
    }

    private func within(_ half: ReportingPeriod, _ day: String) -> Bool {
        guard let number = TwinReport.number(day) else { return false }
        return half.start.number <= number && number <= half.end.number
    }

    private func regions(of municipality: String, organisation: String) -> [String] {
        let placement = definitions.regions.placement(of: municipality, boundaries: 2020)
        return Geography.allCases.map { geography in
            switch geography {
            case .country: return "nl,NL01"
            case .veiligThuis: return "veiligthuis,\(organisation)"
            default:
                let code = placement[geography] ?? "U"
                return "\(geography.rawValue),\(code.contains(",") ? "\"\(code)\"" : code)"
            }
        }
    }
}
