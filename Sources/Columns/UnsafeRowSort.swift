/// The scatter and the insertion behind ``RowOrder``.
enum UnsafeRowSort {
    /// Runs up to this length are sorted by insertion.
    private static let shortRun = 64

    /// Puts rows into the places of their persons and sorts each person's.
    ///
    /// Each worker owns a range of persons: it passes over all rows, puts down those of its own,
    /// and sorts them while they are near.
    static func sort(
        persons: [UInt32],
        keys: [UInt64],
        marks: [UInt32],
        starts: [UInt32],
        workers: Workers
    ) throws -> [RowOrder.Entry] {
        let count = persons.count
        let nobody = starts.count - 1
        let ranges = Workers.ranges(of: starts.count, pieces: workers.cores)
        return try unsafe [RowOrder.Entry](unsafeUninitializedCapacity: count) { buffer, filled in
            let shared = unsafe SharedEntries(start: buffer.baseAddress)
            _ = try workers.map(ranges.count) { piece in
                guard count > 0, let out = unsafe shared.start else { return }
                let own = ranges[piece]
                var next = Array(starts[own])
                for row in 0..<count {
                    let person =
                        persons[row] == Numbering.nobody ? nobody : Int(persons[row])
                    guard own.contains(person) else { continue }
                    let place = next[person - own.lowerBound]
                    next[person - own.lowerBound] = place + 1
                    // SAFETY: the places of a person begin at its start and are as many as its
                    // rows, so each of the `count` places is written once, by one worker.
                    unsafe out[Int(place)] = RowOrder.Entry(
                        key: keys[row],
                        row: UInt32(row),
                        mark: marks.isEmpty ? 0 : marks[row]
                    )
                }
                for person in own where person < nobody {
                    let range = Int(starts[person])..<Int(starts[person + 1])
                    // SAFETY: the entries of this worker's own persons, all written above.
                    if range.count > 1 { unsafe sort(out, range) }
                }
            }
            filled = count
        }
    }

    /// Sorts a run by key; entries with equal keys stand by row already.
    @inline(__always)
    private static func sort(_ entries: UnsafeMutablePointer<RowOrder.Entry>, _ range: Range<Int>) {
        guard range.count <= shortRun else {
            // A number used for many children would make insertion quadratic.
            let sorted = range.map { unsafe entries[$0] }.sorted {
                ($0.key >> 8, $0.row) < ($1.key >> 8, $1.row)
            }
            for (place, entry) in zip(range, sorted) { unsafe entries[place] = entry }
            return
        }
        for upper in range.dropFirst() {
            let moving = unsafe entries[upper]
            var hole = upper
            while hole > range.lowerBound, unsafe entries[hole - 1].key >> 8 > moving.key >> 8 {
                unsafe entries[hole] = entries[hole - 1]
                hole -= 1
            }
            unsafe entries[hole] = moving
        }
    }

    /// A pointer that several workers may use, each within its own range.
    @safe private struct SharedEntries: @unchecked Sendable {
        // SAFETY: `@unchecked Sendable` is right because the places of persons do not overlap, so
        // no two workers touch the same element, and the array outlives the call.
        let start: UnsafeMutablePointer<RowOrder.Entry>?
    }
}
