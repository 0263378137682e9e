import Definitions
import Domain

/// *Aandelen*: the ratios of an indicator, from its counts by region and cell.
///
/// What is undefined (a denominator of 0) stays 0 here and is absent from the table.
struct Shares {
    let definition: IndicatorDefinition
    let axes: [Axis]
    /// For each measure its values; those of ratios are filled in.
    let counts: [[Int64]]

    /// The values with the ratios, in tenths of a per cent.
    func filled() -> [[Int64]] {
        definition.measures.enumerated().map { place, measure in
            guard measure.kind.isRatio, let numerator = values(measure.numerator),
                let denominator = values(measure.denominator)
            else { return counts[place] }
            return measure.kind == .percent
                ? zip(numerator, denominator).map(Shares.tenthsOfPercent)
                : standardised(numerator, denominator)
        }
    }

    private func values(_ name: String?) -> [Int64]? {
        definition.measures.firstIndex { $0.name == name }.map { counts[$0] }
    }

    /// A share in tenths of a per cent, half up.
    static func tenthsOfPercent(_ numerator: Int64, _ denominator: Int64) -> Int64 {
        denominator == 0 ? 0 : (numerator * 2_000 + denominator) / (2 * denominator)
    }

    /// A mean in tenths, half up, from the sum and over how many.
    static func means(_ cubes: [Cube]) -> [Int64] {
        guard cubes.count == 2 else { return [] }
        return zip(cubes[0].counts, cubes[1].counts).map { sum, number in
            number == 0 ? 0 : (sum * 20 + number) / (2 * number)
        }
    }

    /// Shares as they would be with the ages of all units of the region, on age `T`.
    private func standardised(_ numerator: [Int64], _ denominator: [Int64]) -> [Int64] {
        guard let age = axes.firstIndex(where: { $0.breakdown == .age }) else { return [] }
        var strides: [Int] = []
        var block = 1
        for axis in axes.reversed() {
            strides.insert(block, at: 0)
            block *= axis.size
        }
        let classes = (0..<axes[age].codes.count).filter { axes[age].codes[$0] != "U" }
        let total = axes[age].total
        // All units of the region: every axis on its total but age.
        let whole = zip(axes, strides).enumerated().filter { $0.offset != age }
            .reduce(0) { $0 + $1.element.0.total * $1.element.1 }
        return denominator.indices.map { cell in
            let place = cell % block
            guard place / strides[age] % axes[age].size == total else { return 0 }
            let region = cell - place
            let group = cell - total * strides[age]
            let strata = classes.map { number in
                AgeStandardisation.Stratum(
                    numerator: numerator[group + number * strides[age]],
                    denominator: denominator[group + number * strides[age]],
                    weight: denominator[region + whole + number * strides[age]]
                )
            }
            return AgeStandardisation.tenthsOfPercent(strata) ?? 0
        }
    }
}
