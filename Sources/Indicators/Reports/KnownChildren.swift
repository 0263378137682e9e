import Columns
import Definitions
import Domain
import Linkage
import Store

/// Children under 18 who are known through a source in a calendar year, and where they count.
///
/// Under 18 means: on the first day of the year, or born in it; an unknown birth does not count.
struct KnownChildren {
    /// Where a child counts; of counts without persons, where several do.
    struct Place {
        let municipality: UInt16
        /// The region of the organisation or centre, which wins over that of the municipality.
        let holder: CellTable.Region?
        let count: Int64
        /// Who it is; `nil` where that is not known.
        var person: UInt32?
    }

    let definitions: DefinitionSet
    let year: Int
    let segments: [SegmentReader]
    let accepted: [String: AcceptedDeliveries]
    let spine: PersonSpine
    let workers: Workers

    private var period: Period { .year(year) }
    private var first: UInt16 { PackedDay.pack(period.start.number) }
    private var last: UInt16 { PackedDay.pack(period.end.number) }

    /// Whether there is any delivery of a source for the year.
    func isDelivered(_ source: BreakdownDefinitions.ChildSource.Code) -> Bool {
        let periods = accepted[KnownChildren.register(source)]?.periods ?? []
        return period.halves.contains(where: periods.contains)
    }

    private static func register(_ source: BreakdownDefinitions.ChildSource.Code) -> String {
        switch source {
        case .youthAssistance: "jeugdhulp"
        case .protection: "jeugdbescherming"
        case .veiligThuis: "veiligthuis"
        case .csg: "csg-counts"
        }
    }

    /// Where the children known through a source count; `nil` where the source cannot see a scope.
    func places(
        through source: BreakdownDefinitions.ChildSource,
        scope: String?
    ) throws -> [Place]? {
        switch source.id {
        case .youthAssistance, .protection: scope == nil ? try persons(source) : nil
        case .veiligThuis: try victims(scope)
        case .csg: try registrations()
        }
    }

    /// The children known through a source where sources are linked: contacts of the centres in the
    /// place of their counts.
    func linked(through source: BreakdownDefinitions.ChildSource) throws -> [Place] {
        guard source.id == .csg else { return try places(through: source, scope: nil) ?? [] }
        guard let accepted = accepted["csg-records"] else { return [] }
        let adult = Birthdays(age: 18)
        var contacts: [ContactRow] = []
        for half in period.halves {
            contacts += try ContactRow.load(
                segments.filter { $0.source == "csg-records" },
                accepted: accepted,
                period: half,
                spine: spine,
                workers: workers
            )
        }
        // The place of a child is that of the newest contact that has one.
        return contacts.filter { contact in
            contact.person != Numbering.nobody && (first...last).contains(contact.day)
                && isYoung(contact.birth, adult)
        }.sorted { $0.isNewer(than: $1) }.map { contact in
            Place(
                municipality: contact.municipality,
                holder: nil,
                count: 1,
                person: contact.person
            )
        }
    }

    /// Persons with help that ran in the year, after referral by one of some referrers, or with a
    /// measure; each in the place of the lead record.
    private func persons(_ source: BreakdownDefinitions.ChildSource) throws -> [Place] {
        let register = KnownChildren.register(source.id)
        guard let accepted = accepted[register] else { return [] }
        let own = segments.filter { $0.source == register }
        let halves = try period.halves.filter(accepted.periods.contains).map { half in
            try PeriodRecords.load(
                own.filter { $0.period == half },
                accepted: accepted,
                period: half,
                spine: spine,
                workers: workers
            )
        }
        let records = try PeriodRecords.join(
            halves,
            personCount: spine.personCount,
            workers: workers
        )
        let referrers = Set(source.referrers.compactMap { CodeTable.byte(for: $0) })
        let adult = Birthdays(age: 18)
        var places: [Place] = []
        var row = 0
        while row < records.personRows {
            var end = row + 1
            while end < records.personRows, records.person[end] == records.person[row] { end += 1 }
            var lead: Int?
            for index in row..<end
            where runs(records, index)
                && (referrers.isEmpty || referrers.contains(records.referrer[index]))
            {
                if let known = lead, !LeadRecord.leads(records, index, over: known) { continue }
                lead = index
            }
            if let lead, isYoung(records.birth[lead], adult) {
                places.append(
                    Place(
                        municipality: records.municipality[lead],
                        holder: nil,
                        count: 1,
                        person: records.person[lead]
                    )
                )
            }
            row = end
        }
        return places
    }

    /// A measure runs from taking over, or else its start, to handing over, or else its end; help
    /// has neither.
    private func runs(_ records: PeriodRecords, _ row: Int) -> Bool {
        let takenOver = records.takenOver[row]
        let handedOver = records.handedOver[row]
        let start = takenOver == 0 ? records.start[row] : takenOver
        let end = handedOver == 0 ? records.end[row] : handedOver
        return start <= last && (end == 0 || end >= first)
    }

    private func isYoung(_ birth: UInt16, _ adult: Birthdays) -> Bool {
        guard birth != 0, birth <= PackedDay.latest, birth <= last else { return false }
        return adult[birth] > first
    }

    /// Who is one child in reports: the person, or where there is no number the same birth and sex
    /// in the same case, or the same report where there is no case.
    private enum Identity: Hashable {
        case person(UInt32)
        case alike(holder: UInt16, marks: [UInt64], birth: UInt16, sex: UInt8)

        /// The number of the person, where there is one.
        var number: UInt32? { if case .person(let number) = self { number } else { nil } }
    }

    /// Victims in reports of the year; each in the place of the newest report that names one.
    private func victims(_ scope: String?) throws -> [Place] {
        guard let accepted = accepted["veiligthuis"] else { return [] }
        let axes = ReportAxes(definitions)
        let scopes = definitions.breakdowns.reportScopes.map(\.code)
        let wanted = scope.flatMap(scopes.firstIndex)
        var reports: [CountedReport] = []
        for half in period.halves where accepted.periods.contains(half) {
            let rows = try ReportRow.load(
                segments.filter { $0.source == "veiligthuis" },
                accepted: accepted,
                period: half,
                spine: spine,
                workers: workers
            )
            reports = ReportRun.together(reports, CountedReport.reports(in: rows, axes.order))
        }
        let adult = Birthdays(age: 18)
        var leads: [Identity: (UInt8, UInt16, UInt16, UInt16)] = [:]
        for report in reports
        where report.isReport && (first...last).contains(report.day)
            && (wanted.map { axes.codes(of: report, on: .scope).contains($0) } ?? true)
        {
            let marks = report.cases.isEmpty ? [report.key.record] : report.cases.sorted()
            for victim in report.victims where isYoung(victim.birth, adult) {
                let identity: Identity =
                    victim.number == Numbering.nobody
                    ? .alike(
                        holder: report.key.holder,
                        marks: marks,
                        birth: victim.birth,
                        sex: victim.sex
                    ) : .person(victim.number)
                let lead = (
                    UInt8(victim.municipality == 0 ? 0 : 1), report.day, victim.municipality,
                    report.key.holder
                )
                if leads[identity].map({ $0 < lead }) ?? true { leads[identity] = lead }
            }
        }
        return leads.map { identity, lead in
            Place(
                municipality: lead.2,
                holder: CellTable.Region(
                    geography: .veiligThuis,
                    code: accepted.holders[Int(lead.3)]
                ),
                count: 1,
                person: identity.number
            )
        }
    }

    /// Registrations of minors, which are not told apart into children.
    private func registrations() throws -> [Place] {
        guard let accepted = accepted["csg-counts"] else { return [] }
        let minors = CentreCounts.minorClasses(definitions, source: "csg-counts")
        return try period.halves.flatMap { half in
            try CentreCounts.load(
                segments.filter { $0.source == "csg-counts" },
                accepted: accepted,
                period: half,
                workers: workers
            )
        }.filter { minors.contains($0.age) }.map { cell in
            Place(
                municipality: 0,
                holder: CellTable.Region(
                    geography: .csg,
                    code: accepted.holders[Int(cell.holder)]
                ),
                count: cell.count
            )
        }
    }
}
