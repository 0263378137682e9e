import Domain

extension ReferenceEngine {
    private static let heaviestFirst = ["13", "14", "12", "11", "03", "02", "04", "01"]

    /// BJ-02.
    func countYouthsByForm(_ period: Period, _ table: inout ReferenceTable) {
        let all = records("jeugdhulp", period)
        for youth in youths(recordsOfYouths(period)) {
            for form in Set(youth.records.map(\.code)).union(["T"]) {
                table.count(
                    "youths",
                    at: youth.lead.municipality,
                    [
                        [form], [ageClass(of: youth.lead, on: period.end), "T"],
                        [known(youth.lead.sex), "T"],
                    ]
                )
            }
        }
        countWithoutPerson(all, &table)
    }

    /// BJ-03.
    func countYouthsByHeaviestForm(_ period: Period, _ table: inout ReferenceTable) {
        let all = records("jeugdhulp", period)
        for youth in youths(recordsOfYouths(period)) {
            let forms = Set(youth.records.map(\.code))
            let heaviest = ReferenceEngine.heaviestFirst.first { forms.contains($0) } ?? ""
            table.count(
                "youths",
                at: youth.lead.municipality,
                [
                    [heaviest, "T"], [ageClass(of: youth.lead, on: period.end), "T"],
                    [known(youth.lead.sex), "T"],
                ]
            )
        }
        countWithoutPerson(all, &table)
    }

    /// Youths of a year are distinct persons over both halves, so all records of both count.
    private func recordsOfYouths(_ period: Period) -> [ReferenceRecord] {
        period.halves.flatMap { records("jeugdhulp", .halfYear($0)) }
    }

    /// The persons of a set with their records and their lead record.
    func youths(
        _ records: [ReferenceRecord]
    ) -> [(lead: ReferenceRecord, records: [ReferenceRecord])] {
        let known = records.filter { $0.person != nil }
        return Dictionary(grouping: known) { $0.person ?? "" }.compactMap { _, own in
            ReferenceTrajectory.lead(of: own).map { ($0, own) }
        }
    }

    private func countWithoutPerson(_ records: [ReferenceRecord], _ table: inout ReferenceTable) {
        for _ in records.filter({ $0.person == nil }) {
            table.add("nl,NL01,T,T,T,records_without_person", 1)
        }
    }
}
