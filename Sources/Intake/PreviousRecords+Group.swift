import Columns
import Domain

extension PreviousRecords {
    /// What was running at the end of a checked delivery, by the pseudonyms it was given.
    ///
    /// - Parameters:
    ///   - earlier: the delivery of the half-year before, put together with the same kernel.
    ///   - file: the place of the holder's file in the group that is checked against it.
    public init(running earlier: DeliveryGroup, file: Int) {
        self.init()
        let rows = earlier.rows
        for (person, pseudonym) in earlier.pseudonyms.enumerated() {
            var entries: [(file: UInt16, code: UInt8, start: UInt16)] = []
            for place in earlier.order.starts[person]..<earlier.order.starts[person + 1] {
                let row = Int(earlier.order.rows[Int(place)])
                guard !earlier.isLeftOut(row), rows.wide[1][row] == PackedDay.absent,
                    rows.wide[2][row] == PackedDay.absent
                else { continue }
                let takenOver = rows.wide[3][row]
                let start = takenOver == PackedDay.absent ? rows.wide[0][row] : takenOver
                entries.append((UInt16(file), rows.small[0][row], start))
            }
            if !entries.isEmpty { append(pseudonym, entries) }
        }
    }
}
