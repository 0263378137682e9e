public import Domain

/// Why a fictive country cannot be made.
public enum PlanError: Error, Equatable, Sendable {
    /// The periods are in the wrong order or begin before the first that exists.
    case periods(ReportingPeriod, ReportingPeriod)
    /// The number of children is not positive.
    case children(Int)
    /// The fault rate is not between 0 and 1.
    case faultRate(Double)
    /// The number of holders is not positive.
    case holders(Int)
    /// The source has no generator.
    case source(String)
    /// The number of rows is not positive.
    case rows(Int)
    /// A calibrated country needs deliveries from 2015H1 until at least the last target.
    case calibratedPeriods(ReportingPeriod, ReportingPeriod)
    /// The published series holds no number for a cell.
    case target(series: String, period: String, item: String)
    /// No whole numbers fit all published cells of a table.
    case margins(String)
    /// The flow between two targets cannot be made, for instance too few children to come back.
    case flow(ReportingPeriod, String)
    /// More children than there are fictive numbers.
    case numbersUsedUp
}

extension PlanError: CustomStringConvertible {
    /// The error in one line for the run's log, in English; people get the text of its code.
    public var description: String {
        switch self {
        case .periods(let from, let to):
            "periods \(from) to \(to): expected from 2015H1 and in order"
        case .children(let n): "\(n) children: expected more than 0"
        case .faultRate(let rate): "fault rate \(rate): expected 0 to 1"
        case .holders(let n): "\(n) holders: expected more than 0"
        case .source(let id): "source \(id): expected jeugdhulp or jeugdbescherming"
        case .rows(let n): "\(n) rows: expected more than 0"
        case .calibratedPeriods(let from, let to):
            "calibrated periods \(from) to \(to): expected from 2015H1 to 2019H1 or later"
        case .target(let series, let period, let item):
            "series \(series) has no number for \(item) in \(period): expected one to calibrate to"
        case .margins(let table): "table \(table): no whole numbers fit all published cells"
        case .flow(let period, let what): "flow of \(period): not enough \(what)"
        case .numbersUsedUp: "fictive numbers used up: expected at most 9 million children"
        }
    }
}
