import Columns
import Definitions
import Linkage

/// *Herhaalde melding*: which reports came within a number of days after an earlier one.
///
/// Looked for by the victims with a number, over all organisations; a report without one by its
/// case at its organisation.
struct RepeatReports: Sendable {
    private struct CaseKey: Hashable, Sendable {
        let holder: UInt16
        let mark: UInt64
    }

    /// The measures it decides.
    static let kinds: [IndicatorDefinition.Measure.Kind] = [
        .repeatReports, .repeatNewMatter, .repeatReportsUnknown, .repeatReportsKnown,
    ]

    private let days: Int
    private var reports: [CountedReport.Key: CountedReport] = [:]
    private var ofPerson: [UInt32: [CountedReport.Key]] = [:]
    private var ofCase: [CaseKey: [CountedReport.Key]] = [:]

    init(days: Int) { self.days = days }

    /// Takes the reports of a half-year in; one that was known is as it is delivered last.
    mutating func append(_ others: [CountedReport]) {
        for report in others where report.isReport {
            let isKnown = reports.updateValue(report, forKey: report.key) != nil
            for person in Set(RepeatReports.persons(in: report)) {
                if isKnown, ofPerson[person]?.contains(report.key) == true { continue }
                ofPerson[person, default: []].append(report.key)
            }
            for mark in report.cases {
                let key = CaseKey(holder: report.key.holder, mark: mark)
                if isKnown, ofCase[key]?.contains(report.key) == true { continue }
                ofCase[key, default: []].append(report.key)
            }
        }
    }

    /// Forgets the reports before a day, on which no later one can look back.
    mutating func forget(before day: UInt16) {
        let kept = reports.values.filter { $0.day >= day }
        guard kept.count < reports.count else { return }
        self = RepeatReports(days: days)
        append(kept)
    }

    private static func persons(in report: CountedReport) -> [UInt32] {
        report.victims.map(\.number).filter { $0 != Numbering.nobody }
    }

    /// What a report counts as besides a report.
    func kinds(of report: CountedReport) -> [IndicatorDefinition.Measure.Kind] {
        let persons = RepeatReports.persons(in: report)
        let cases = report.cases.map { CaseKey(holder: report.key.holder, mark: $0) }
        guard !persons.isEmpty || !cases.isEmpty else { return [.repeatReportsUnknown] }
        let candidates =
            persons.isEmpty
            ? cases.flatMap { ofCase[$0] ?? [] } : persons.flatMap { ofPerson[$0] ?? [] }
        let earlier = candidates.compactMap { key -> CountedReport? in
            // What a half-year delivered anew may have lost its person or case since.
            guard let other = reports[key], other.key != report.key,
                persons.isEmpty
                    ? !RepeatReports.isOtherCase(other, report)
                    : RepeatReports.persons(in: other).contains(where: persons.contains)
            else { return nil }
            let gap = Int(report.day) - Int(other.day)
            return gap > 0 && gap <= days ? other : nil
        }
        guard !earlier.isEmpty else { return [.repeatReportsKnown] }
        let isNew = earlier.contains {
            $0.reporter == report.reporter || RepeatReports.isOtherCase($0, report)
        }
        return [.repeatReportsKnown, .repeatReports] + (isNew ? [.repeatNewMatter] : [])
    }

    private static func isOtherCase(_ one: CountedReport, _ other: CountedReport) -> Bool {
        one.key.holder != other.key.holder || !one.cases.contains(where: other.cases.contains)
    }
}
