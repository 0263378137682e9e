import Domain
import TestSupport

/// Deliveries of Veilig Thuis and the centres from a seed, in which what the rules are about occurs.
///
/// Few organisations, cases and persons, so that reports meet: rows of one report that disagree,
/// reports delivered again a half-year later with what has happened since, files delivered anew,
/// victims of every age, advices with the number of a report, and days around the ends of terms.
struct NastyReports {
    private var random: SeededGenerator
    private let numbers = FictiveNumbers.first(12)
    private let organisations = ["VT01", "VT08", "VT20"]
    private let centres = ["Groningen", "Twente", "Oost-Brabant (Eindhoven, Den Bosch)"]
    private let halves = ["2019H1", "2019H2", "2020H1"].compactMap { ReportingPeriod($0) }
    /// Reports that may be delivered again.
    private var running: [String: [[String: String]]] = [:]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    static let columns = [
        "organisatie", "verslagperiode", "soort", "nummer", "casus", "datum", "melder", "aard",
        "aanleiding", "rol", "bsn", "geboortedatum", "geslacht", "gemeente", "datum_beoordeling",
        "taxatie", "besluit", "datum_dienst_aanvang", "datum_dienst_einde", "uitkomst", "vervolg",
        "betrokkenheid",
    ]

    /// The files in the order of receipt.
    mutating func files() -> [PlainFile] {
        var files: [PlainFile] = []
        for half in halves {
            for organisation in organisations where random.chance(85) {
                let again = random.chance(30) ? 2 : 1
                for _ in 0..<again {
                    if let file = file(organisation, half) { files.append(file) }
                }
            }
            for centre in centres where random.chance(85) {
                for _ in 0..<(random.chance(30) ? 2 : 1) {
                    if let file = counts(centre, half) { files.append(file) }
                }
            }
        }
        return files
    }

    private mutating func file(_ organisation: String, _ half: ReportingPeriod) -> PlainFile? {
        var rows: [[String: String]] = []
        for report in running[organisation] ?? [] {
            rows += followed(report, half)
        }
        var kept: [[String: String]] = []
        for number in 1...random.number(2...9) {
            let kind = random.chance(75) ? "M" : "A"
            let made = report(kind, "N\(number)-\(half.ordinal % 3)", half)
            rows += made
            if kind == "M", random.chance(40), let first = made.first { kept.append(first) }
        }
        var seen: Set<[String]> = []
        rows = rows.filter { row in
            let key = NastyReports.columns.filter { $0 != "bsn" }.map { row[$0] ?? "" }
            return seen.insert(key).inserted
        }
        running[organisation] = kept
        let lines = rows.map { row in
            NastyReports.columns.map { column in
                switch column {
                case "organisatie": organisation
                case "verslagperiode": half.description
                default: row[column] ?? ""
                }
            }.joined(separator: ";")
        }
        let text =
            ([NastyReports.columns.joined(separator: ";")] + lines)
            .joined(separator: "\n") + "\n"
        return PlainFile(source: "veiligthuis", text: text)
    }

    /// A report of the half-year before, with a service that ended since.
    private mutating func followed(
        _ report: [String: String],
        _ half: ReportingPeriod
    ) -> [[String: String]] {
        var row = report
        row["datum_dienst_aanvang"] = text(half.start.number - Int32(random.number(1...40)))
        row["datum_dienst_einde"] = random.chance(80) ? day(in: half) : ""
        row["besluit"] = random.pick(["ON", "ON", "VV"])
        if random.chance(50) { row["datum_beoordeling"] = day(in: half) }
        if row["besluit"] == "ON" { row["uitkomst"] = random.pick(["03", "05", "06", "04", ""]) }
        row["vervolg"] = random.pick(["", "01", "01+04", "21"])
        var second = row
        second["geboortedatum"] = birth()
        if random.chance(30) { second["uitkomst"] = random.pick(["03", "06"]) }
        return random.chance(40) ? [row, second] : [row]
    }

    private mutating func report(
        _ kind: String,
        _ number: String,
        _ half: ReportingPeriod
    ) -> [[String: String]] {
        let isReport = kind == "M"
        var shared = [
            "soort": kind, "nummer": number, "datum": day(in: half),
            "casus": isReport && random.chance(85) ? "C\(random.number(1...4))" : "",
            "melder": random.pick(["01", "01", "02", "09", "14", "15", "33", "41"]),
            "aard": random.pick(["01", "06", "03+08", "01+06", "11"]),
            "aanleiding": random.pick(["", "01", "06", "08", "03+09"]),
        ]
        if isReport {
            shared["betrokkenheid"] = random.pick(["E", "VB", "VN", "VM", "H", ""])
            assess(&shared, half)
        }
        return (0..<random.number(1...3)).map { _ in
            var row = shared
            if random.chance(12) { row["melder"] = random.pick(["01", "02", "35"]) }
            if random.chance(12) { row["aard"] = random.pick(["04", "06"]) }
            if random.chance(12), isReport { row["casus"] = "C\(random.number(1...4))" }
            if random.chance(12), isReport { row["betrokkenheid"] = random.pick(["E", "H"]) }
            if random.chance(12) { row["datum"] = day(in: half) }
            row["rol"] = isReport ? random.pick(["S", "S", "B", "P", "O", ""]) : ""
            row["bsn"] = isReport && random.chance(60) ? random.pick(numbers) : ""
            row["geboortedatum"] = birth()
            row["geslacht"] = random.pick(["M", "V", "O", ""])
            row["gemeente"] = random.pick(["GM0363", "GM0344", "GM0014", "GM0003", "GM0855", ""])
            return row
        }
    }

    private mutating func assess(_ row: inout [String: String], _ half: ReportingPeriod) {
        guard random.chance(70), let day = TwinReport.number(row["datum"] ?? "") else { return }
        // Around the end of the term of five working days.
        let assessed = min(day + Int32(random.number(0...12)), half.end.number)
        row["datum_beoordeling"] = text(assessed)
        row["taxatie"] = random.pick(["A", "S", "AS", "N", ""])
        row["besluit"] = random.pick(["OV", "VV", "ON", "BE", "GV", ""])
        row["vervolg"] = random.pick(["", "01", "02+04", "05", "21"])
        guard random.chance(50) else { return }
        // Around the end of the term of seventy days.
        let end = assessed + Int32(random.number(60...80))
        row["datum_dienst_aanvang"] = text(assessed)
        if end <= half.end.number {
            row["datum_dienst_einde"] = text(end)
            if row["besluit"] == "ON" {
                row["uitkomst"] = random.pick(["01", "03", "06", "07", ""])
            }
        }
    }

    private mutating func day(in half: ReportingPeriod) -> String {
        let days = Int(half.start.number)...Int(half.end.number)
        return text(
            Int32(
                random.chance(25)
                    ? days.upperBound - random.number(0...9)
                    : random.number(days)
            )
        )
    }

    private mutating func birth() -> String {
        random.pick([
            "20010628", "20011231", "20020101", "20100500", "20080000", "19850412", "", "99999999",
            "2015\(random.number(10...12))\(random.number(10...28))",
            "19\(random.number(60...99))\(random.number(10...12))\(random.number(10...28))",
        ])
    }

    private func text(_ number: Int32) -> String {
        let parts = CalendarDay(number: number).components
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.year)\(two(parts.month))\(two(parts.day))"
    }

    private mutating func counts(_ centre: String, _ half: ReportingPeriod) -> PlainFile? {
        guard !centre.contains(",") || random.chance(50) else { return nil }
        var lines = ["centrum;verslagperiode;leeftijd;acuut;aard;kring;duur;aantal"]
        for _ in 0..<random.number(1...12) {
            lines.append(
                [
                    centre, half.description, random.pick(["0-11", "12-17", "18+"]),
                    random.pick(["J", "N"]), random.pick(["V", "A", "O", "X"]),
                    random.pick(["J", "N"]), random.pick(["E", "S"]), "\(random.number(0...30))",
                ].joined(separator: ";")
            )
        }
        return PlainFile(source: "csg-counts", text: lines.joined(separator: "\n") + "\n")
    }
}
