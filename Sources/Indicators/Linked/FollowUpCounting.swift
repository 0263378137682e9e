import Columns
import Definitions
import Domain

/// The counting of children who are followed, and of the help that they had or began.
struct FollowUpCounting: Sendable {
    /// Where a curve stands.
    private struct Place: Hashable, Comparable {
        let region: Int
        let cell: Int

        static func < (one: Place, other: Place) -> Bool {
            (one.region, one.cell) < (other.region, other.cell)
        }
    }

    private let empty: SparseTable
    private let places: ReportPlaces
    private let help: HelpBeside
    private let days: Int
    private let country: Int

    init(_ empty: SparseTable, places: ReportPlaces, help: HelpBeside, days: Int) {
        self.empty = empty
        self.places = places
        self.help = help
        self.days = days
        country = places.regions.firstIndex { $0.geography == .country } ?? 0
    }

    /// The table of a period.
    func table(_ followed: FollowedPeriod, _ period: Period, workers: Workers) throws -> CellTable {
        var table = empty
        for (index, measure) in empty.definition.measures.enumerated() {
            switch measure.kind {
            case .unlinked:
                for person in followed.unlinked {
                    let own = places.regions(
                        holder: Int(person.holder),
                        municipality: person.municipality
                    )
                    for cell in person.cells {
                        for region in own {
                            table.add(1, measure: index, region: region, cell: cell)
                        }
                    }
                }
            case .cumulativeIncidence:
                try addIncidence(followed, measure, index, to: &table, workers)
            default:
                for child in followed.children { count(child, measure, index, in: &table) }
            }
        }
        return table.table(period)
    }

    /// Counts a child in the cells in which a measure has it.
    private func count(
        _ child: FollowedChild,
        _ measure: IndicatorDefinition.Measure,
        _ index: Int,
        in table: inout SparseTable
    ) {
        let outcome = help.outcome(child, forms: forms(of: measure), days: days)
        let isRunning = !outcome.running.isEmpty
        var forms: [UInt8] = []
        switch measure.kind {
        case .children: break
        case .helpRunning:
            guard isRunning else { return }
            forms = outcome.running
        case .helpStarted:
            guard let start = outcome.start else { return }
            forms = [start.form]
        case .helpRunningAndStarted: guard isRunning, outcome.start != nil else { return }
        case .noHelpSeen:
            guard !isRunning, outcome.start == nil, outcome.followed == days else { return }
        case .followUpEnded:
            guard !isRunning, outcome.start == nil, outcome.followed < days else { return }
        default: return
        }
        // A table without forms has the total only.
        let cells =
            [child.cell]
            + forms.compactMap { form in
                number(of: form).flatMap { moved(child.cell, along: .form, to: $0) }
            }
        for region in regions(of: child) {
            for cell in cells { table.add(1, measure: index, region: region, cell: cell) }
        }
    }

    /// Adds curves: by day for the country, at the end of the follow-up for every region.
    private func addIncidence(
        _ followed: FollowedPeriod,
        _ measure: IndicatorDefinition.Measure,
        _ index: Int,
        to table: inout SparseTable,
        _ workers: Workers
    ) throws {
        var curves: [Place: IncidenceCurve] = [:]
        for child in followed.children {
            let outcome = help.outcome(child, forms: forms(of: measure), days: days)
            for region in regions(of: child) {
                curves[Place(region: region, cell: child.cell), default: IncidenceCurve()].append(
                    days: outcome.start?.days ?? outcome.followed,
                    form: outcome.start.flatMap { number(of: $0.form) ?? 0 }
                )
            }
        }
        let own = curves.keys.sorted()
        let drawn = own.compactMap { curves[$0] }
        let formAxis = empty.axes.first { $0.breakdown == .form }
        let forms = [nil] + (formAxis.map { Array($0.codes.indices) } ?? []).map { Optional($0) }
        let hasDays = empty.axes.contains { $0.breakdown == .day }
        let found = try workers.map(own.count) { place -> [[Int64?]] in
            let asked = hasDays && own[place].region == country ? Array(0...days) : [days]
            return forms.map { drawn[place].tenths(form: $0, on: asked) }
        }
        for (place, values) in zip(own, found) {
            for (form, byDay) in zip(forms, values) {
                guard let cell = cell(place.cell, form: form) else { continue }
                if let last = byDay.last, let value = last {
                    table.add(value, measure: index, region: place.region, cell: cell)
                }
                guard hasDays, place.region == country else { continue }
                for (day, value) in byDay.enumerated() {
                    guard let value, let cell = self.cell(cell, day: day) else { continue }
                    table.add(value, measure: index, region: place.region, cell: cell)
                }
            }
        }
    }

    private func regions(of child: FollowedChild) -> [Int] {
        places.regions(holder: Int(child.holder), municipality: child.municipality)
    }

    private func forms(of measure: IndicatorDefinition.Measure) -> Set<UInt8>? {
        measure.forms.map { Set($0.compactMap { CodeTable.byte(for: $0) }) }
    }

    private func number(of form: UInt8) -> Int? {
        empty.axes.first { $0.breakdown == .form }.map { Int($0.numberOfByte[Int(form)]) }
    }

    /// The same cell at a form; `nil` where the table has none.
    private func cell(_ cell: Int, form: Int?) -> Int? {
        guard let form else { return cell }
        return moved(cell, along: .form, to: form)
    }

    private func cell(_ cell: Int, day: Int) -> Int? { moved(cell, along: .day, to: day) }

    /// A cell at a total, moved to a code.
    private func moved(
        _ cell: Int,
        along breakdown: IndicatorDefinition.Breakdown,
        to number: Int
    ) -> Int? {
        guard let place = empty.axes.firstIndex(where: { $0.breakdown == breakdown }) else {
            return nil
        }
        return cell + (number - empty.axes[place].total) * empty.strides[place]
    }
}
