import Columns
import Definitions
import Domain
import Linkage

/// *Stapeling*: youths who have help and a protection measure on the same day of a half-year.
///
/// Two sources side by side, by person number; the lead record is that of youth assistance.
struct ConcurrentHelp {
    let help: PeriodRecords
    let measures: PeriodRecords
    let period: Period
    let places: RegionPlaces

    /// Youths by form, each once in every form that ran on a day on which a measure ran too.
    func table(_ definition: IndicatorDefinition, axisSet: AxisSet) -> CellTable {
        let axes = definition.breakdowns.map { breakdown in
            var axis = axisSet[breakdown]
            if breakdown == .form {
                axis = Axis(.form, codes: axis.codes, hasUnknown: false, isAdditive: false)
            }
            return axis
        }
        var cube = Cube(axes: axes, places: places.placeCount)
        var row = 0
        var other = 0
        while row < help.personRows {
            let person = help.person[row]
            let start = row
            while row < help.personRows, help.person[row] == person { row += 1 }
            while other < measures.personRows, measures.person[other] < person { other += 1 }
            let first = other
            while other < measures.personRows, measures.person[other] == person { other += 1 }
            guard other > first else { continue }
            count(start..<row, beside: first..<other, axes, &cube)
        }
        var filled = cube
        filled.fillTotals()
        return TableAssembly(
            definition: definition,
            period: period,
            places: places,
            axes: axes
        ).table(definition.measures.map { _ in filled.byRegion(places).counts })
    }

    private func count(
        _ rows: Range<Int>,
        beside measureRows: Range<Int>,
        _ axes: [Axis],
        _ cube: inout Cube
    ) {
        let together = rows.filter { row in measureRows.contains { overlaps(row, $0) } }
        guard !together.isEmpty else { return }
        let lead = rows.dropFirst().reduce(rows.lowerBound) { lead, row in
            LeadRecord.leads(help, row, over: lead) ? row : lead
        }
        let place = Int(places.municipalityPlace[Int(help.municipality[lead])])
        var cells: Set<Int> = []
        for row in together {
            for isTotal in [false, true] {
                cells.insert(
                    zip(axes, cube.strides).reduce(0) { cell, next in
                        let (axis, stride) = next
                        let number =
                            axis.breakdown != .form
                            ? Int(axis.numberOfByte[Int(help.sex[lead])])
                            : isTotal ? axis.total : Int(axis.numberOfByte[Int(help.code[row])])
                        return cell + number * stride
                    }
                )
            }
        }
        for cell in cells { cube.counts[place * cube.blockSize + cell] += 1 }
    }

    /// Whether help and a measure ran on one and the same day of the period.
    private func overlaps(_ row: Int, _ measure: Int) -> Bool {
        let segmentStart =
            measures.takenOver[measure] == 0 ? measures.start[measure] : measures.takenOver[measure]
        let segmentEnd =
            measures.handedOver[measure] == 0 ? measures.end[measure] : measures.handedOver[measure]
        func last(_ day: UInt16) -> UInt16 { day == 0 ? .max : day }
        let from = max(help.start[row], segmentStart, PackedDay.pack(period.start.number))
        let until = min(
            last(help.end[row]),
            last(segmentEnd),
            PackedDay.pack(period.end.number)
        )
        return from <= until
    }
}
