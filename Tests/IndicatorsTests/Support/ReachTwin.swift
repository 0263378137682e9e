import Definitions
import Domain

/// The slow, plain twin of the children known through each source, over texts.
struct ReachTwin {
    let files: [PlainFile]
    let definitions: DefinitionSet
    /// Inhabitants, as lines `year,gm_code,population_0_17`.
    let population: [String]

    /// The lines of a table, in byte order.
    func lines(_ id: String, _ year: Int) -> [String] {
        var cells: [String: Int] = [:]
        let sources = ["youth-assistance", "protection", "veiligthuis", "csg"]
        for source in sources {
            let register =
                [
                    "youth-assistance": "jeugdhulp", "protection": "jeugdbescherming",
                    "csg": "csg-counts",
                ][source] ?? source
            let halves = Period.year(year).halves
            let isSeen = id == "RE-01" || ["veiligthuis", "csg"].contains(source)
            guard isSeen,
                files.contains(where: { $0.source == register && halves.contains($0.period) })
            else { continue }
            for (regions, count) in children(id, source, register, year) {
                for region in regions { cells["\(region),\(source),children", default: 0] += count }
            }
            for line in population where line.hasPrefix("\(year),") {
                let fields = line.split(separator: ",").map(String.init)
                for region in regions(of: fields[1]) {
                    let isAny =
                        source != "csg" || region.hasPrefix("nl,") || region.hasPrefix("csg,")
                    guard isAny else { continue }
                    cells["\(region),\(source),population", default: 0] += Int(fields[2]) ?? 0
                }
            }
        }
        return cells.filter { $0.value != 0 }.map { "\(year),\($0.key),\($0.value)" }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func quoted(_ name: String) -> String { name.contains(",") ? "\"\(name)\"" : name }

    private func regions(of municipality: String) -> [String] {
        let placement = definitions.regions.placement(of: municipality, boundaries: 2020)
        return Geography.allCases.map { geography in
            geography == .country
                ? "nl,NL01" : "\(geography.rawValue),\(quoted(placement[geography] ?? "U"))"
        }
    }

    /// Where each child of a source counts, and how many there are.
    private func children(
        _ id: String,
        _ source: String,
        _ register: String,
        _ year: Int
    ) -> [([String], Int)] {
        let latest = Period.year(year).halves.flatMap { files.latest(register, $0) }
        switch source {
        case "csg":
            return latest.flatMap { file in
                file.rows.filter { $0["leeftijd"] != "18+" }.map { row in
                    (["nl,NL01", "csg,\(quoted(file.holder))"], Int(row["aantal"] ?? "") ?? 0)
                }
            }
        case "veiligthuis":
            return victims(id, year).map { lead in
                let others = regions(of: lead.municipality).filter { !$0.hasPrefix("veiligthuis,") }
                return (others + ["veiligthuis,\(lead.holder)"], 1)
            }
        default:
            let rows = latest.flatMap { file in file.rows.map { (file.holder, $0) } }
                .filter {
                    runs($0.1, year) && (source != "youth-assistance" || $0.1["verwijzer"] == "04")
                }
            let persons = Dictionary(grouping: rows) { $0.1["bsn"] ?? "" }
            return persons.filter { TwinReport.isPerson($0.key) }.compactMap { _, own in
                let lead = own.max { key($0) < key($1) }
                guard let lead, isYoung(lead.1["geboortedatum"] ?? "", year) else { return nil }
                return (regions(of: lead.1["gemeente"] ?? ""), 1)
            }
        }
    }

    /// What decides which record leads, as one text: every part has one width.
    private func key(_ entry: (String, [String: String])) -> String {
        let (holder, row) = entry
        let municipality = row["gemeente"] ?? ""
        return [
            municipality.isEmpty ? "0" : "1", row["datum_aanvang"] ?? "",
            municipality.isEmpty ? "      " : municipality, holder,
            row["hulpvorm"] ?? row["maatregel"] ?? "", row["verwijzer"] ?? "  ",
            row["geslacht"] ?? " ", row["geboortedatum"] ?? "",
        ].joined()
    }

    private func runs(_ row: [String: String], _ year: Int) -> Bool {
        let start = row["datum_aanvang"] ?? ""
        let end = row["datum_einde"] ?? ""
        return start <= "\(year)1231" && (end.isEmpty || end >= "\(year)0101")
    }

    /// Under 18 on the first day of the year, or born in it.
    private func isYoung(_ birth: String, _ year: Int) -> Bool {
        let day = TwinReport.day(birth)
        guard day.count == 8, birth != "99999999", day <= "\(year)1231" else { return false }
        return day > "\(year)0101" || TwinReport.isUnder(18, birth, on: "\(year)0101")
    }

    private func victims(_ id: String, _ year: Int) -> [(municipality: String, holder: String)] {
        let twin = ReportTwin(files: files, definitions: definitions)
        var found: [String: (key: String, municipality: String, holder: String)] = [:]
        for report in twin.reports(of: .year(year))
        where report.isReport && report.day.hasPrefix("\(year)")
            && (id == "RE-01" || report.set("aard").contains("06"))
        {
            let cases = report.set("casus").sorted()
            for victim in report.victims where isYoung(victim["geboortedatum"] ?? "", year) {
                let number = victim["bsn"] ?? ""
                let municipality = victim["gemeente"] ?? ""
                let identity =
                    TwinReport.isPerson(number)
                    ? number
                    : [
                        report.organisation,
                        cases.isEmpty
                            ? "report \(report.set("nummer").sorted())"
                            : cases.joined(separator: "+"),
                        TwinReport.day(victim["geboortedatum"] ?? ""), victim["geslacht"] ?? "",
                    ].joined(separator: " ")
                let key = [
                    municipality.isEmpty ? "0" : "1", report.day,
                    municipality.isEmpty ? "      " : municipality, report.organisation,
                ].joined()
                if found[identity].map({ $0.key < key }) ?? true {
                    found[identity] = (key, municipality, report.organisation)
                }
            }
        }
        return found.values.map { ($0.municipality, $0.holder) }
    }
}
