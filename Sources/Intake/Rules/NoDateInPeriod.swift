import Columns
import Domain

extension Rule {
    /// A file holds every record with any date in the half-year, and no others; a service that
    /// still runs keeps its record in.
    static let noDateInPeriod = Rule(
        "INT-409",
        .record,
        [.day],
        sources: ["veiligthuis"]
    ) { batch in
        let first = batch.setting.periodStart
        let days = [RowField.day, .assessed, .serviceStart, .serviceEnd].filter(batch.setting.has)
            .map(batch.wide)
        let from = batch.wide(.serviceStart)
        let until = batch.wide(.serviceEnd)
        let hasService = batch.setting.has(.serviceStart) && batch.setting.has(.serviceEnd)
        return batch.flag(.day) { row in
            let isRunning = hasService && from[row].isDay && until[row] == PackedDay.absent
            return !isRunning && days.allSatisfy { $0[row] < first }
                && days.contains { $0[row] != PackedDay.absent }
        }
    }
}
