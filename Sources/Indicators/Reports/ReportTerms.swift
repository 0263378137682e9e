import Columns
import Definitions

/// *Termijnen*: the terms of Veilig Thuis, from the limits of the source.
struct ReportTerms: Sendable {
    private let workingDays = WorkingDays()
    private let assessmentDays: Int
    private let serviceDays: Int
    /// The reporter with whom a report was passed on by another organisation.
    let passedOnReporter: UInt8
    /// The decision to investigate.
    let investigation: UInt8
    /// Within how many days after an earlier report one is a repeat report.
    let repeatDays: Int

    init(_ source: SourceDefinition?) {
        func limit(_ name: String) -> Int { source?.limits[name] ?? 0 }
        assessmentDays = limit("assessment-working-days")
        serviceDays = limit("service-days")
        passedOnReporter = UInt8(clamping: limit("passed-on-reporter"))
        investigation = CodeTable.byte(for: "ON") ?? CodeTable.unknown
        repeatDays = limit("repeat-days")
    }

    /// Whether a report was assessed within its term, as far as is known on a day.
    func assessment(
        _ report: CountedReport,
        until last: UInt16
    ) -> IndicatorDefinition.Measure.Kind {
        let isAssessed = report.assessed != 0 && report.assessed <= last
        let passed = workingDays.count(
            after: report.day,
            until: isAssessed ? report.assessed : last
        )
        if isAssessed { return passed <= assessmentDays ? .assessedInTime : .assessedLate }
        return passed <= assessmentDays ? .assessmentOpen : .assessedLate
    }

    /// Whether an ended service ended within its term, which runs from the assessment.
    func service(_ report: CountedReport) -> [IndicatorDefinition.Measure.Kind] {
        guard report.assessed != 0 else { return [.servicesUnknown] }
        let isInTime = Int(report.serviceEnd) <= Int(report.assessed) + serviceDays
        return [.servicesAssessed] + (isInTime ? [.servicesInTime] : [])
    }
}
