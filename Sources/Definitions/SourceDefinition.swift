public import Domain

/// *Bron*: a registration with the columns its protocol knows.
public struct SourceDefinition: Sendable {
    /// What a column holds, which decides how it is read.
    public enum Kind: String, CaseIterable, Sendable {
        /// The source holder: a KvK number of eight digits.
        case holder
        /// The half-year of the delivery.
        case period
        /// The citizen service number; it becomes a pseudonym in the parser.
        case bsn
        /// A date of birth, of which day or month may be unknown.
        case birthDate = "birth-date"
        /// A date, `JJJJMMDD` or `JJJJ-MM-DD`.
        case date
        /// A code from a list.
        case code
        /// A postcode, `1234AB`.
        case postcode
        /// A municipality, `GM0363` or `0363`.
        case municipality
        /// One or more codes from a list, joined by `+`.
        case codeSet = "code-set"
        /// A number a holder gave to a record or a case; kept as a keyed mark.
        case identifier
        /// A whole number of 0 or more.
        case count
        /// A number of 0 or more with at most three decimals.
        case decimal
        /// A calendar year.
        case year
        /// A text of any kind; only that it is there, and whether it is the same, is kept.
        case text
    }

    /// What a file of the source holds a row of.
    public enum Shape: String, CaseIterable, Sendable {
        /// A person with help or a measure.
        case persons
        /// A person in an advice or report; without a number where there is no permit to link.
        case reports
        /// A person who came to a centre.
        case contacts
        /// A count of persons.
        case counts
        /// A figure of a table that has no holder and no half-year.
        case figures
    }

    /// How a source names its holders.
    public enum HolderForm: String, CaseIterable, Sendable {
        /// A KvK number of eight digits.
        case kvk
        /// A region of Veilig Thuis, as `VT01`.
        case veiligThuis = "veiligthuis"
        /// A region of the Centrum Seksueel Geweld, by name.
        case csg
    }

    /// A column of the protocol.
    public struct Column: Sendable {
        /// The name in the header, as `datum_aanvang`.
        public let name: String
        /// What it holds.
        public let kind: Kind
        /// The code list, for a code.
        public let codeList: String?
        /// Whether a file without the column is refused.
        public let isObligatory: Bool
        /// Columns of which at least one must be there carry the same group name.
        public let oneOf: String?
        /// The first half-year in which the protocol knows the column.
        public let from: ReportingPeriod?
        /// The last half-year in which the protocol knows the column.
        public let until: ReportingPeriod?
        /// Whether an approved indicator uses it, so that it is stored.
        public let isStored: Bool
        /// Codes that are converted to others while reading (an alias, as iJw `31` for `01`).
        public let aliases: [String: String]
        /// Codes of the list that this source takes; `nil` for the whole list.
        public let codes: Set<String>?
        /// The name of its column in the store; `nil` where the engine has none for it.
        public let storedName: String?
        /// The permit without which the column is not read, as `linkage`.
        public let permit: String?
        /// Whether files have to carry the column, where that changed, from a half-year on.
        public let obligations: [Obligation]

        /// A change of whether a column is obligatory.
        public struct Obligation: Sendable {
            /// The first half-year in which it holds.
            public let from: ReportingPeriod
            /// Whether the column is obligatory from then on.
            public let isObligatory: Bool
        }
    }

    /// The id, as `jeugdhulp`.
    public let id: String
    /// The name for people.
    public let title: LocalizedText
    /// The protocol the columns come from, and what in it is uncertain.
    public let reference: LocalizedText
    /// The columns in the order of the protocol.
    public let columns: [Column]
    /// BSN codes that mean something else than a number, by half-year.
    public let specialNumbers: [SpecialNumber]
    /// Numbers with policy meaning in the rules of this source, as `maximum-age: 23`.
    public let limits: [String: Int]
    /// What a row is about.
    public let shape: Shape
    /// How holders are named.
    public let holderForm: HolderForm
    /// Whether records are stored; where not, the source is checked for the holder's sake.
    public let isStored: Bool
    /// The permit without which a file of the source is refused.
    public let permit: String?
    /// Whether the layout was reconstructed from published tables, so that every result says so.
    public let isReconstructed: Bool

    /// A BSN code with a meaning of its own in a stretch of half-years.
    public struct SpecialNumber: Sendable {
        /// The nine digits.
        public let code: String
        /// `unknown` or `unborn`.
        public let meaning: Meaning
        /// The first half-year, or `nil` for from the start.
        public let from: ReportingPeriod?
        /// The last half-year, or `nil` for without end.
        public let until: ReportingPeriod?

        /// What a special number means.
        public enum Meaning: String, CaseIterable, Sendable {
            /// The number is not known.
            case unknown
            /// The child was not yet born.
            case unborn
        }
    }
}
