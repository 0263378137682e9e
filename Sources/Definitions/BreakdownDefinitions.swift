public import Domain

/// *Uitsplitsingen*: classes and orders with policy meaning.
public struct BreakdownDefinitions: Sendable {
    /// An age class.
    public struct AgeClass: Sendable {
        /// The code in tables, as `4-11`.
        public let code: String
        /// The lowest age in completed years.
        public let from: Int
        /// The highest age, or `nil` for without end.
        public let to: Int?
        /// The label.
        public let label: LocalizedText
    }

    /// A class of duration, by completed months.
    public struct DurationClass: Sendable {
        /// The code in tables, as `6-11m`.
        public let code: String
        /// The lowest number of completed months.
        public let fromMonths: Int
        /// The label.
        public let label: LocalizedText
    }

    /// A group of referrers that is set against the others.
    public struct ReferrerGroup: Sendable {
        /// The code in tables, as `other`.
        public let code: String
        /// The referrers in it; each referrer is in one group.
        public let referrers: [String]
        /// The label.
        public let label: LocalizedText
    }

    /// *Afbakening*: what stands apart from all domestic violence in tables of Veilig Thuis.
    public struct ReportScope: Sendable {
        /// The code in tables, as `child-maltreatment`.
        public let code: String
        /// Occasions of which one is enough.
        public let occasions: [String]
        /// Natures of which one is enough.
        public let natures: [String]
        /// A victim under this age in a report with a nature is enough; `nil` where none is.
        public let victimUnder: Int?
        /// The label.
        public let label: LocalizedText
    }

    /// *Groep melders*, to which codes of the list `vt_hoedanigheid` belong.
    public struct ReporterGroup: Sendable {
        /// The code in tables and in the list, as `police`.
        public let code: String
        /// The label.
        public let label: LocalizedText
    }

    /// *Bron van bekendheid*: a source through which a child can be known.
    public struct ChildSource: Sendable {
        /// The sources the engine can count children in.
        public enum Code: String, CaseIterable, Sendable {
            /// Youth assistance after referral by a certified institution.
            case youthAssistance = "youth-assistance"
            /// A protection measure.
            case protection
            /// A report to Veilig Thuis, as a victim.
            case veiligThuis = "veiligthuis"
            /// A registration at a Centrum Seksueel Geweld.
            case csg
        }

        /// Which it is.
        public let id: Code
        /// Referrers to whom help is limited; empty for all.
        public let referrers: [String]
        /// The label.
        public let label: LocalizedText

        /// The code in tables.
        public var code: String { id.rawValue }
    }

    /// *Lijst*: sources that count as one list in the overlap of lists.
    public struct ChildList: Sendable {
        /// The code in tables, as `vt`.
        public let code: String
        /// The sources of which one is enough.
        public let sources: [ChildSource.Code]
        /// The label.
        public let label: LocalizedText
    }

    /// *Uitkomst van een onderzoek*, as far as it says whether violence was substantiated.
    public struct InvestigationOutcome: Sendable {
        /// The code in tables, as `substantiated`.
        public let code: String
        /// The codes of the list `vt_uitkomst_onderzoek` that say so.
        public let outcomes: [String]
        /// The label.
        public let label: LocalizedText
    }

    /// *Groep meldingen*: reports in a scope, or all others.
    public struct ReportGroup: Sendable {
        /// The code in tables, as `sexual-abuse`.
        public let code: String
        /// The scope of its reports; `nil` for those in no scope of another group.
        public let scope: String?
        /// The label.
        public let label: LocalizedText
    }

    /// The most days for which children may be followed; days are codes of a dimension.
    public static let longestFollowUp = 730

    /// The lists of which the overlap is counted, in their order: three to five.
    public let childLists: [ChildList]
    /// What an investigation can have found, the weightiest first.
    public let investigationOutcomes: [InvestigationOutcome]
    /// The groups of reports that stand beside each other.
    public let reportGroups: [ReportGroup]
    /// The sources through which a child can be known, in their order.
    public let childSources: [ChildSource]
    /// What stands apart in tables of Veilig Thuis.
    public let reportScopes: [ReportScope]
    /// The groups of reporters, in their order.
    public let reporterGroups: [ReporterGroup]
    /// The age classes, youngest first.
    public let ageClasses: [AgeClass]
    /// The duration classes, shortest first.
    public let durationClasses: [DurationClass]
    /// The forms of youth assistance, heaviest first.
    public let formsHeaviestFirst: [String]
    /// The groups of referrers, that of the certified institution first.
    public let referrerGroups: [ReferrerGroup]
    /// The referrers of whom outcomes of help may be counted; of others the weighing advised
    /// against it.
    public let referrersWithOutcomes: [String]
}
