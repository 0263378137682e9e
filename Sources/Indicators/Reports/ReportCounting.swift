import Columns
import Definitions
import Domain

/// The counting of indicators on advices, reports and cases over the reports of a period.
struct ReportCounting: Sendable {
    let axes: ReportAxes
    let places: ReportPlaces
    let terms: ReportTerms
    let period: Period
    private let days: ClosedRange<UInt16>

    init(axes: ReportAxes, places: ReportPlaces, terms: ReportTerms, period: Period) {
        self.axes = axes
        self.places = places
        self.terms = terms
        self.period = period
        days = PackedDay.pack(period.start.number)...PackedDay.pack(period.end.number)
    }

    /// The table of an indicator.
    ///
    /// - Parameters:
    ///   - definition: what is counted.
    ///   - reports: the advices and reports of the period's records.
    ///   - repeats: for repeat reports, what came before.
    /// - Returns: the table, unprotected.
    func table(
        _ definition: IndicatorDefinition,
        _ reports: [CountedReport],
        repeats: RepeatReports
    ) -> CellTable {
        let own = definition.breakdowns.map { axes[$0] }
        var tally = TableTally(definition, axes: own, regions: places.regions.count)
        let wanted = Set(definition.measures.map(\.kind))
        let asksRepeats = wanted.contains { RepeatReports.kinds.contains($0) }
        for report in reports {
            var kinds = kinds(of: report, definition.population)
            guard !kinds.isEmpty else { continue }
            if asksRepeats, report.isReport { kinds += repeats.kinds(of: report) }
            tally.add(
                kinds,
                at: places.regions(holder: report.holder, municipality: report.municipality),
                definition.breakdowns.map { axes.codes(of: report, on: $0) }
            )
        }
        if wanted.contains(.cases) { addCases(reports, to: &tally) }
        return tally.table(period, regions: places.regions)
    }

    /// What a report counts as; nothing where its own date does not lie in the period.
    private func kinds(
        of report: CountedReport,
        _ population: IndicatorDefinition.Population
    ) -> [IndicatorDefinition.Measure.Kind] {
        switch population {
        case .reportsReceived:
            guard days.contains(report.day) else { return [] }
            guard report.isReport else { return [.advices] }
            let once: IndicatorDefinition.Measure.Kind =
                report.reporter == terms.passedOnReporter ? .reportsPassedOn : .reportsOnce
            return [.reports, once] + (report.cases.isEmpty ? [.reportsWithoutCase] : [])
        case .reportTerms:
            guard report.isReport else { return [] }
            let assessment = terms.assessment(report, until: days.upperBound)
            let decided: [IndicatorDefinition.Measure.Kind] =
                assessment == .assessmentOpen ? [] : [.assessmentDecided]
            let received =
                days.contains(report.day) ? [.reports, assessment] + decided : []
            let ended =
                days.contains(report.serviceEnd)
                ? [.servicesEnded] + terms.service(report) : []
            return received + ended
        case .reportsAssessed:
            return report.isReport && days.contains(report.assessed) ? [.reports] : []
        case .investigationsEnded:
            return report.isReport && report.decision == terms.investigation
                && days.contains(report.serviceEnd) ? [.reports] : []
        case .reportsClosed:
            let last = report.serviceStart == 0 ? report.assessed : report.serviceEnd
            return report.isReport && days.contains(last) ? [.reports] : []
        default: return []
        }
    }

    /// Cases with a report in the period: what is asked of the case is asked of its reports
    /// together, and what only a report has leaves it at the total.
    private func addCases(_ reports: [CountedReport], to tally: inout TableTally) {
        struct Key: Hashable {
            let holder: UInt16
            let mark: UInt64
        }
        var places: [Key: Int] = [:]
        var cases: [CountedReport] = []
        for report in reports where report.isReport && days.contains(report.day) {
            for mark in report.cases {
                let key = Key(holder: report.key.holder, mark: mark)
                if let place = places[key] {
                    cases[place].take(report)
                } else {
                    places[key] = cases.count
                    cases.append(report)
                }
            }
        }
        for entry in cases {
            tally.add(
                [.cases],
                at: self.places.regions(holder: entry.holder, municipality: entry.municipality),
                tally.definition.breakdowns.map { breakdown in
                    [.scope, .nature].contains(breakdown)
                        ? axes.codes(of: entry, on: breakdown) : []
                }
            )
        }
    }
}
