import Domain

/// What help a child had and began, day by day, from the texts of deliveries.
struct HelpOfChild {
    /// What became of a child.
    struct Outcome {
        let running: [String]
        let start: (days: Int, form: String)?
        let followed: Int
    }

    private let own: [String: [[String: String]]]
    private let all: [String: [[String: String]]]
    private let last: Int32

    init(files: [PlainFile], half: ReportingPeriod, last: ReportingPeriod) {
        func rows(_ halves: [ReportingPeriod]) -> [String: [[String: String]]] {
            let rows = halves.flatMap { files.latest("jeugdhulp", $0).flatMap(\.rows) }
            return Dictionary(grouping: rows) { $0["bsn"] ?? "" }
        }
        var halves = [half]
        while let next = halves.last?.next, next <= last { halves.append(next) }
        own = rows([half])
        all = rows(halves)
        self.last = last.end.number
    }

    func outcome(_ child: LinkedTwin.Child, _ forms: [String], _ days: Int) -> Outcome {
        func number(_ row: [String: String], _ column: String) -> Int32? {
            TwinReport.number(row[column] ?? "")
        }
        let running = forms.filter { form in
            (own[child.person] ?? []).contains { row in
                row["hulpvorm"] == form && (number(row, "datum_aanvang") ?? .max) < child.day
                    && (number(row, "datum_einde") ?? .max) >= child.day
            }
        }
        let followed = min(days, Int(last - child.day))
        let heaviest = ["13", "14", "12", "11", "03", "02", "04", "01"]
        for offset in 0...max(0, followed) where offset <= followed {
            let begins = (all[child.person] ?? []).filter {
                number($0, "datum_aanvang") == child.day + Int32(offset)
            }.compactMap { $0["hulpvorm"] }
            let new = heaviest.first {
                begins.contains($0) && forms.contains($0) && !running.contains($0)
            }
            if let new {
                return Outcome(running: running, start: (offset, new), followed: followed)
            }
        }
        return Outcome(running: running, start: nil, followed: followed)
    }
}
