public import Columns

extension DeliveryGroup {
    /// The records to be stored: those of files that are not refused, without those left out.
    public struct Kept: Sendable {
        /// The files whose records are kept, as places in ``DeliveryGroup/files``.
        public let files: [Int]
        /// How many records of each of them.
        public let rowsOfFile: [Int]
        /// The persons, ascending.
        public let pseudonyms: [Pseudonym]
        /// For each person how many rows.
        public let rowsPerPerson: [UInt32]
        /// How many rows, those of nobody included.
        public let rowCount: Int
        /// The columns that are stored, with the values of a range of rows.
        public let columns: [(name: String, values: @Sendable (Range<Int>) -> [UInt32])]
    }

    /// Chooses the records to be stored.
    ///
    /// Columns that no approved indicator uses (postcode, perspective, outcome) are not among
    /// them: they were checked for the holder's sake and are forgotten.
    public func kept() -> Kept {
        let files = files.indices.filter { !self.files[$0].isRefused }
        var ordinal = [UInt32](repeating: .max, count: self.files.count)
        for (place, file) in files.enumerated() { ordinal[file] = UInt32(place) }
        let isSimple =
            files.count == self.files.count
            && self.files.allSatisfy { $0.leftOut == 0 }
        var kept: [UInt32] = []
        var runs: [UInt32] = []
        var persons: [Pseudonym] = []
        if isSimple {
            kept = order.rows
            runs = zip(order.starts, order.starts.dropFirst()).map { $1 - $0 }
            persons = pseudonyms
        } else {
            let counts = rows.flags.indices.map { row in
                !isLeftOut(row) && ordinal[file(ofRow: row)] != .max
            }
            for person in pseudonyms.indices {
                let before = kept.count
                for place in order.starts[person]..<order.starts[person + 1]
                where counts[Int(order.rows[Int(place)])] {
                    kept.append(order.rows[Int(place)])
                }
                guard kept.count > before else { continue }
                runs.append(UInt32(kept.count - before))
                persons.append(pseudonyms[person])
            }
            let nobody = Int(order.starts[pseudonyms.count])
            kept += order.rows[nobody...].filter { counts[Int($0)] }
        }
        return Kept(
            files: files,
            rowsOfFile: files.map { range(ofFile: $0).count - self.files[$0].leftOut },
            pseudonyms: persons,
            rowsPerPerson: runs,
            rowCount: kept.count,
            columns: columns(of: kept, ordinal: ordinal)
        )
    }

    private func columns(
        of kept: [UInt32],
        ordinal: [UInt32]
    ) -> [(name: String, values: @Sendable (Range<Int>) -> [UInt32])] {
        let rows = rows
        let group = self
        let isOne = files.count == 1
        let delivery: @Sendable (Range<Int>) -> [UInt32] = { range in
            kept[range].map { isOne ? 0 : ordinal[group.file(ofRow: Int($0))] }
        }
        return [("delivery", delivery)]
            + layout.stored.flatMap { name, place in
                DeliveryGroup.columns(name, place, of: rows, kept: kept)
            }
    }

    /// A column as numbers of 32 bits; one of 64 bits makes two, its upper half last.
    private static func columns(
        _ name: String,
        _ place: RowLayout.Place,
        of rows: ScannedRows,
        kept: [UInt32]
    ) -> [(name: String, values: @Sendable (Range<Int>) -> [UInt32])] {
        switch place {
        case .small(let slot):
            [(name, { @Sendable range in kept[range].map { UInt32(rows.small[slot][Int($0)]) } })]
        case .wide(let slot):
            [(name, { @Sendable range in kept[range].map { UInt32(rows.wide[slot][Int($0)]) } })]
        case .long(let slot):
            [
                (
                    name,
                    { @Sendable range in
                        kept[range].map {
                            UInt32(truncatingIfNeeded: rows.long[slot][Int($0)])
                        }
                    }
                ),
                (
                    name + "High",
                    { @Sendable range in
                        kept[range].map { UInt32(rows.long[slot][Int($0)] >> 32) }
                    }
                ),
            ]
        case .none, .number: []
        }
    }
}
