import Domain

extension ReferenceEngine {
    /// JB-01.
    func countBalance(_ period: Period, _ table: inout ReferenceTable) {
        let first = period.start
        let last = period.end
        for record in records("jeugdbescherming", period) {
            let start = record.segmentStart
            let end = record.segmentEnd
            func count(_ measure: String, if isTrue: Bool) {
                guard isTrue else { return }
                table.count(measure, at: record.municipality, [[record.code, "T"]])
            }
            let ranBefore = start < first && (end.map { $0 >= first } ?? true)
            count("opening", if: ranBefore || record.takenOver == first)
            count("inflow", if: record.takenOver == nil && start >= first && start <= last)
            if let takenOver = record.takenOver {
                count("transfer_in", if: first < takenOver && takenOver <= last)
            }
            if let ended = record.end { count("outflow", if: first <= ended && ended <= last) }
            if let handedOver = record.handedOver {
                count("transfer_out", if: first <= handedOver && handedOver < last)
            }
            let runsOn = end.map { $0 > last || record.handedOver == last } ?? true
            count("closing", if: start <= last && runsOn)
        }
    }

    /// JB-02.
    func countRate(_ period: Period, _ table: inout ReferenceTable) {
        let running = records("jeugdbescherming", period).filter { record in
            record.segmentStart <= period.end
                && (record.segmentEnd.map { $0 >= period.start } ?? true)
        }
        for youth in youths(running) {
            guard let birth = youth.lead.birth, birth <= period.end else { continue }
            guard birth > period.start || age(birth, on: period.start) < 18 else { continue }
            table.count("youths", at: youth.lead.municipality, [])
        }
        for (year, code, number) in population where year == period.year {
            table.count("population", at: code, [], amount: number)
        }
        table.addRates()
    }
}
