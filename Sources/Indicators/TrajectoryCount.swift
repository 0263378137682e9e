import Columns
import Definitions
import Domain

/// The counting of one indicator on youth assistance over the trajectories of a period.
struct TrajectoryCount: Sendable {
    /// How long one trajectory took, and where it counts.
    struct Duration: Sendable {
        /// Place of the municipality.
        let place: UInt16
        /// Cell of the block.
        let cell: UInt32
        /// Days, the first and the last included.
        let days: Int32
    }

    let definition: IndicatorDefinition
    let axes: [Axis]
    /// One cube for the units, one for repeat use and one for unknown repeat use, one for days.
    var units: Cube
    var repeats: Cube?
    var unknownRepeats: Cube?
    var days: Cube?
    /// What has no new start, and of what that is unknown.
    var noNewStart: Cube?
    var noNewStartUnknown: Cube?
    /// Counts within the units.
    var extras: [CountedExtra] = []
    /// The duration of each ended trajectory, for medians.
    var durations: [Duration] = []
    /// Rows without a person, for tables of youths.
    var withoutPerson: Int64 = 0
    let wantsDurations: Bool

    init(_ definition: IndicatorDefinition, axisSet: AxisSet, places: Int) {
        self.definition = definition
        let youths = definition.measures.contains { $0.kind == .youths }
        axes = definition.breakdowns.map { breakdown in
            var axis = axisSet[breakdown]
            // A youth with two forms is one youth: that total is counted, not summed.
            if youths, breakdown == .form {
                axis = Axis(.form, codes: axis.codes, hasUnknown: false, isAdditive: false)
            }
            return axis
        }
        units = Cube(axes: axes, places: places)
        let kinds = Set(definition.measures.map(\.kind))
        if kinds.contains(.repeatUse) { repeats = units }
        if kinds.contains(.repeatUnknown) { unknownRepeats = units }
        if kinds.contains(.noNewStart) { noNewStart = units }
        if kinds.contains(.noNewStartUnknown) { noNewStartUnknown = units }
        extras = CountedExtra.all(of: definition, units: units)
        wantsDurations = kinds.contains(.meanDays) || kinds.contains(.medianDays)
        if wantsDurations { days = units }
    }

    /// The values of each measure by region and cell.
    func values(_ places: RegionPlaces, workers: Workers) throws -> [[Int64]] {
        func regional(_ cube: Cube) -> Cube {
            var filled = cube
            filled.fillTotals()
            return filled.byRegion(places)
        }
        let units = regional(self.units)
        let extras = Dictionary(grouping: self.extras, by: \.measure)
            .mapValues { $0.map { regional($0.cube) } }
        let counts = try definition.measures.enumerated().map { place, measure -> [Int64] in
            let extra = extras[place]?.first
            switch measure.kind {
            case .trajectories, .youths:
                let counted = extra ?? units
                return measure.reasons.map { reasonTotal(counted, $0) } ?? counted.counts
            case .satisfactionKnown, .withoutHelp: return extra?.counts ?? []
            case .meanSatisfaction: return Shares.means(extras[place] ?? [])
            case .noNewStart: return noNewStart.map { regional($0).counts } ?? []
            case .noNewStartUnknown: return noNewStartUnknown.map { regional($0).counts } ?? []
            case .repeatUse: return repeats.map { regional($0).counts } ?? []
            case .repeatUnknown: return unknownRepeats.map { regional($0).counts } ?? []
            case .recordsWithoutPerson: return onTotals(withoutPerson, places)
            case .meanDays: return means(units, days.map(regional), places)
            case .medianDays: return try medians(places, workers)
            default: return [Int64](repeating: 0, count: units.counts.count)
            }
        }
        return Shares(definition: definition, axes: axes, counts: counts).filled()
    }

    /// The sum over some reasons, standing on reason `T`.
    private func reasonTotal(_ cube: Cube, _ reasons: [String]) -> [Int64] {
        guard let index = axes.firstIndex(where: { $0.breakdown == .reason }) else { return [] }
        let axis = axes[index]
        let stride = cube.strides[index]
        let numbers = reasons.compactMap { axis.codes.firstIndex(of: $0) }
        var values = [Int64](repeating: 0, count: cube.counts.count)
        for cell in values.indices where cell / stride % axis.size == axis.total {
            let base = cell - axis.total * stride
            values[cell] = numbers.reduce(0) { $0 + cube.counts[base + $1 * stride] }
        }
        return values
    }

    /// A value on the country as a whole, every dimension `T`.
    private func onTotals(_ value: Int64, _ places: RegionPlaces) -> [Int64] {
        var values = [Int64](repeating: 0, count: places.regions.count * units.blockSize)
        if let country = places.regions.firstIndex(where: { $0.geography == .country }) {
            values[country * units.blockSize + units.blockSize - 1] = value
        }
        return values
    }

    /// The place of class `T` among the cells, or `nil` for another class.
    private func isClassTotal(_ cell: Int) -> Bool {
        guard let index = axes.firstIndex(where: { $0.breakdown == .durationClass }) else {
            return true
        }
        return cell / units.strides[index] % axes[index].size == axes[index].total
    }

    /// Means in tenths, half up, on class `T`.
    private func means(_ units: Cube, _ days: Cube?, _ places: RegionPlaces) -> [Int64] {
        guard let days else { return [] }
        return units.counts.indices.map { cell in
            guard isClassTotal(cell), units.counts[cell] > 0 else { return 0 }
            return (days.counts[cell] * 20 + units.counts[cell]) / (2 * units.counts[cell])
        }
    }

    /// Medians in tenths, on class `T`: the mean of the two middle values where their number is
    /// even.
    ///
    /// For each geography and each choice of totals the durations are put into one bucket a cell,
    /// and each bucket is sorted.
    private func medians(_ places: RegionPlaces, _ workers: Workers) throws -> [Int64] {
        let blockSize = units.blockSize
        let others = axes.indices.filter { axes[$0].breakdown != .durationClass }
        let choices = 1 << others.count
        let geographies = places.regionsOfPlace.first?.count ?? 0
        let parts = try workers.map(geographies * choices) { job -> [(cell: Int, value: Int64)] in
            let raised = (0..<blockSize).map { leaf in
                raise(leaf, others.enumerated().filter { job >> $0.offset & 1 == 1 }.map(\.element))
            }
            let geography = job / choices
            let targets = durations.map { entry in
                places.regionsOfPlace[Int(entry.place)][geography] * blockSize
                    + raised[Int(entry.cell)]
            }
            return medians(of: targets, cells: places.regions.count * blockSize)
        }
        var values = [Int64](repeating: 0, count: places.regions.count * blockSize)
        for (cell, value) in parts.joined() { values[cell] = value }
        return values
    }

    private func medians(of targets: [Int], cells: Int) -> [(cell: Int, value: Int64)] {
        var starts = [Int](repeating: 0, count: cells + 1)
        for target in targets { starts[target + 1] += 1 }
        for cell in 0..<cells { starts[cell + 1] += starts[cell] }
        var next = starts
        var sorted = [Int32](repeating: 0, count: targets.count)
        for (index, target) in targets.enumerated() {
            sorted[next[target]] = durations[index].days
            next[target] += 1
        }
        var found: [(cell: Int, value: Int64)] = []
        for cell in 0..<cells where starts[cell + 1] > starts[cell] {
            let range = starts[cell]..<starts[cell + 1]
            sorted[range].sort()
            let middle = range.lowerBound + range.count / 2
            let value =
                range.count % 2 == 1
                ? Int64(sorted[middle]) * 10 : Int64(sorted[middle - 1] + sorted[middle]) * 5
            found.append((cell, value))
        }
        return found
    }

    /// The cell with class `T`, and `T` on the given axes, above a leaf cell.
    private func raise(_ leaf: Int, _ totals: [Int]) -> Int {
        var cell = leaf
        for (index, axis) in axes.enumerated()
        where totals.contains(index) || axis.breakdown == .durationClass {
            let number = leaf / units.strides[index] % axis.size
            cell += (axis.total - number) * units.strides[index]
        }
        return cell
    }
}
