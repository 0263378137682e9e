import Columns
import Definitions
import Domain
import Linkage

extension MeasureTables {
    /// Measures that ended in the period, by type and reason.
    func ended(_ definition: IndicatorDefinition, axisSet: AxisSet) -> CellTable {
        count(definition, axisSet) { row, _ in
            records.end[row] != 0 && records.end[row] >= first && records.end[row] <= last
        }
    }

    /// Measures that began in the period, and of these what came after an earlier one.
    ///
    /// A measure that was taken over from another institution did not begin here.
    func started(
        _ definition: IndicatorDefinition,
        axisSet: AxisSet,
        history: MeasureHistory
    ) -> CellTable {
        let rule = definition.repeatRule
        let gap = UInt16(rule?.gapDays ?? 0)
        let from = rule?.lookBackYears.map { PackedDay.pack(period.start.years(before: $0).number) }
        let going = (rule?.reasonsNotAnEnd ?? []).compactMap { CodeTable.byte(for: $0) }
        return count(definition, axisSet) { row, kind in
            let start = records.start[row]
            guard records.takenOver[row] == 0, start >= first, start <= last else { return false }
            let person = records.person[row]
            switch kind {
            case .inflow: return true
            case .repeatUnknown: return person == Numbering.nobody
            case .repeatUse:
                let earliest = max(from ?? 1, 1)
                guard person != Numbering.nobody, start > gap, start - gap >= earliest else {
                    return false
                }
                return history.hasEnd(of: person, in: earliest...(start - gap), except: going)
            default: return false
            }
        }
    }

    /// The table of what records count for, at the municipality of each record itself.
    private func count(
        _ definition: IndicatorDefinition,
        _ axisSet: AxisSet,
        where counts: (Int, IndicatorDefinition.Measure.Kind) -> Bool
    ) -> CellTable {
        let axes = definition.breakdowns.map { axisSet[$0] }
        var cubes = definition.measures.map { _ in Cube(axes: axes, places: places.placeCount) }
        for row in 0..<records.count {
            for (index, measure) in definition.measures.enumerated()
            where counts(row, measure.kind) {
                let place = Int(places.municipalityPlace[Int(records.municipality[row])])
                let cell = zip(axes, cubes[index].strides).reduce(0) { cell, next in
                    cell + number(of: row, on: next.0) * next.1
                }
                cubes[index].counts[place * cubes[index].blockSize + cell] += 1
            }
        }
        let values = cubes.map { cube in
            var filled = cube
            filled.fillTotals()
            return filled.byRegion(places).counts
        }
        return TableAssembly(
            definition: definition,
            period: period,
            places: places,
            axes: axes
        ).table(values)
    }

    private func number(of row: Int, on axis: Axis) -> Int {
        let mark =
            switch axis.breakdown {
            case .reason: records.reason[row]
            case .sex: records.sex[row]
            default: records.code[row]
            }
        return Int(axis.numberOfByte[Int(mark)])
    }
}
