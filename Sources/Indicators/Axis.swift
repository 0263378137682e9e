import Columns
import Definitions
import Domain

/// A dimension as the engine counts it: codes by a small number, the total behind them.
struct Axis: Sendable {
    /// What it breaks down by.
    let breakdown: IndicatorDefinition.Breakdown
    /// The codes by their number; `U` where there is one is the last.
    let codes: [String]
    /// Whether the total is the sum of the codes.
    let isAdditive: Bool
    /// For code-valued axes the number of each byte.
    let numberOfByte: [UInt8]

    /// Codes and the total.
    var size: Int { codes.count + 1 }
    /// The number of the total.
    var total: Int { codes.count }

    init(
        _ breakdown: IndicatorDefinition.Breakdown,
        codes: [String],
        hasUnknown: Bool,
        isAdditive: Bool = true,
        members: [[String]]? = nil
    ) {
        self.breakdown = breakdown
        self.codes = codes + (hasUnknown ? ["U"] : [])
        self.isAdditive = isAdditive
        var numbers = [UInt8](
            repeating: UInt8(hasUnknown ? codes.count : max(0, codes.count - 1)),
            count: 256
        )
        for (number, own) in (members ?? codes.map { [$0] }).enumerated() {
            for byte in own.compactMap({ CodeTable.byte(for: $0) }) {
                numbers[Int(byte)] = UInt8(number)
            }
        }
        numberOfByte = numbers
    }

    /// The dimension of the table.
    var dimension: CellTable.Dimension {
        CellTable.Dimension(
            name: breakdown.column,
            codes: codes + ["T"],
            isAdditive: isAdditive
        )
    }

    /// For each code, the total last, its place in the table's order.
    var tablePlaces: [Int] {
        let ordered = dimension.codes
        return (codes + ["T"]).map { ordered.firstIndex(of: $0) ?? 0 }
    }
}

/// The axes that definitions may break down by, with the codes of the definitions.
struct AxisSet: Sendable {
    private let axes: [IndicatorDefinition.Breakdown: Axis]

    init(_ definitions: DefinitionSet, source: String) {
        func list(_ id: String) -> [String] { definitions.codeLists[id]?.entries.map(\.code) ?? [] }
        func column(_ name: String, of source: String) -> SourceDefinition.Column? {
            definitions.sources[source]?.columns.first { $0.name == name }
        }
        func codes(_ name: String, of source: String) -> [String] {
            guard let column = column(name, of: source), let id = column.codeList else { return [] }
            return list(id).filter { column.codes?.contains($0) ?? true }
        }
        let forms = codes("hulpvorm", of: "jeugdhulp")
        let breakdowns = definitions.breakdowns
        axes = [
            .form: Axis(.form, codes: forms, hasUnknown: false),
            .heaviestForm: Axis(.heaviestForm, codes: forms, hasUnknown: false),
            .referrer: Axis(
                .referrer,
                codes: codes("verwijzer", of: "jeugdhulp"),
                hasUnknown: true
            ),
            .age: Axis(.age, codes: breakdowns.ageClasses.map(\.code), hasUnknown: true),
            .sex: Axis(.sex, codes: codes("geslacht", of: "jeugdhulp"), hasUnknown: true),
            .reason: Axis(
                .reason,
                codes: codes("reden_beeindiging", of: source),
                hasUnknown: true
            ),
            .durationClass: Axis(
                .durationClass,
                codes: breakdowns.durationClasses.map(\.code),
                hasUnknown: false
            ),
            .type: Axis(
                .type,
                codes: codes("maatregel", of: "jeugdbescherming"),
                hasUnknown: false
            ),
            .referrerGroup: Axis(
                .referrerGroup,
                codes: breakdowns.referrerGroups.map(\.code),
                hasUnknown: true,
                members: breakdowns.referrerGroups.map(\.referrers)
            ),
            .informant: Axis(
                .informant,
                codes: codes("informant", of: "jeugdhulp"),
                hasUnknown: true
            ),
        ]
    }

    /// The axis for a breakdown.
    subscript(breakdown: IndicatorDefinition.Breakdown) -> Axis {
        axes[breakdown] ?? Axis(breakdown, codes: [], hasUnknown: true)
    }
}
