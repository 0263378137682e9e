import Columns
import Definitions
import Domain

/// The counting of indicators on protection measures over the records of a period.
///
/// A segment starts where the institution took over, else at *aanvang*; it ends where it handed
/// over, else at *einde*.
struct MeasureTables: Sendable {
    let records: PeriodRecords
    let period: Period
    let places: RegionPlaces

    let first: UInt16
    let last: UInt16

    init(records: PeriodRecords, period: Period, places: RegionPlaces) {
        self.records = records
        self.period = period
        self.places = places
        first = PackedDay.pack(period.start.number)
        last = PackedDay.pack(period.end.number)
    }

    private func segmentStart(_ row: Int) -> UInt16 {
        records.takenOver[row] == 0 ? records.start[row] : records.takenOver[row]
    }

    private func segmentEnd(_ row: Int) -> UInt16 {
        records.handedOver[row] == 0 ? records.end[row] : records.handedOver[row]
    }

    /// What a record is on the balance of the period.
    private func kinds(_ row: Int) -> [IndicatorDefinition.Measure.Kind] {
        var kinds: [IndicatorDefinition.Measure.Kind] = []
        let start = segmentStart(row)
        let end = segmentEnd(row)
        let takenOver = records.takenOver[row]
        let handedOver = records.handedOver[row]
        if (start < first && (end == 0 || end >= first)) || takenOver == first {
            kinds.append(.opening)
        }
        if takenOver == 0, start >= first, start <= last { kinds.append(.inflow) }
        if takenOver > first, takenOver <= last { kinds.append(.transferIn) }
        let ended = records.end[row]
        if ended >= first, ended <= last, ended != 0 { kinds.append(.outflow) }
        if handedOver >= first, handedOver < last, handedOver != 0 { kinds.append(.transferOut) }
        if start <= last, end == 0 || end > last || (end == last && handedOver == last) {
            kinds.append(.closing)
        }
        return kinds
    }

    /// Stock, inflow, outflow and transfers by type.
    ///
    /// - Throws: ``IndicatorError/unbalanced(indicator:period:)`` when a cell does not balance.
    func balance(
        _ definition: IndicatorDefinition,
        axis: Axis
    ) throws(IndicatorError) -> CellTable {
        let wanted = definition.measures.map(\.kind)
        var cubes = wanted.map { _ in Cube(axes: [axis], places: places.placeCount) }
        for row in 0..<records.count {
            let place = Int(places.municipalityPlace[Int(records.municipality[row])])
            let cell = place * axis.size + Int(axis.numberOfByte[Int(records.code[row])])
            for kind in kinds(row) {
                if let index = wanted.firstIndex(of: kind) { cubes[index].counts[cell] += 1 }
            }
        }
        let values = cubes.map { cube in
            var filled = cube
            filled.fillTotals()
            return filled.byRegion(places).counts
        }
        func value(_ kind: IndicatorDefinition.Measure.Kind, _ cell: Int) -> Int64? {
            wanted.firstIndex(of: kind).map { values[$0][cell] }
        }
        for cell in 0..<(values.first?.count ?? 0) {
            guard let opening = value(.opening, cell), let inflow = value(.inflow, cell),
                let transferIn = value(.transferIn, cell), let outflow = value(.outflow, cell),
                let transferOut = value(.transferOut, cell), let closing = value(.closing, cell)
            else { break }
            guard opening + inflow + transferIn - outflow - transferOut == closing else {
                throw .unbalanced(indicator: definition.id, period: period.description)
            }
        }
        let assembly = TableAssembly(
            definition: definition,
            period: period,
            places: places,
            axes: [axis]
        )
        return assembly.table(values)
    }

    /// Opening or closing stock of the whole country by type, in the order of the axis.
    func stock(_ kind: IndicatorDefinition.Measure.Kind, axis: Axis) -> [Int64] {
        var counts = [Int64](repeating: 0, count: axis.size)
        for row in 0..<records.count where kinds(row).contains(kind) {
            counts[Int(axis.numberOfByte[Int(records.code[row])])] += 1
            counts[axis.total] += 1
        }
        return counts
    }

    /// Transfers whose other side is not in the records: in without out, and out without in.
    func unmatchedTransfers() -> (in: Int, out: Int) {
        var handed: [UInt64: Int] = [:]
        var taken: [UInt64: Int] = [:]
        func key(_ row: Int, _ day: UInt16) -> UInt64 {
            UInt64(records.person[row]) << 24 | UInt64(records.code[row]) << 16 | UInt64(day)
        }
        for row in 0..<records.personRows {
            let out = records.handedOver[row]
            if out != 0, out >= first, out < last { handed[key(row, out + 1), default: 0] += 1 }
            let into = records.takenOver[row]
            if into > first, into <= last { taken[key(row, into), default: 0] += 1 }
        }
        let unmatchedIn = taken.reduce(0) { $0 + max(0, $1.value - (handed[$1.key] ?? 0)) }
        let unmatchedOut = handed.reduce(0) { $0 + max(0, $1.value - (taken[$1.key] ?? 0)) }
        return (unmatchedIn, unmatchedOut)
    }

    /// Youths with a measure per 1 000 of the population of their age.
    func rate(
        _ definition: IndicatorDefinition,
        population: PopulationTable,
        reference: RegionReference
    ) throws(IndicatorError) -> CellTable {
        let adult = Birthdays(age: definition.underAge ?? 18)
        var youths = [Int64](repeating: 0, count: places.regions.count)
        var row = 0
        while row < records.personRows {
            var end = row + 1
            while end < records.personRows, records.person[end] == records.person[row] { end += 1 }
            var lead: Int?
            for index in row..<end where isRunning(index) {
                if let known = lead, !LeadRecord.leads(records, index, over: known) { continue }
                lead = index
            }
            if let lead, isYoung(records.birth[lead], adult) {
                let place = places.municipalityPlace[Int(records.municipality[lead])]
                for region in places.regionsOfPlace[Int(place)] { youths[region] += 1 }
            }
            row = end
        }
        var inhabitants = [Int64](repeating: 0, count: places.regions.count)
        let counted = population.inhabitants(in: period.year)
        guard !counted.isEmpty else {
            throw .populationMissing(indicator: definition.id, year: period.year)
        }
        for (code, number) in counted {
            let place = Int(code.dropFirst(2)).map { Int(places.municipalityPlace[$0]) } ?? 0
            for region in places.regionsOfPlace[place] { inhabitants[region] += Int64(number) }
        }
        let values = definition.measures.map { measure -> [Int64] in
            switch measure.kind {
            case .youths: youths
            case .population: inhabitants
            case .perThousand:
                zip(youths, inhabitants).map { count, all in
                    all == 0 ? 0 : (count * 20_000 + all) / (2 * all)
                }
            default: youths.map { _ in 0 }
            }
        }
        let assembly = TableAssembly(
            definition: definition,
            period: period,
            places: places,
            axes: []
        )
        return assembly.table(values)
    }

    private func isRunning(_ row: Int) -> Bool {
        let end = segmentEnd(row)
        return segmentStart(row) <= last && (end == 0 || end >= first)
    }

    /// Under age on the first day; born in the period counts, an unknown birth does not.
    private func isYoung(_ birth: UInt16, _ adult: Birthdays) -> Bool {
        guard birth != 0, birth <= PackedDay.latest, birth <= last else { return false }
        return adult[birth] > first
    }
}
