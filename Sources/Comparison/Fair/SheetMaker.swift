import Definitions
import Disclosure
import Domain
import Statistics

/// Makes the sheet of one measure from one protected table.
struct SheetMaker {
    private static let country = CellTable.Region(geography: .country, code: "NL01")

    private let measure: ComparedMeasure
    private let counts: ProtectedCounts
    private let numbers: ComparisonDefinitions
    private let population: PopulationByAge?
    private let countryEvents: CountRange
    private let countrySize: CountRange

    /// `nil` where the country has no figure or a table is missing.
    init?(
        _ measure: ComparedMeasure,
        _ counts: ProtectedCounts,
        _ definitions: DefinitionSet,
        _ population: PopulationByAge?
    ) {
        self.measure = measure
        self.counts = counts
        numbers = definitions.comparison
        self.population = population
        let year = counts.table.period.year
        if measure.standard == .ageAndSex {
            guard let population, !population.municipalities(in: year).isEmpty else { return nil }
            countrySize = CountRange(
                exactly: Double(
                    SheetMaker.groups(measure).reduce(0) {
                        $0 + population.inhabitants($1, in: year)
                    }
                )
            )
        } else {
            guard
                let size = SheetMaker.size(counts, measure, SheetMaker.country, [:])
            else { return nil }
            countrySize = size
        }
        guard
            let events = SheetMaker.events(counts, measure, SheetMaker.country, [:]),
            events.shown > 0, countrySize.shown > 0
        else { return nil }
        countryEvents = events
    }

    func make() -> (ComparisonSheet, [PerformanceInput]) {
        let target = countryEvents.shown / countrySize.shown
        let units = counts.municipalities.map { region in
            Unit(
                code: region.code,
                events: SheetMaker.events(counts, measure, region, [:]),
                size: size(of: region),
                strata: strata(of: region)
            )
        }.filter { $0.size.map { $0.shown > 0 } ?? true }
        let shown = units.compactMap(\.shown)
        let funnel = FunnelComparison(
            units: shown,
            target: target,
            kind: measure.kind == .proportion ? .proportion : .ratio,
            leastExpected: numbers.leastExpected,
            leastUnits: numbers.leastUnits,
            levels: (numbers.insideLevel, numbers.outsideLevel)
        )
        let shrinkage = Shrinkage(
            units: units.compactMap { unit in
                unit.expectation(target: target).flatMap { expected in
                    unit.events.map { ($0.shown, expected.expected.shown) }
                }
            },
            leastExpected: numbers.leastExpected,
            leastUnits: numbers.leastUnits
        )
        let sheet = ComparisonSheet(
            measure: measure.id,
            period: counts.table.period,
            countryEvents: countryEvents,
            countrySize: countrySize,
            phi: funnel.phi,
            tau2: funnel.tau2,
            counted: funnel.counted,
            rows: units.map { row(of: $0, funnel, shrinkage, target) },
            curve: curve(shown.map(\.size), funnel)
        )
        let inputs = units.compactMap { unit in
            unit.strata.isEmpty
                ? nil
                : PerformanceInput(
                    measure: measure.id,
                    period: counts.table.period,
                    code: unit.code,
                    strata: unit.strata
                )
        }
        return (sheet, inputs)
    }

    /// A municipality on its way to a row.
    private struct Unit {
        let code: String
        let events: CountRange?
        let size: CountRange?
        let strata: [IndirectStandardisation.Stratum]

        var shown: (events: Double, size: Double)? {
            guard let events, let size, size.shown > 0 else { return nil }
            return (events.shown, size.shown)
        }

        func expectation(target: Double) -> IndirectStandardisation? {
            guard let size, size.shown > 0 else { return nil }
            return IndirectStandardisation(strata: strata, whole: size, overall: target)
                .orWhole(strata.isEmpty, size, target)
        }
    }

    private func row(
        of unit: Unit,
        _ funnel: FunnelComparison,
        _ shrinkage: Shrinkage,
        _ target: Double
    ) -> ComparisonSheet.Row {
        let expectation = unit.expectation(target: target)
        var place: FunnelComparison.Place?
        var ratio: ComparisonSheet.Row.Estimate?
        var shrunken: ComparisonSheet.Row.Estimate?
        if let events = unit.events, let size = unit.size, let expectation {
            let (value, range) = events.over(size)
            if value.isFinite { place = funnel.place(range, size: size.shown) }
            let found = expectation.ratio(observed: events)
            if found.value.isFinite, measure.standard != .none {
                ratio = ComparisonSheet.Row.Estimate(value: found.value, limits: found.limits)
            }
            shrunken = shrinkage.ratio(observed: events, expected: expectation.expected)
                .map { ComparisonSheet.Row.Estimate(value: $0.value, limits: $0.limits) }
        }
        return ComparisonSheet.Row(
            code: unit.code,
            events: unit.events,
            size: unit.size,
            place: place,
            expected: measure.standard == .none ? nil : expectation?.expected,
            withheldShare: expectation?.withheldShare ?? 0,
            ratio: ratio,
            shrunken: shrunken
        )
    }

    /// The limits over the sizes of the municipalities, evenly on the scale of their roots.
    private func curve(
        _ sizes: [Double],
        _ funnel: FunnelComparison
    ) -> [ComparisonSheet.CurvePoint] {
        guard let least = sizes.min(), let most = sizes.max(), least > 0 else { return [] }
        let from = least.squareRoot() * 0.9
        let to = most.squareRoot() * 1.03
        return (0...40).compactMap { step in
            let root = from + (to - from) * Double(step) / 40
            // Proportions have whole sizes; where a limit does not exist the curve is not drawn.
            let size = max(1, (root * root).rounded())
            let (inner, outer) = funnel.limits(size: size)
            let limits = [inner.wide, outer.wide, inner.exact, outer.exact]
            guard limits.allSatisfy({ $0.lower.isFinite && $0.upper.isFinite }) else { return nil }
            return ComparisonSheet.CurvePoint(
                size: size,
                inner: inner.wide,
                outer: outer.wide,
                exactInner: inner.exact,
                exactOuter: outer.exact
            )
        }
    }

    // MARK: Counts

    private func size(of region: CellTable.Region) -> CountRange? {
        guard measure.standard == .ageAndSex else {
            return SheetMaker.size(counts, measure, region, [:])
        }
        let year = counts.table.period.year
        let numbers = SheetMaker.groups(measure).map {
            population?.inhabitants(region.code, $0, in: year)
        }
        guard !numbers.contains(nil) else { return nil }
        return CountRange(exactly: Double(numbers.compactMap { $0 }.reduce(0, +)))
    }

    private func strata(of region: CellTable.Region) -> [IndirectStandardisation.Stratum] {
        switch measure.standard {
        case .none: return []
        case .caseMix:
            guard let name = measure.caseMix,
                let dimension = counts.table.dimensions.first(where: { $0.name == name })
            else { return [] }
            // Groups of forms are sums of other codes: only what is no sum is a stratum.
            return dimension.codes.filter { !["T", "Z", "V"].contains($0) }.map { code in
                IndirectStandardisation.Stratum(
                    code: code,
                    size: SheetMaker.size(counts, measure, region, [name: code]),
                    events: SheetMaker.events(
                        counts,
                        measure,
                        SheetMaker.country,
                        [name: code]
                    )?.shown,
                    countrySize: SheetMaker.size(
                        counts,
                        measure,
                        SheetMaker.country,
                        [name: code]
                    )?.shown
                )
            }
        case .ageAndSex:
            let year = counts.table.period.year
            guard let population else { return [] }
            return SheetMaker.groups(measure).map { group in
                let own = population.inhabitants(region.code, group, in: year)
                return IndirectStandardisation.Stratum(
                    code: "\(group.age) \(group.sex)",
                    size: own.map { CountRange(exactly: Double($0)) },
                    events: counts.range(
                        SheetMaker.country,
                        ["age": group.age, "sex": group.sex],
                        measure.numerator
                    )?.shown,
                    countrySize: Double(population.inhabitants(group, in: year))
                )
            }
        }
    }

    private static func groups(_ measure: ComparedMeasure) -> [PopulationByAge.Group] {
        measure.ages.flatMap { age in
            ["M", "V"].map { PopulationByAge.Group(age: age, sex: $0) }
        }
    }

    private static func size(
        _ counts: ProtectedCounts,
        _ measure: ComparedMeasure,
        _ region: CellTable.Region,
        _ codes: [String: String]
    ) -> CountRange? {
        guard let whole = counts.range(region, codes, measure.denominator) else { return nil }
        guard let less = measure.less else { return whole }
        switch counts.known(region, codes, less) {
        case .range(let part): return whole - part
        // Where the part is withheld the whole is what is left of it, and the part may be any of
        // the counts that are withheld.
        case .withheld:
            return CountRange(
                shown: whole.shown,
                low: max(0, whole.low - counts.largestWithheld),
                high: whole.high
            )
        case .absent: return whole
        }
    }

    private static func events(
        _ counts: ProtectedCounts,
        _ measure: ComparedMeasure,
        _ region: CellTable.Region,
        _ codes: [String: String]
    ) -> CountRange? {
        guard measure.standard == .ageAndSex, codes.isEmpty else {
            return counts.range(region, codes, measure.numerator)
        }
        // The ages of the measure: a sum of cells, of which none may be withheld.
        let parts = measure.ages.map { counts.range(region, ["age": $0], measure.numerator) }
        guard !parts.contains(nil) else { return nil }
        return parts.compactMap { $0 }.reduce(CountRange(exactly: 0), +)
    }
}

extension IndirectStandardisation {
    /// Without strata what is expected is the size at the rate of the country.
    fileprivate func orWhole(
        _ hasNoStrata: Bool,
        _ size: CountRange,
        _ target: Double
    ) -> IndirectStandardisation {
        guard hasNoStrata else { return self }
        let stratum = Stratum(code: "T", size: size, events: target, countrySize: 1)
        return IndirectStandardisation(strata: [stratum], whole: size, overall: target)
    }
}
