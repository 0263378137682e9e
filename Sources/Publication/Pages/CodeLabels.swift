package import Definitions
import Domain

/// The names of codes, from the lists and classes that define them.
package struct CodeLabels {
    let definitions: DefinitionSet
    let wording: Wording

    /// Creates the labels in the language of a wording.
    package init(definitions: DefinitionSet, wording: Wording) {
        self.definitions = definitions
        self.wording = wording
    }

    /// The codes of a dimension to show one by one, in the order of their list.
    ///
    /// Totals are left out; unknown stands last, where the table has it.
    package func codes(of dimension: String, in table: PublishedTable) -> [String] {
        let known = list(dimension, in: table)
        guard let held = table.dimensions.first(where: { $0.name == dimension })?.codes else {
            return []
        }
        return known.filter(held.contains) + (held.contains("U") ? ["U"] : [])
    }

    /// The name of a code.
    package func label(_ code: String, of dimension: String, in table: PublishedTable) -> String {
        switch (dimension, code) {
        case ("scope", "T"): return wording("page.code.scope-T")
        case (_, "T"), (_, "U"), ("form", "Z"), ("form", "V"): return wording("page.code.\(code)")
        case ("acute", "J"), ("acute", "N"): return wording("page.code.acute-\(code)")
        default: break
        }
        switch dimension {
        case "class":
            return definitions.breakdowns.durationClasses.first { $0.code == code }
                .map { wording($0.label) } ?? code
        case "age":
            return definitions.breakdowns.ageClasses.first { $0.code == code }
                .map { wording($0.label) } ?? code
        case "referrer" where groups(in: table) != nil:
            return groups(in: table)?.first { $0.code == code }.map { wording($0.label) } ?? code
        default:
            return codeList(dimension, in: table)?.label(of: code).map { wording($0) }
                ?? defined(dimension, in: table).first { $0.code == code }.map { wording($0.label) }
                ?? code
        }
    }

    private func list(_ dimension: String, in table: PublishedTable) -> [String] {
        switch dimension {
        case "class": definitions.breakdowns.durationClasses.map(\.code)
        case "age": definitions.breakdowns.ageClasses.map(\.code)
        case "referrer" where groups(in: table) != nil: groups(in: table)?.map(\.code) ?? []
        default:
            codeList(dimension, in: table)?.codes(in: table.period.year)
                ?? defined(dimension, in: table).map(\.code)
        }
    }

    /// The codes of a breakdown that is no column of the source, or not one of those below.
    private func defined(
        _ dimension: String,
        in table: PublishedTable
    ) -> [(code: String, label: LocalizedText)] {
        guard let definition = definitions.indicators[table.indicator],
            let breakdown = definition.breakdowns.first(where: { $0.column == dimension })
        else { return [] }
        return definitions.codes(of: breakdown, in: definition.source)
    }

    /// The groups of referrers, where the indicator sets one against the others.
    private func groups(in table: PublishedTable) -> [BreakdownDefinitions.ReferrerGroup]? {
        let breakdowns = definitions.indicators[table.indicator]?.breakdowns ?? []
        return breakdowns.contains(.referrerGroup) ? definitions.breakdowns.referrerGroups : nil
    }

    /// The list a dimension's codes come from: that of the column of the indicator's source.
    private func codeList(_ dimension: String, in table: PublishedTable) -> CodeList? {
        let columns = [
            "form": "hulpvorm", "referrer": "verwijzer", "reason": "reden_beeindiging",
            "sex": "geslacht", "type": "maatregel", "informant": "informant",
        ]
        guard let name = columns[dimension],
            let source = definitions.indicators[table.indicator]?.source,
            let column = definitions.sources[source]?.columns.first(where: { $0.name == name }),
            let list = column.codeList
        else { return nil }
        return definitions.codeLists[list]
    }
}
