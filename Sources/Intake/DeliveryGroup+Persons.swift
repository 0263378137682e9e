import Columns

extension DeliveryGroup {
    /// The persons of rows before they have a pseudonym of the store.
    struct Persons {
        /// The distinct numbers, scrambled, when the rows hold numbers.
        let distinct: [UInt32]
        /// The distinct sender pseudonyms, when the rows hold those.
        let senders: [Pseudonym]
        /// For each row the place of its person, or `Numbering.nobody`.
        let places: [UInt32]
    }

    /// Finds the persons of rows, which hold either numbers or sender pseudonyms.
    static func numbered(_ rows: ScannedRows, workers: Workers) throws -> Persons {
        guard !rows.senders.isEmpty else {
            let numbering = try Numbering(rows.numbers, workers: workers)
            return Persons(distinct: numbering.distinct, senders: [], places: numbering.places)
        }
        let those = rows.numbers.indices.filter { rows.numbers[$0] == NumberState.sender }
        let order = try PseudonymOrder(those.map { rows.senders[$0] }, workers: workers)
        var places = [UInt32](repeating: Numbering.nobody, count: rows.count)
        for (row, place) in zip(those, order.places) { places[row] = place }
        return Persons(distinct: [], senders: order.distinct, places: places)
    }
}
