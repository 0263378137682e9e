@testable import Definitions
import Domain
import FoundationEssentials
@testable import SyntheticData

/// The definitions and parameters the tests stand on.
enum Fixture {
    static let text = LocalizedText(nl: "", en: "")

    /// The definitions folder of the package.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Definitions")

    static func parameters(_ changes: [String: Int] = [:]) throws -> WorldParameters {
        let loaded = try WorldParameters.load(from: folder)
        return WorldParameters(
            values: loaded.values.merging(changes) { $1 },
            forms: loaded.forms,
            measureTypes: loaded.measureTypes,
            reasons: loaded.reasons,
            label: loaded.label,
            numberSource: loaded.numberSource
        )
    }

    /// The definitions of the package with other published series.
    static func definitions(_ published: [PublishedSeries]) throws -> DefinitionSet {
        let loaded = try DefinitionSet.load(from: folder)
        return DefinitionSet(
            sources: loaded.sources,
            codeLists: loaded.codeLists,
            regions: loaded.regions,
            breakdowns: loaded.breakdowns,
            indicators: loaded.indicators,
            indicatorSets: loaded.indicatorSets,
            profiles: loaded.profiles,
            privacy: loaded.privacy,
            instruments: loaded.instruments,
            published: published,
            layouts: loaded.layouts,
            carrierLimits: loaded.carrierLimits,
            openData: loaded.openData,
            ruleTexts: loaded.ruleTexts,
            texts: loaded.texts
        )
    }

    /// A new folder that the caller removes.
    static func temporaryFolder(_ name: String) -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-synthetic-\(name)-\(UInt64.random(in: 0 ... .max))")
        return folder
    }
}

extension ReportingPeriod {
    /// A period that a test writes out, as `2019H1`.
    static func of(_ text: String) -> ReportingPeriod {
        ReportingPeriod(text) ?? ReportingPeriod(ordinal: 0)
    }
}
