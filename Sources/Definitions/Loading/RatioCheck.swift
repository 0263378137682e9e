import Domain

/// Holds the ratios among the measures of an indicator against its counts.
///
/// A ratio divides one count of the indicator by another on the same rung of the ladder. A circle,
/// a part that is not there and a step from one rung to another are refused.
struct RatioCheck {
    let unit: UnitOfCount
    /// Rungs that the record names beside that of the indicator.
    let unitsBeside: [UnitOfCount]
    let measures: [IndicatorDefinition.Measure]
    /// Where each measure stands, in the same order.
    let places: [RecordValue]

    func run() throws(DefinitionError) {
        for (measure, place) in zip(measures, places) where measure.kind.isRatio {
            try check(measure, place)
        }
        for (measure, place) in zip(measures, places) {
            if let rung = measure.kind.rung, rung != unit, !unitsBeside.contains(rung) {
                throw place.mistake(
                    found: "the measure `\(measure.name)`, which counts on the rung "
                        + "`\(rung.rawValue)` in an indicator on the rung `\(unit.rawValue)`",
                    expected:
                        "a kind of measure on the rung of the indicator, or on one named under "
                        + "`units-beside`"
                )
            }
        }
    }

    private func check(
        _ ratio: IndicatorDefinition.Measure,
        _ place: RecordValue
    ) throws(DefinitionError) {
        var rungs: [UnitOfCount] = []
        for name in [ratio.numerator, ratio.denominator].compactMap(\.self) {
            guard let part = measures.first(where: { $0.name == name }) else {
                throw place.mistake(
                    found: "a ratio of `\(name)`, which does not exist",
                    expected: "one of " + counts.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            guard !part.kind.isRatio else {
                let isCircular = leads(from: part, to: ratio.name)
                throw place.mistake(
                    found: isCircular
                        ? "the ratio `\(ratio.name)` in a circle by way of `\(name)`"
                        : "a ratio of the ratio `\(name)`",
                    expected: "a ratio of counts: one of "
                        + counts.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            guard counts.contains(name) else {
                throw place.mistake(
                    found: "a ratio of `\(name)`, which is no count",
                    expected: "one of " + counts.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            rungs.append(part.kind.rung ?? unit)
        }
        guard rungs.count < 2 || rungs[0] == rungs[1] else {
            throw place.mistake(
                found: "the ratio `\(ratio.name)` of the rung `\(rungs[0].rawValue)` by the rung "
                    + "`\(rungs[1].rawValue)`",
                expected: "one rung of the ladder: a \(rungs[0].rawValue) is no "
                    + "\(rungs[1].rawValue)"
            )
        }
    }

    private var counts: [String] {
        measures.filter { !$0.kind.isRatio && !$0.kind.isMean && !$0.kind.isModelled }.map(\.name)
    }

    /// Whether one ratio leads back to another, by any number of steps.
    private func leads(from ratio: IndicatorDefinition.Measure, to name: String) -> Bool {
        var seen: Set<String> = []
        var waiting = [ratio.name]
        while let next = waiting.popLast() {
            if next == name { return true }
            guard seen.insert(next).inserted,
                let measure = measures.first(where: { $0.name == next })
            else { continue }
            waiting += [measure.numerator, measure.denominator].compactMap(\.self)
        }
        return false
    }
}
