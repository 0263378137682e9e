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
        public let columns: [Column]
    }

    /// A column that is stored, with the values of a range of rows.
    public typealias Column = (name: String, values: @Sendable (Range<Int>) -> [UInt32])

    /// Chooses the records to be stored.
    ///
    /// Columns that no approved indicator uses (postcode, perspective) are not among
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
            kept = order.entries.indices.map { UInt32($0) }
            runs = zip(order.starts, order.starts.dropFirst()).map { $1 - $0 }
            persons = pseudonyms
        } else {
            let isOut = leftOutRows(ordinal)
            kept.reserveCapacity(rows.count)
            runs.reserveCapacity(pseudonyms.count)
            persons.reserveCapacity(pseudonyms.count)
            for person in pseudonyms.indices {
                let before = kept.count
                for place in order.starts[person]..<order.starts[person + 1] {
                    let row = order.row(at: Int(place))
                    if isOut[row >> 6] & 1 << UInt64(row & 63) == 0 { kept.append(place) }
                }
                guard kept.count > before else { continue }
                runs.append(UInt32(kept.count - before))
                persons.append(pseudonyms[person])
            }
            for place in Int(order.starts[pseudonyms.count])..<order.entries.count {
                let row = order.row(at: place)
                if isOut[row >> 6] & 1 << UInt64(row & 63) == 0 { kept.append(UInt32(place)) }
            }
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

    /// A bit for each row that is not kept: left out by a rule, or of a file that is refused.
    ///
    /// Bits, because they are looked up in the order of persons and must stay near.
    private func leftOutRows(_ ordinal: [UInt32]) -> [UInt64] {
        var isOut = [UInt64](repeating: 0, count: rows.count / 64 + 1)
        for index in files.indices {
            let isRefused = ordinal[index] == .max
            for row in range(ofFile: index) where isRefused || isLeftOut(row) {
                isOut[row >> 6] |= 1 << UInt64(row & 63)
            }
        }
        return isOut
    }

    /// The columns to be stored, at the places kept.
    private func columns(of kept: [UInt32], ordinal: [UInt32]) -> [Column] {
        let entries = order.entries
        let fileOfRow = fileOfRow
        let delivery: Column = (
            "delivery",
            { @Sendable range in
                guard !fileOfRow.isEmpty else { return Array(repeating: 0, count: range.count) }
                return kept[range].map {
                    ordinal[Int(fileOfRow[Int(entries[Int($0)].row)])]
                }
            }
        )
        return [delivery]
            + layout.stored.flatMap { name, place in
                DeliveryGroup.carried(name, place, entries, kept, rows)
                    ?? DeliveryGroup.columns(name, place, of: rows, entries, kept)
            }
    }

    /// A column of which the entries carry the values, or `nil`.
    private static func carried(
        _ name: String,
        _ place: RowLayout.Place,
        _ entries: [RowOrder.Entry],
        _ kept: [UInt32],
        _ rows: ScannedRows
    ) -> [Column]? {
        switch place {
        case .small(0): [(name, { @Sendable range in kept[range].map { entries[Int($0)].code } })]
        case .small(RowLayout.referrerSlot):
            [(name, { @Sendable range in kept[range].map { entries[Int($0)].referrer } })]
        case .small(RowLayout.reasonSlot):
            [(name, { @Sendable range in kept[range].map { entries[Int($0)].reason } })]
        case .small(RowLayout.sexSlot):
            [(name, { @Sendable range in kept[range].map { entries[Int($0)].sex } })]
        // Where measures are taken over, an entry has the first day of the segment.
        case .wide(0) where !rows.wide[3].contains { $0 != PackedDay.absent }:
            [(name, { @Sendable range in kept[range].map { entries[Int($0)].from } })]
        case .wide(1): [(name, { @Sendable range in kept[range].map { entries[Int($0)].end } })]
        case .wide(4): [(name, { @Sendable range in kept[range].map { entries[Int($0)].birth } })]
        default: nil
        }
    }

    /// A column as numbers of 32 bits; one of 64 bits makes two, its upper half last.
    private static func columns(
        _ name: String,
        _ place: RowLayout.Place,
        of rows: ScannedRows,
        _ entries: [RowOrder.Entry],
        _ kept: [UInt32]
    ) -> [Column] {
        // A column that the files lack, or in which nothing stands, need not be looked up.
        let nothing: @Sendable (Range<Int>) -> [UInt32] = { Array(repeating: 0, count: $0.count) }
        switch place {
        case .small(let slot):
            let column = rows.small[slot]
            guard column.contains(where: { $0 != 0 }) else { return [(name, nothing)] }
            return [
                (
                    name,
                    { @Sendable range in
                        kept[range].map { UInt32(column[Int(entries[Int($0)].row)]) }
                    }
                )
            ]
        case .wide(let slot):
            let column = rows.wide[slot]
            guard column.contains(where: { $0 != 0 }) else { return [(name, nothing)] }
            return [
                (
                    name,
                    { @Sendable range in
                        kept[range].map { UInt32(column[Int(entries[Int($0)].row)]) }
                    }
                )
            ]
        case .long(let slot):
            let column = rows.long[slot]
            return [
                (
                    name,
                    { @Sendable range in
                        kept[range].map {
                            UInt32(truncatingIfNeeded: column[Int(entries[Int($0)].row)])
                        }
                    }
                ),
                (
                    name + "High",
                    { @Sendable range in
                        kept[range].map { UInt32(column[Int(entries[Int($0)].row)] >> 32) }
                    }
                ),
            ]
        case .none, .number: return []
        }
    }
}
