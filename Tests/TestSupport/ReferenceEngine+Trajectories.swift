import Domain

extension ReferenceEngine {
    /// BJ-01.
    func countRunning(_ period: Period, _ table: inout ReferenceTable) {
        for one in merged(records("jeugdhulp", period))
        where one.start <= period.end && (one.end.map { $0 >= period.start } ?? true) {
            table.count(
                "trajectories",
                at: one.lead.municipality,
                [
                    [one.form, "T"], [known(one.referrer), "T"],
                    [ageClass(of: one.lead, on: period.end), "T"], [known(one.lead.sex), "T"],
                ]
            )
        }
    }

    /// BJ-04.
    func countStarted(_ period: Period, _ table: inout ReferenceTable) {
        guard case .halfYear(let half) = period else { return }
        let before = merged(history("jeugdhulp", half))
        let windowStart = period.start.years(before: 5)
        for one in merged(records("jeugdhulp", period))
        where one.start >= period.start && one.start <= period.end {
            let places = [[one.form, "T"], [known(one.referrer), "T"]]
            table.count("started", at: one.lead.municipality, places)
            let windowEnd = one.start.advanced(by: -2)
            if one.person == nil {
                table.count("repeat_unknown", at: one.lead.municipality, places)
            } else if before.contains(where: { earlier in
                guard earlier.person == one.person, let end = earlier.end else { return false }
                return end >= windowStart && end <= windowEnd
            }) {
                table.count("repeat", at: one.lead.municipality, places)
            }
        }
    }

    /// BJ-05.
    func countReasons(_ period: Period, _ table: inout ReferenceTable) {
        for one in ended(period) {
            let places = [[one.form, "T"], [known(one.referrer), "T"]]
            table.count(
                "ended",
                at: one.lead.municipality,
                places + [[known(one.reason), "T"]]
            )
            if ["02", "03", "04", "05"].contains(one.reason) {
                table.count("premature", at: one.lead.municipality, places + [["T"]])
            }
            if ["03", "04"].contains(one.reason) {
                table.count("dropout", at: one.lead.municipality, places + [["T"]])
            }
        }
    }

    /// BJ-06.
    func countDurations(_ period: Period, _ table: inout ReferenceTable) {
        for one in ended(period) {
            guard let end = one.end else { continue }
            let places = [[one.form, "T"], [known(one.referrer), "T"]]
            let days = Int(end.number) - Int(one.start.number) + 1
            table.count(
                "ended",
                at: one.lead.municipality,
                places + [[durationClass(one.start, end), "T"]]
            )
            table.count(
                "mean_days",
                at: one.lead.municipality,
                places + [["T"]],
                amount: days
            )
            table.count(
                "median_days",
                at: one.lead.municipality,
                places + [["T"]],
                amount: days
            )
        }
    }

    func ended(_ period: Period) -> [ReferenceTrajectory] {
        merged(records("jeugdhulp", period)).filter { one in
            guard let end = one.end else { return false }
            return end >= period.start && end <= period.end
        }
    }

    private func durationClass(_ start: CalendarDay, _ end: CalendarDay) -> String {
        let from = start.components
        let to = end.advanced(by: 1).components
        let months =
            12 * (to.year - from.year) + to.month - from.month - (to.day < from.day ? 1 : 0)
        switch months {
        case ..<3: return "0-2m"
        case ..<6: return "3-5m"
        case ..<12: return "6-11m"
        case ..<24: return "1y"
        case ..<36: return "2y"
        case ..<48: return "3y"
        default: return "4y+"
        }
    }

    /// The code, or `U` for empty.
    func known(_ code: String) -> String { code.isEmpty ? "U" : code }

    /// The age class on a day.
    func ageClass(of record: ReferenceRecord, on day: CalendarDay) -> String {
        guard let birth = record.birth, birth <= day else { return "U" }
        switch age(birth, on: day) {
        case ..<4: return "0-3"
        case ..<12: return "4-11"
        case ..<18: return "12-17"
        case ..<23: return "18-22"
        default: return "23+"
        }
    }

    /// Completed years by month and day.
    func age(_ birth: CalendarDay, on day: CalendarDay) -> Int {
        let from = birth.components
        let to = day.components
        let hadBirthday = (to.month, to.day) >= (from.month, from.day)
        return to.year - from.year - (hadBirthday ? 0 : 1)
    }
}
