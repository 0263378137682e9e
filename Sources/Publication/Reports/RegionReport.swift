public import Definitions
public import Domain

/// *Rapport over een gebied*: what a release says of a municipality, a region or the country, as one
/// file that can be read on a screen, printed and sent on.
///
/// The same release gives the same bytes: there is no clock in it, and the day is that of the release.
public struct RegionReport: Sendable {
    /// What kind of report it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Everything: what changed, what may lie behind it, and an annex with figures, tables,
        /// definitions and the evidence of protection.
        case full
        /// One page for a council.
        case councilNote = "council-note"
        /// How a municipality can have a study made of its own.
        case studyGuide = "study-guide"
    }

    let context: PageContext
    let region: CellTable.Region
    let name: String
    let goals: RegionalGoals?
    /// The SHA-256 of the published database, in hexadecimal digits.
    let digest: String

    /// Creates the report of a region; `nil` when there is no such region.
    ///
    /// - Parameters:
    ///   - region: Any region.
    ///   - contents: The release.
    ///   - digest: The SHA-256 of its file.
    ///   - goals: Own goals, which stand in the report when they name the region.
    ///   - definitions: The definitions.
    ///   - language: The language of the report.
    public init?(
        of region: CellTable.Region,
        in contents: PublishedContents,
        digest: String,
        goals: RegionalGoals?,
        definitions: DefinitionSet,
        language: Language
    ) {
        let regions = RegionDirectory(definitions.regions)
        guard let name = regions.name(of: region) else { return nil }
        self.region = region
        self.name = name
        self.digest = digest
        self.goals = goals.flatMap { $0.regions.contains(region.code) ? $0 : nil }
        context = PageContext(
            contents: contents,
            definitions: definitions,
            regions: regions,
            wording: Wording(catalogue: definitions.texts, language: language),
            address: .region(region)
        )
    }

    /// The region that a code names, as `GM0363` or `veiligthuis:VT01`; `nil` when there is none.
    ///
    /// A code without a geography is looked for in all of them, the country and municipalities first.
    public static func region(
        _ code: String,
        _ definitions: DefinitionSet
    ) -> CellTable.Region? {
        let regions = RegionDirectory(definitions.regions)
        let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, let geography = Geography(rawValue: parts[0]) {
            let region = CellTable.Region(geography: geography, code: parts[1])
            return regions.name(of: region) == nil ? nil : region
        }
        let order: [Geography] = [
            .country, .municipality, .youthRegion, .veiligThuis, .csg, .province, .partOfCountry,
        ]
        return order.map { CellTable.Region(geography: $0, code: code) }
            .first { regions.name(of: $0) != nil }
    }

    /// The report as one HTML file.
    ///
    /// - Throws: An error when the published database cannot be read.
    public func html(_ kind: Kind) throws -> String {
        let page =
            switch kind {
            case .full: try FullReport(report: self).page()
            case .councilNote: try CouncilNote(report: self).page()
            case .studyGuide: StudyGuide(report: self).page()
            }
        return page.markup + "\n"
    }
}
