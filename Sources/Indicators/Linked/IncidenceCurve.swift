import Statistics

/// *Cumulatieve incidentie*: the share of children who by a day had started help, with starts of
/// other forms competing and the end of the data censoring.
///
/// Aalen and Johansen, *Scand. J. Stat.* 5 (1978) 141–150, as ``CumulativeIncidence`` has it. Days are
/// ties as they are; who is followed until a day counts as at risk on that day.
struct IncidenceCurve: Sendable {
    private var times: [Double] = []
    /// 0 for who did not start, else the number of the form and one.
    private var causes: [Int] = []

    /// Takes a child in: the days until the start and the number of the form, or until the end.
    mutating func append(days: Int, form: Int?) {
        times.append(Double(days))
        causes.append(form.map { $0 + 1 } ?? 0)
    }

    /// The incidence in tenths of a per cent on some days; `nil` where the data do not reach.
    ///
    /// The value is rounded half up; a billionth is added, so that a half that is a sum of fractions
    /// is rounded as the half it stands for by every program.
    func tenths(form: Int?, on days: [Int]) -> [Int64?] {
        let own = causes.map { cause in
            guard cause > 0 else { return 0 }
            return form.map { $0 + 1 == cause ? 1 : 2 } ?? 1
        }
        let table = EventTable(times: times, causes: own, causeCount: 2)
        let steps = CumulativeIncidence(table, cause: 1).steps
        guard let last = steps.last else { return days.map { _ in nil } }
        var place = 0
        var incidence = 0.0
        return days.map { day in
            while place < steps.count, steps[place].row.time <= Double(day) {
                incidence = steps[place].incidence
                place += 1
            }
            // Behind the last day on which somebody was seen nothing is known, unless all started.
            guard Double(day) <= last.row.time || last.row.censored == 0 else { return nil }
            return Int64((incidence * 1000 + 0.5 + 1e-9).rounded(.down))
        }
    }
}
