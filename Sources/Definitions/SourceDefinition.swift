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
