import Definitions
import Domain

/// What a page is built from.
struct PageContext: Sendable {
    let contents: PublishedContents
    let definitions: DefinitionSet
    let regions: RegionDirectory
    let wording: Wording
    let address: PageAddress

    /// The published series with an id.
    func series(_ id: String) -> PublishedSeries? {
        contents.series.first { $0.id == id }
    }

    /// The tags that stand on every figure of our own: fictive, and how far protected.
    func tags(of table: PublishedTable) -> [String] {
        let isLeaky = definitions.profiles[table.profile]?.isLeaky ?? true
        return fictive + [wording(isLeaky ? "page.primary-only" : "page.cube")]
    }

    /// What is said in full before the figures of a table.
    func cautions(of table: PublishedTable) -> [String] {
        fictive + [wording(table.notice)].filter { !$0.isEmpty }
    }

    private var fictive: [String] {
        contents.release.origin == .fictive ? [wording("page.fictive")] : []
    }

    /// The address of a page in the language of this one.
    func path(_ address: PageAddress) -> String {
        address.path(wording.language)
    }

    /// How final the figures of a period are, by the newest published one.
    func status(of period: Period) -> VintageStatus {
        guard let latest = contents.newest else { return .provisional }
        switch period {
        case .halfYear(let half): return VintageStatus(of: half, latest: latest)
        case .year(let year): return latest.year <= year ? .provisional : .final
        }
    }
}
