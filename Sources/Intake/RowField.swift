/// A column of a delivery by its protocol name, with the place its values have in a row.
public enum RowField: String, CaseIterable, Sendable {
    /// The source holder.
    case holder = "aanbieder"
    /// The half-year.
    case period = "verslagperiode"
    /// The citizen service number.
    case number = "bsn"
    /// Date of birth.
    case birth = "geboortedatum"
    /// Sex.
    case sex = "geslacht"
    /// Postcode.
    case postcode
    /// Municipality.
    case municipality = "gemeente"
    /// Referrer.
    case referrer = "verwijzer"
    /// Form of youth assistance.
    case form = "hulpvorm"
    /// Type of measure.
    case measure = "maatregel"
    /// Started in a crisis.
    case crisis = "gestart_met_crisis"
    /// Perspective.
    case perspective = "perspectief"
    /// Start.
    case start = "datum_aanvang"
    /// End.
    case end = "datum_einde"
    /// Reason of ending.
    case reason = "reden_beeindiging"
    /// Satisfaction.
    case satisfaction = "tevredenheid"
    /// Going on without help.
    case withoutHelp = "zonder_hulp_verder"
    /// Who was asked.
    case informant
    /// Last day at this institution before a transfer.
    case handedOver = "datum_overgedragen"
    /// First day at this institution after a transfer.
    case takenOver = "datum_overgedragen_gekregen"

    /// The place among the days and municipalities, or `nil`.
    var wideSlot: Int? {
        switch self {
        case .start: 0
        case .end: 1
        case .handedOver: 2
        case .takenOver: 3
        case .birth: 4
        case .municipality: 5
        default: nil
        }
    }

    /// The place among the codes, or `nil`.
    var smallSlot: Int? {
        switch self {
        case .form, .measure: 0
        case .referrer: 1
        case .crisis: 2
        case .perspective: 3
        case .reason: 4
        case .satisfaction: 5
        case .withoutHelp: 6
        case .informant: 7
        case .sex: 8
        case .postcode: 9
        default: nil
        }
    }

    static let wideSlots = 6
    static let smallSlots = 10

    /// The number by which findings name the field.
    var index: UInt8 { UInt8(RowField.allCases.firstIndex(of: self) ?? 0) }
}

/// Marks on a row.
enum RowFlag {
    /// A code was an alias and has been converted.
    static let alias: UInt8 = 1
    /// Day or month of birth is unknown.
    static let approximateBirth: UInt8 = 2
    /// The record is left out.
    static let leftOut: UInt8 = 128
}
