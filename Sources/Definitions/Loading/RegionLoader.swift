import Domain

/// Reads the folder `regions`.
struct RegionLoader {
    let folder: DefinitionFolder

    /// The geographies with a column of their own in the table of municipalities.
    private static let grouped: [Geography] = [
        .youthRegion, .veiligThuis, .csg, .province, .partOfCountry,
    ]

    func load() throws(DefinitionError) -> RegionReference {
        let file = "regions/regions.yaml"
        let reader = try folder.yaml(file).record(keys: ["reference-year", "caution"])
        let year = try reader.required("reference-year").number(in: 2016...2023)
        var names = try regionNames()
        let municipalities = try municipalities(year: year, names: names)
        let changes = try MunicipalityChangeLoader(folder: folder, municipalities: municipalities)
            .load()
        var municipalityNames: [String: String] = [:]
        for change in changes {
            municipalityNames[change.oldCode] = change.oldName
            municipalityNames[change.newCode] = change.newName
        }
        for municipality in municipalities {
            municipalityNames[municipality.code] = municipality.name
        }
        names[.municipality] = municipalityNames
        return RegionReference(
            referenceYear: year,
            municipalities: municipalities,
            changes: changes,
            names: names,
            caution: try reader.required("caution").localized()
        )
    }

    private func regionNames() throws(DefinitionError) -> [Geography: [String: String]] {
        var names: [Geography: [String: String]] = [:]
        let rows = try folder.csv("regions/names.csv", columns: ["geography", "code", "name"])
        for row in rows {
            let geography = try row.required("geography").choice(Geography.self)
            let code = try row.required("code").text(expected: "a code")
            guard names[geography]?[code] == nil else {
                throw row.required("code").mistake(
                    found: "the region `\(code)` more than once",
                    expected: "it once"
                )
            }
            names[geography, default: [:]][code] = try row.required("name").text()
        }
        return names
    }

    private func municipalities(
        year: Int,
        names: [Geography: [String: String]]
    ) throws(DefinitionError) -> [RegionReference.Municipality] {
        var municipalities: [RegionReference.Municipality] = []
        let rows = try folder.csv(
            "regions/municipalities-\(year).csv",
            columns: ["code", "name"] + RegionLoader.grouped.map(\.rawValue)
                + ["unverified", "since", "origin", "fictive_population_0_17"]
        )
        for row in rows {
            let code = try row.required("code").municipalityCode()
            if let last = municipalities.last, last.code >= code {
                throw row.required("code").mistake(
                    found: "`\(code)` behind `\(last.code)`",
                    expected: "every code once, in ascending order"
                )
            }
            var regions: [Geography: String] = [:]
            for geography in RegionLoader.grouped {
                let field = row.required(geography.rawValue)
                let region = try field.text(expected: "a region")
                guard names[geography]?[region] != nil else {
                    throw field.mistake(
                        found: "the region `\(region)` of the geography `\(geography.rawValue)`",
                        expected: "one that stands in regions/names.csv"
                    )
                }
                regions[geography] = region
            }
            municipalities.append(
                RegionReference.Municipality(
                    code: code,
                    name: try row.required("name").text(),
                    regions: regions,
                    unverified: try unverified(row),
                    since: try row.optional("since")?.day(),
                    fictivePopulation0to17: try row.required("fictive_population_0_17")
                        .number(in: 0...1_000_000)
                )
            )
        }
        return municipalities
    }

    private func unverified(_ row: CSVRow) throws(DefinitionError) -> Set<Geography> {
        guard let field = row.optional("unverified") else { return [] }
        return [try field.choice(Geography.self)]
    }
}

extension RecordValue {
    /// The code of a municipality, as `GM0363`.
    func municipalityCode() throws(DefinitionError) -> String {
        let expected = "a code as `GM0363`"
        let code = try text(expected: expected)
        guard code.utf8.count == 6, code.hasPrefix("GM"),
            code.utf8.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) })
        else { throw mistake(found: described, expected: expected) }
        return code
    }
}
