import Definitions
import Domain

/// Draws advices, reports, contacts and rehabilitation after everything else, so that what was
/// drawn before stays what it was.
///
/// Part of the children in reports are children who get youth assistance, so that linkage has a
/// truth to find; the others are added.
struct ReportFlow {
    private let parameters: WorldParameters
    private let from: ReportingPeriod
    private let to: ReportingPeriod
    private let regions: ReportRegions
    private let children: Int

    init(
        _ regions: ReportRegions,
        parameters: WorldParameters,
        from: ReportingPeriod,
        to: ReportingPeriod,
        children: Int
    ) {
        self.regions = regions
        self.parameters = parameters
        // The layout of 2019 knows no earlier half-year.
        self.from = max(from, ReportingPeriod(ordinal: 2019 * 2))
        self.to = to
        self.children = children
    }

    /// The half-years of which there are advices and reports.
    private var periods: [ReportingPeriod] {
        from <= to ? (from.ordinal...to.ordinal).map(ReportingPeriod.init(ordinal:)) : []
    }

    private func scaled(_ national: Int, _ random: inout SeededRandom) -> Int {
        let country = parameters[.countryChildren]
        return (national * children + random.below(country)) / country
    }

    /// Advices and reports, by day within each half-year.
    func reports(
        population: inout Population,
        _ random: inout SeededRandom
    ) throws(PlanError) -> [Report] {
        let known = population.children.count
        var made: [Report] = []
        var cases: UInt32 = 0
        /// The last report of each case, from which others follow.
        var open: [Report] = []
        for period in periods {
            let days = (period.start.number, period.end.number)
            var drawn: [Report] = []
            for _ in 0..<scaled(parameters[.reportsPerHalfYear], &random) {
                let day = random.between(days.0, days.1)
                let isAgain = !open.isEmpty && random.perMille(parameters[.reportAgain])
                var report: Report
                if isAgain {
                    report = open[random.below(open.count)]
                    report.involvement = UInt8(1 + random.below(4))
                    if report.day > day { report.involvement = 0 }
                } else {
                    cases += 1
                    report = try firstReport(
                        cases,
                        on: day,
                        knownChildren: known,
                        &population,
                        &random
                    )
                }
                report.day = day
                decide(&report, &random)
                drawn.append(report)
            }
            for _ in 0..<scaled(parameters[.advicesPerHalfYear], &random) {
                drawn.append(advice(on: random.between(days.0, days.1), &random))
            }
            drawn.sort {
                ($0.day, $0.caseNumber, $0.organisation) < ($1.day, $1.caseNumber, $1.organisation)
            }
            // A case that is reported again later is not its first report any more.
            var seen: Set<UInt32> = Set(made.filter(\.isReport).map(\.caseNumber))
            for index in drawn.indices {
                drawn[index].number = UInt32(made.count + index + 1)
                guard drawn[index].isReport else { continue }
                let isFirst = seen.insert(drawn[index].caseNumber).inserted
                if isFirst {
                    drawn[index].involvement = 0
                } else if drawn[index].involvement == 0 {
                    drawn[index].involvement = 4
                }
            }
            made += drawn
            open = drawn.filter(\.isReport)
        }
        return made
    }

    private func firstReport(
        _ number: UInt32,
        on day: Int32,
        knownChildren known: Int,
        _ population: inout Population,
        _ random: inout SeededRandom
    ) throws(PlanError) -> Report {
        var persons: [Report.Person] = []
        for _ in 0..<(random.perMille(400) ? 2 : 1) {
            var child: Int?
            if known > 0, random.perMille(parameters[.reportKnownChild]) {
                let candidate = random.below(known)
                if population.fits(candidate, startingOn: day, ageLow: 0, ageHigh: 17),
                    population.children[candidate].isKnown,
                    !persons.contains(where: { $0.child == Int32(candidate) })
                {
                    child = candidate
                }
            }
            let victim =
                if let child { child } else {
                    try population.add(
                        startingOn: day,
                        ageLow: 0,
                        ageHigh: 17,
                        known: true,
                        &random
                    )
                }
            persons.append(Report.Person(child: Int32(victim), role: UInt8(ascii: "S")))
        }
        for _ in 0..<random.below(3) {
            persons.append(
                Report.Person(
                    child: -1,
                    role: random.perMille(700) ? UInt8(ascii: "P") : UInt8(ascii: "O"),
                    birthYear: UInt16(1960 + random.below(38)),
                    sex: random.perMille(500) ? UInt8(ascii: "M") : UInt8(ascii: "V")
                )
            )
        }
        let home = Int(population.children[Int(persons[0].child)].home)
        let isAbuse = random.perMille(parameters[.reportSexualAbuse])
        return Report(
            organisation: regions.organisationOfHome.indices.contains(home)
                ? regions.organisationOfHome[home] : 0,
            isReport: true,
            number: 0,
            caseNumber: number,
            day: day,
            reporter: reporter(&random),
            natures: isAbuse ? 1 << 6 : natures(&random),
            occasions: 1 << UInt16(6 + random.below(3)),
            persons: persons
        )
    }

    private func reporter(_ random: inout SeededRandom) -> UInt8 {
        if random.perMille(parameters[.reportPolice]) { return 1 }
        let others: [UInt8] = [2, 3, 5, 8, 9, 10, 12, 15, 15, 18, 20, 31, 33, 35, 41]
        return others[random.below(others.count)]
    }

    private func natures(_ random: inout SeededRandom) -> UInt16 {
        let codes: [UInt16] = [1, 2, 3, 4, 5, 8, 8, 11]
        let first = 1 << codes[random.below(codes.count)]
        return UInt16(first | (random.perMille(350) ? 1 << codes[random.below(codes.count)] : 0))
    }

    /// Assessment, decision and service; three of four assessments are in time.
    private func decide(_ report: inout Report, _ random: inout SeededRandom) {
        report.assessed =
            report.day + (random.perMille(750) ? random.between(0, 6) : random.between(7, 30))
        report.appraisal = UInt8([0, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3, 3][random.below(12)])
        report.decision = UInt8([0, 0, 0, 0, 0, 1, 2, 3, 4, 4][random.below(10)])
        report.serviceStart = 0
        report.serviceEnd = 0
        report.outcome = 0
        report.referral = 0
        if report.decision == 1 || report.decision == 2 {
            report.serviceStart = report.assessed + random.between(0, 7)
            report.serviceEnd = report.serviceStart + random.between(14, 90)
            if report.decision == 2 { report.outcome = UInt8([6, 6, 6, 5, 5, 4][random.below(6)]) }
        }
        if report.decision == 0 {
            report.referral = UInt8([1, 1, 1, 4, 5, 2, 7][random.below(7)])
        }
    }

    private func advice(on day: Int32, _ random: inout SeededRandom) -> Report {
        Report(
            organisation: UInt8(random.below(max(1, regions.organisations.count))),
            isReport: false,
            number: 0,
            caseNumber: 0,
            day: day,
            reporter: reporter(&random) == 1 ? 31 : 15,
            natures: random.perMille(parameters[.reportSexualAbuse]) ? 1 << 6 : natures(&random),
            occasions: 1 << UInt16(6 + random.below(3)),
            persons: [Report.Person(child: -1, role: 0)]
        )
    }

    /// Contacts with the centres.
    func contacts(_ random: inout SeededRandom) -> [CentreContact] {
        var made: [CentreContact] = []
        for period in periods {
            for _ in 0..<scaled(parameters[.contactsPerHalfYear], &random) {
                let isMinor = random.perMille(parameters[.contactMinor])
                made.append(
                    CentreContact(
                        centre: UInt8(random.below(max(1, regions.centres.count))),
                        day: random.between(period.start.number, period.end.number),
                        ageClass: isMinor ? (random.perMille(300) ? 0 : 1) : 2,
                        isAcute: random.perMille(parameters[.contactAcute]),
                        nature: UInt8([0, 0, 0, 1, 1, 2, 3][random.below(7)]),
                        isOwnNetwork: random.perMille(isMinor ? 420 : 300),
                        isStructural: random.perMille(200)
                    )
                )
            }
        }
        return made
    }

    /// Measures of youth rehabilitation, from the first half-year of the plan on.
    func rehabilitation(
        from first: ReportingPeriod,
        institutions: Int,
        population: inout Population,
        _ random: inout SeededRandom
    ) throws(PlanError) -> [Measure] {
        let known = population.children.count
        let start = first.start.number - 730
        let years = Int(to.end.number - start) / 365
        var made: [Measure] = []
        for _ in 0..<scaled(parameters[.rehabilitationPerYear] * years, &random) {
            let day = random.between(start, to.end.number)
            var child: Int?
            if known > 0, random.perMille(parameters[.measureKnownChild]) {
                let candidate = random.below(known)
                if population.fits(candidate, startingOn: day, ageLow: 13, ageHigh: 17),
                    population.children[candidate].isKnown
                {
                    child = candidate
                }
            }
            let youth =
                if let child { child } else {
                    try population.add(
                        startingOn: day,
                        ageLow: 13,
                        ageHigh: 17,
                        known: true,
                        &random
                    )
                }
            let length = random.between(90, 730)
            guard day + length >= first.start.number else { continue }
            let types: [UInt8] = [41, 41, 41, 41, 42, 50, 62, 63]
            made.append(
                Measure(
                    child: Int32(youth),
                    start: day,
                    end: day + length,
                    institution: UInt16(random.below(institutions)),
                    type: types[random.below(types.count)],
                    reason: [21, 21, 21, 22, 24, 25][random.below(6)]
                )
            )
        }
        return made
    }
}
