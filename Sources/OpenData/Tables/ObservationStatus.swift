/// *Status van een cel*: why a cell has the number it has, or none.
///
/// The database tells free, withheld and missing cells apart; the finer reasons are for sources
/// that give them. Every format has a code for each case, so that a withheld cell is never a zero
/// and never an empty field without a reason.
public enum ObservationStatus: UInt8, Sendable, CaseIterable {
    /// A number that may be shown.
    case free
    /// A number that its publisher gives as about this, or that follows from published ones.
    case estimated
    /// Only bounds are known, which stand in columns of their own.
    case boundsOnly
    /// Withheld to protect people; whether for itself or for its neighbours is not said.
    case withheld
    /// Withheld because the cell itself is small or dominated.
    case withheldPrimary
    /// Withheld because another cell could be worked out from it.
    case withheldSecondary
    /// *Structurele nul*: there can be no number here, as a mean of nobody.
    case impossible
    /// Not published or not known: a hole.
    case unknown
    /// Not shown, or shown with a warning, because it is too unreliable.
    case unreliable

    /// Whether the cell was withheld to protect people.
    public var isWithheld: Bool {
        switch self {
        case .withheld, .withheldPrimary, .withheldSecondary: true
        default: false
        }
    }

    /// The name in `ValueAttribute` of OData and in CSV; `None` says that nothing is the matter.
    public var name: String {
        switch self {
        case .free: "None"
        case .estimated: "Estimated"
        case .boundsOnly: "BoundsOnly"
        case .withheld: "Confidential"
        case .withheldPrimary: "ConfidentialPrimary"
        case .withheldSecondary: "ConfidentialSecondary"
        case .impossible: "Impossible"
        case .unknown: "NotAvailable"
        case .unreliable: "Unreliable"
        }
    }

    /// The sign that stands for a missing number in a table of Statistics Netherlands.
    ///
    /// `x` is confidential, `.` unknown, blank impossible: the older legend, which keeps the first
    /// two apart; today's StatLine writes `.` for both.
    public var sign: String {
        switch self {
        case .withheld, .withheldPrimary, .withheldSecondary: "x"
        case .impossible: ""
        case .free, .estimated, .boundsOnly, .unknown, .unreliable: "."
        }
    }
}
