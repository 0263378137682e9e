import Domain

extension ReferenceEngine {
    /// BJ-07.
    func countNoNewStart(_ period: Period, _ table: inout ReferenceTable) {
        guard case .halfYear(let half) = period, exists("BJ-07", period) else { return }
        let starts =
            merged(records("jeugdhulp", period))
            + merged(records("jeugdhulp", .halfYear(half.next)))
        for one in ended(period) {
            guard let end = one.end else { continue }
            let places = [[one.form, "T"], [known(one.referrer), "T"]]
            table.count("ended", at: one.lead.municipality, places)
            if one.person == nil {
                table.count("unknown", at: one.lead.municipality, places)
            } else if !starts.contains(where: {
                $0.person == one.person && $0.start > end && $0.start <= half.next.end
            }) {
                table.count("no_new_start", at: one.lead.municipality, places)
            }
        }
    }

    /// BJ-08.
    func countOutcomes(_ period: Period, _ table: inout ReferenceTable) {
        for one in ended(period) where one.referrer == "04" {
            func count(_ measure: String, if isTrue: Bool = true, amount: Int = 1) {
                guard isTrue else { return }
                table.count(
                    measure,
                    at: one.lead.municipality,
                    [[one.form, "T"], [known(one.informant), "T"]],
                    amount: amount
                )
            }
            count("ended")
            count("satisfaction_known", if: one.satisfaction != nil)
            if let mark = one.satisfaction { count("satisfaction_mean", amount: mark) }
            count("without_help_known", if: !one.withoutHelp.isEmpty)
            count("without_help_yes", if: one.withoutHelp == "J")
            count("without_help_partly", if: one.withoutHelp == "D")
            count("without_help_no", if: one.withoutHelp == "N")
        }
        table.addPercent("satisfaction_percent", of: "satisfaction_known", by: "ended")
        table.addPercent("without_help_percent", of: "without_help_known", by: "ended")
    }

    /// BJ-09.
    func countResidence(_ period: Period, _ table: inout ReferenceTable) {
        for one in merged(records("jeugdhulp", period))
        where one.start <= period.end && (one.end.map { $0 >= period.start } ?? true) {
            let isOther = ["01", "02", "03", "05", "06", "08"].contains(one.referrer)
            func count(_ measure: String, if isTrue: Bool = true) {
                guard isTrue else { return }
                table.count(
                    measure,
                    at: one.lead.municipality,
                    [
                        [isOther ? "other" : known(one.referrer), "T"],
                        [ageClass(of: one.lead, on: period.end), "T"],
                    ]
                )
            }
            count("trajectories")
            count("with_residence", if: ["11", "12", "13", "14"].contains(one.form))
            count("closed", if: one.form == "13")
        }
        for measure in ["with_residence", "closed"] {
            table.addPercent(measure + "_percent", of: measure, by: "trajectories")
            table.addStandardised(measure + "_standardised", of: measure, by: "trajectories")
        }
    }

    /// JB-03.
    func countEndings(_ period: Period, _ table: inout ReferenceTable) {
        for record in records("jeugdbescherming", period) where exists("JB-03", period) {
            guard let end = record.end, end >= period.start, end <= period.end else { continue }
            table.count(
                "ended",
                at: record.municipality,
                [[record.code, "T"], [known(record.reason), "T"]]
            )
        }
    }

    /// JB-04.
    func countRepeatedMeasures(_ period: Period, _ table: inout ReferenceTable) {
        guard case .halfYear(let half) = period else { return }
        let earlier = periods(of: "jeugdbescherming").filter { $0 <= half }
            .flatMap { records("jeugdbescherming", .halfYear($0)) }
        for record in records("jeugdbescherming", period)
        where record.takenOver == nil && record.start >= period.start && record.start <= period.end
        {
            let places = [[record.code, "T"]]
            table.count("inflow", at: record.municipality, places)
            if record.person == nil {
                table.count("repeat_unknown", at: record.municipality, places)
            } else if earlier.contains(where: { other in
                guard other.person == record.person, let end = other.end else { return false }
                return end <= record.start.advanced(by: -2) && other.reason != "05"
                    && other.reason != "07"
            }) {
                table.count("repeat", at: record.municipality, places)
            }
        }
    }

    /// JB-05: day by day.
    func countBoth(_ period: Period, _ table: inout ReferenceTable) {
        let measures = records("jeugdbescherming", period)
        for youth in youths(records("jeugdhulp", period)) {
            let own = measures.filter { $0.person == youth.lead.person }
            var forms: Set<String> = []
            var day = period.start
            while day <= period.end {
                let hasMeasure = own.contains {
                    $0.segmentStart <= day && ($0.segmentEnd.map { $0 >= day } ?? true)
                }
                if hasMeasure {
                    for record in youth.records
                    where record.start <= day && (record.end.map { $0 >= day } ?? true) {
                        forms.insert(record.code)
                    }
                }
                day = day.advanced(by: 1)
            }
            guard !forms.isEmpty else { continue }
            for form in forms.union(["T"]) {
                table.count("youths", at: youth.lead.municipality, [[form]])
            }
        }
    }
}
