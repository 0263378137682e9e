public import Domain

/// A cell of an open table: a number or none, and in every case why.
public struct Observation: Sendable, Equatable {
    /// The number times ten to the measure's decimals; `nil` where there is none to show.
    public let value: Int64?
    /// Why there is this number or none.
    public let status: ObservationStatus
    /// How final it is.
    public let vintage: VintageStatus

    /// Creates a cell.
    public init(value: Int64?, status: ObservationStatus, vintage: VintageStatus) {
        self.value = value
        self.status = status
        self.vintage = vintage
    }

    /// What stands in `ValueAttribute`: the status, or for a free number how final it is.
    public var attribute: String {
        guard status == .free else { return status.name }
        switch vintage {
        case .final: return "None"
        case .provisional: return "Provisional"
        case .revisedProvisional: return "RevisedProvisional"
        }
    }

    /// Every text that ``attribute`` can give, in a fixed order.
    static let attributes =
        ObservationStatus.allCases.map(\.name) + ["Provisional", "RevisedProvisional"]
}

extension VintageStatus {
    /// The status of a period as Statistics Netherlands writes it.
    var code: String {
        switch self {
        case .final: "Definitief"
        case .provisional: "Voorlopig"
        case .revisedProvisional: "NaderVoorlopig"
        }
    }
}
