public import Domain

/// *Onderzoeksvraag*: what a study of case files wants to know, before anybody is asked.
///
/// Everything that could be chosen after seeing results stands in it: the domains, the estimates,
/// the limit under which coders do not agree, how files are replaced.
public struct StudyRequest: Sendable, Equatable {
    /// How organisations are drawn.
    public enum Method: String, CaseIterable, Sendable {
        /// Each with the same chance in its stratum.
        case simple = "srs"
        /// In proportion to the number of their files.
        case proportionalToSize = "pps"
    }

    /// By what organisations or files are put into strata.
    public enum Stratifier: String, CaseIterable, Sendable {
        /// Not at all.
        case none
        /// The part of the country most of an organisation's files are from.
        case partOfCountry = "part-of-country"
        /// The referrer of a file.
        case referrer
        /// The form of help of a file.
        case form
    }

    /// How files are divided over their strata.
    public enum Division: String, CaseIterable, Sendable {
        /// By the number of files.
        case proportional
        /// By the number of files and their spread.
        case neyman
        /// By number, spread and what a file costs.
        case cost
        /// The same for each.
        case equal
    }

    /// What is known of a stratum of files beforehand.
    public struct Stratum: Sendable, Equatable {
        /// Its code.
        public let code: String
        /// The standard deviation expected in it.
        public let deviation: Double
        /// What a file costs.
        public let cost: Double
        /// The least number of files.
        public let least: Int
        /// The greatest; none when `nil`.
        public let most: Int?
    }

    /// How many of the files of a screening class go on to be coded.
    public struct Share: Sendable, Equatable {
        /// The code of the screening item.
        public let code: String
        /// The share kept, above 0 and at most 1.
        public let kept: Double
        /// The share of files expected in the class.
        public let expected: Double
    }

    /// A part of the population for which figures are planned.
    public struct Domain: Sendable, Equatable {
        /// The id; `T` is the whole.
        public let id: String
        /// Its name.
        public let title: LocalizedText
        /// The screening codes in it; all when empty.
        public let screening: [String]
        /// The referrers in it; all when empty.
        public let referrers: [String]
        /// The wanted half width of an interval, as 0.1.
        public let margin: Double
    }

    /// A figure that is planned.
    public struct Estimate: Sendable, Equatable {
        /// What is estimated of an item.
        public enum Kind: String, CaseIterable, Sendable {
            /// The share of files with one of some codes.
            case share
            /// The share of files at or above a place on a continuum.
            case atLeast = "at-least"
            /// The mean place on a continuum.
            case mean
        }

        /// The id.
        public let id: String
        /// Its name.
        public let title: LocalizedText
        /// The item.
        public let item: String
        /// What is estimated of it.
        public let kind: Kind
        /// The codes of a share.
        public let codes: [String]
        /// The place of `at-least`.
        public let place: Double
        /// Whether files in which the item was not asked count as without.
        public let countsNotAsked: Bool
    }

    /// The id of the study, as `veiligheidsplan-2019`.
    public let id: String
    /// The title.
    public let title: LocalizedText
    /// The source whose records are the frame.
    public let source: String
    /// The half-year.
    public let period: ReportingPeriod
    /// The instrument.
    public let instrument: String
    /// Confidence, as 0.95.
    public let level: Double
    /// How organisations are put into strata.
    public let organisationStrata: Stratifier
    /// How many organisations.
    public let organisations: Int
    /// How they are drawn.
    public let method: Method
    /// Organisations with at least so many files are taken with certainty.
    public let takeAllFrom: Int?
    /// How files are put into strata.
    public let fileStrata: Stratifier
    /// How many files, over all organisations.
    public let files: Int
    /// How they are divided.
    public let division: Division
    /// The least number of files of a stratum in an organisation that has them.
    public let leastFiles: Int
    /// What is known of strata of files.
    public let strata: [Stratum]
    /// The item by which files are screened; none when `nil`.
    public let screeningItem: String?
    /// What is kept of each class.
    public let shares: [Share]
    /// The least number of files kept of a class in an organisation.
    public let leastKept: Int
    /// The share of files that is coded twice.
    public let doubleCoding: Double
    /// The agreement under which no figure is given.
    public let agreementLimit: Double
    /// The share expected to consent.
    public let expectedResponse: Double
    /// The proportion that is planned for.
    public let expectedProportion: Double
    /// The correlation expected within organisations.
    public let correlation: Double
    /// The difference of proportions a domain should be able to show from the rest.
    public let difference: Double
    /// How many files of a stratum in an organisation may be replaced, when they turn out not to
    /// exist.
    public let replacements: Int
    /// The margins of counts to which the sample is calibrated: `referrer`, `form`.
    public let calibration: [Stratifier]
    /// The domains, the whole first.
    public let domains: [Domain]
    /// The figures.
    public let estimates: [Estimate]
}
