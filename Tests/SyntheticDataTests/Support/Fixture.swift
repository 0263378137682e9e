@testable import Definitions
import Domain
import FoundationEssentials
@testable import SyntheticData

/// A small set of definitions written out here, so that these tests do not depend on the records
/// they are compared with.
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

    /// Definitions with sixty municipalities in twelve regions, and published series.
    static func definitions(_ published: [PublishedSeries]) -> DefinitionSet {
        DefinitionSet(
            sources: [
                "jeugdhulp": assistance, "jeugdbescherming": protection,
            ],
            codeLists: [:],
            regions: regions,
            breakdowns: BreakdownDefinitions(
                ageClasses: [],
                durationClasses: [],
                formsHeaviestFirst: []
            ),
            indicators: [:],
            indicatorSets: [],
            profiles: [:],
            published: published,
            ruleTexts: [:],
            texts: TextCatalogue(texts: [:])
        )
    }

    private static var regions: RegionReference {
        var municipalities = (0..<58).map { place in
            RegionReference.Municipality(
                code: "GM0\(200 + place)",
                name: "",
                regions: [.youthRegion: "JZ\(place % 12)"],
                fictivePopulation0to17: 1000 + 700 * place
            )
        }
        for code in ["GM1948", "GM0014"] {
            municipalities.append(
                RegionReference.Municipality(
                    code: code,
                    name: "",
                    regions: [.youthRegion: "JZ1"],
                    fictivePopulation0to17: 40_000
                )
            )
        }
        func change(_ old: String, _ new: String, _ year: Int) -> RegionReference.Change {
            RegionReference.Change(
                oldCode: old,
                oldName: "",
                newCode: new,
                newName: "",
                date: ReportingPeriod(ordinal: year * 2).start
            )
        }
        return RegionReference(
            referenceYear: 2020,
            municipalities: municipalities,
            changes: [
                change("GM0844", "GM1948", 2017), change("GM0846", "GM1948", 2017),
                change("GM0009", "GM0014", 2019),
            ],
            names: [:],
            caution: text
        )
    }

    private static func column(
        _ name: String,
        from: String? = nil,
        until: String? = nil
    ) -> SourceDefinition.Column {
        SourceDefinition.Column(
            name: name,
            kind: .code,
            codeList: nil,
            isObligatory: false,
            oneOf: nil,
            from: from.flatMap { ReportingPeriod($0) },
            until: until.flatMap { ReportingPeriod($0) },
            isStored: true,
            aliases: [:],
            codes: nil
        )
    }

    private static let specialNumbers: [SourceDefinition.SpecialNumber] = [
        special("000000000", .unknown, until: "2015H2"),
        special("999999999", .unborn, until: "2015H2"),
        special("999999999", .unknown, from: "2016H1"),
        special("000000000", .unborn, from: "2016H1"),
    ]

    private static func special(
        _ code: String,
        _ meaning: SourceDefinition.SpecialNumber.Meaning,
        from: String? = nil,
        until: String? = nil
    ) -> SourceDefinition.SpecialNumber {
        SourceDefinition.SpecialNumber(
            code: code,
            meaning: meaning,
            from: from.flatMap { ReportingPeriod($0) },
            until: until.flatMap { ReportingPeriod($0) }
        )
    }

    private static let assistance = SourceDefinition(
        id: "jeugdhulp",
        title: text,
        reference: text,
        columns: [
            column("gestart_met_crisis", from: "2018H1"),
            column("perspectief", until: "2020H2"), column("tevredenheid", from: "2018H1"),
        ],
        specialNumbers: specialNumbers,
        limits: [:]
    )

    private static let protection = SourceDefinition(
        id: "jeugdbescherming",
        title: text,
        reference: text,
        columns: [column("reden_beeindiging", until: "2020H2")],
        specialNumbers: specialNumbers,
        limits: [:]
    )

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
