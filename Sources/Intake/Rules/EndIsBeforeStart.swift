import Domain

extension Rule {
    /// What ended did not end before it started.
    static let endIsBeforeStart = Rule("INT-104", .record, [.end, .handedOver]) {
        batch in
        let start = batch.segmentStart
        return [RowField.end, .handedOver].flatMap { field in
            let end = batch.wide(field)
            return batch.flag(field) {
                end[$0].isDay && start[$0].isDay && end[$0] < start[$0]
            }
        }
    }
}
