import Definitions
import Domain

/// *Gemeente*: what is known, what is not, where it differs and why that may be, sexual violence
/// apart, and how sure it is; to be read in five minutes.
enum MunicipalityPage {
    /// The page of a municipality.
    static func build(_ context: PageContext, region: CellTable.Region) throws -> HTML {
        guard let name = context.regions.name(of: region) else { throw PageError.unknownRegion }
        let wording = context.wording
        let bands = MunicipalityBands(context: context, region: region, name: name)
        let kind = wording("page.geography.\(region.geography.rawValue)")
        let answers = try bands.answers()
        return try PageFrame.page(
            context,
            title: name,
            description: wording("page.mun.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(context.path(.national), wording("page.nav.national"), kind),
                kicker: wording(
                    "page.mun.kicker",
                    [
                        "year": String(context.definitions.regions.referenceYear),
                        "day": wording.period(context.contents.release.day.description),
                    ]
                ),
                title: wording("page.mun.title", ["region": name]),
                lead: wording("page.mun.lead")
            ) {
                RegionSelector.form(context, chosen: region)
                RegionPage.surroundings(context, region)
                if context.contents.release.origin == .fictive {
                    element("p") { Blocks.caution(wording("page.fictive")) }
                }
                answers
            }
            try bands.core()
            bands.unknown()
            try bands.differences()
            try bands.sexualViolence()
            bands.certainty()
        }
    }
}
