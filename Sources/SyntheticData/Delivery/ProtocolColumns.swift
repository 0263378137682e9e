import Definitions
import Domain

/// What the protocol of a source asks in a half-year: optional columns and special numbers.
struct ProtocolColumns: Sendable {
    private let names: Set<String>
    private let unknownNumber: UInt32
    private let unbornNumber: UInt32

    init(_ source: SourceDefinition, in period: ReportingPeriod) {
        func isInForce(_ from: ReportingPeriod?, _ until: ReportingPeriod?) -> Bool {
            (from ?? period) <= period && period <= (until ?? period)
        }
        names = Set(source.columns.filter { isInForce($0.from, $0.until) }.map(\.name))
        func number(_ meaning: SourceDefinition.SpecialNumber.Meaning) -> UInt32 {
            let special = source.specialNumbers.first {
                $0.meaning == meaning && isInForce($0.from, $0.until)
            }
            return special.flatMap { UInt32($0.code) } ?? 0
        }
        unknownNumber = number(.unknown)
        unbornNumber = number(.unborn)
    }

    /// Whether the protocol knows the column in the half-year.
    func contains(_ name: String) -> Bool { names.contains(name) }

    /// The number as delivered: the fictive one, or the special code of the half-year.
    func number(of child: Child) -> UInt32 {
        switch child.number {
        case .known: child.digits
        case .unknown: unknownNumber
        case .unborn: unbornNumber
        }
    }
}
