/// Rows put together by person and, within a person, in the order of a sort key.
///
/// A counting sort over the persons, then insertion within each; rows of nobody come last, in
/// their own order. Rows with equal keys keep the order in which they stood.
public struct RowOrder: Sendable {
    /// A row in its place, with what was said of it, so that whoever walks the order need not go
    /// back to columns in which the rows of a person lie far apart.
    public struct Entry: BitwiseCopyable, Sendable, Equatable {
        /// The sort key within the person; its lowest byte takes no part in the order.
        public let key: UInt64
        /// The row.
        public let row: UInt32
        /// What the caller wants to find beside the row; it takes no part in the order.
        public let mark: UInt32

        init(key: UInt64, row: UInt32, mark: UInt32) {
            self.key = key
            self.row = row
            self.mark = mark
        }
    }

    /// The rows in order.
    public let rows: [UInt32]

    /// For each person where its rows begin in ``rows``, and as last entry where nobody's begin.
    public let starts: [UInt32]

    /// Orders rows.
    ///
    /// - Parameters:
    ///   - persons: for each row its person below `personCount`, or ``Numbering/nobody``.
    ///   - personCount: how many persons there are.
    ///   - keys: for each row its sort key within the person; the lowest byte is carried along only.
    ///   - workers: the cores to sort on.
    /// - Throws: what a worker throws; sorting itself throws nothing.
    /// - Complexity: O(*n*) for short runs.
    public init(persons: [UInt32], personCount: Int, keys: [UInt64], workers: Workers) throws {
        let (starts, entries) = try RowOrder.entries(
            persons: persons,
            personCount: personCount,
            keys: keys,
            marks: [],
            workers: workers
        )
        self.init(entries, starts: starts)
    }

    /// Keeps only the rows of entries that ``entries(persons:personCount:keys:marks:workers:)``
    /// put in order.
    public init(_ entries: [Entry], starts: [UInt32]) {
        rows = entries.map(\.row)
        self.starts = starts
    }

    /// Orders rows and gives them with their keys and marks.
    ///
    /// - Parameters:
    ///   - persons: for each row its person below `personCount`, or ``Numbering/nobody``.
    ///   - personCount: how many persons there are.
    ///   - keys: for each row its sort key within the person; the lowest byte is carried along only.
    ///   - marks: for each row what to carry along, or nothing for 0 in all.
    ///   - workers: the cores to sort on.
    /// - Returns: where the rows of each person begin, nobody's last, and the entries in order.
    /// - Throws: what a worker throws; sorting itself throws nothing.
    /// - Complexity: O(*n*) for short runs.
    public static func entries(
        persons: [UInt32],
        personCount: Int,
        keys: [UInt64],
        marks: [UInt32],
        workers: Workers
    ) throws -> (starts: [UInt32], entries: [Entry]) {
        precondition(persons.count == keys.count)
        precondition(marks.isEmpty || marks.count == keys.count)
        let starts = try starts(of: persons, count: personCount, workers: workers)
        let entries = try UnsafeRowSort.sort(
            persons: persons,
            keys: keys,
            marks: marks,
            starts: starts,
            workers: workers
        )
        return (starts, entries)
    }

    /// For each person where its rows begin, and where nobody's do.
    ///
    /// Each worker counts the rows of its own range of persons.
    private static func starts(
        of persons: [UInt32],
        count: Int,
        workers: Workers
    ) throws -> [UInt32] {
        let ranges = Workers.ranges(of: count, pieces: workers.cores)
        let counts = try workers.map(count > 0 ? ranges.count : 0) { piece in
            let own = UInt32(ranges[piece].lowerBound)..<UInt32(ranges[piece].upperBound)
            var counts = [UInt32](repeating: 0, count: own.count)
            // Nobody is the largest number of all, so that it lies in no range.
            for person in persons where own.contains(person) {
                counts[Int(person - own.lowerBound)] += 1
            }
            return counts
        }
        var starts: [UInt32] = []
        starts.reserveCapacity(count + 1)
        var sum: UInt32 = 0
        for part in counts {
            for own in part {
                starts.append(sum)
                sum += own
            }
        }
        starts.append(sum)
        return starts
    }
}
