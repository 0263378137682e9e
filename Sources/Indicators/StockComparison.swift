import Definitions
import Domain

/// The opening stock of a period beside the closing stock of the period before it.
///
/// Both are counted from the deliveries for their own period alone, so they need not be equal: a
/// measure may be reported late, left out, or have another type. The difference says how well two
/// rounds of deliveries fit together; it is an analyst's note and is never published.
struct StockComparison: Sendable {
    private let axis: Axis
    private var closing: [Period: [Int64]] = [:]

    init(axis: Axis) {
        self.axis = axis
    }

    /// The period before one: the half-year before, or the year.
    static func before(_ period: Period) -> Period {
        switch period {
        case .halfYear(let half): .halfYear(half.previous)
        case .year(let year): .year(year - 1)
        }
    }

    /// Remembers the closing stock of a period.
    mutating func remember(_ measures: MeasureTables) {
        closing[measures.period] = measures.stock(.closing, axis: axis)
    }

    /// The difference for each type in the order of the codes and for all together, as
    /// `11: 2, 12: -1, T: 1`; `nil` when nothing is known of the period before.
    ///
    /// A type with neither stock is left out.
    func difference(_ measures: MeasureTables) -> String? {
        guard let before = closing[StockComparison.before(measures.period)] else { return nil }
        let opening = measures.stock(.opening, axis: axis)
        return zip(axis.codes + ["T"], zip(opening, before))
            .filter { $0 == "T" || $1 != (0, 0) }
            .map { "\($0): \($1.0 - $1.1)" }.joined(separator: ", ")
    }
}
