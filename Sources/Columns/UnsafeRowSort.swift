/// The scatter and the insertion behind ``RowOrder``.
enum UnsafeRowSort {
    /// Runs up to this length are sorted by insertion.
    private static let shortRun = 64

    static func sort(
        persons: [UInt32],
        keys: [UInt64],
        starts: [UInt32],
        workers: Workers
    ) throws -> [UInt32] {
        var next = starts
        var rows = [UInt32](repeating: 0, count: persons.count)
        for row in persons.indices {
            let person = persons[row] == Numbering.nobody ? starts.count - 1 : Int(persons[row])
            rows[Int(next[person])] = UInt32(row)
            next[person] += 1
        }
        // SAFETY: each piece of work sorts the runs of its own persons, which do not overlap.
        try unsafe rows.withUnsafeMutableBufferPointer { buffer in
            let shared = unsafe SharedRows(start: buffer.baseAddress)
            let ranges = Workers.ranges(of: starts.count - 1, pieces: workers.cores * 4)
            _ = try workers.map(starts.count > 1 ? ranges.count : 0) { piece in
                for person in ranges[piece] {
                    let range = Int(starts[person])..<Int(starts[person + 1])
                    guard range.count > 1, let start = unsafe shared.start else { continue }
                    guard range.count <= shortRun else {
                        // A number used for many children would make insertion quadratic.
                        let sorted = range.map { unsafe start[$0] }.sorted {
                            (keys[Int($0)], $0) < (keys[Int($1)], $1)
                        }
                        for (offset, row) in sorted.enumerated() {
                            unsafe start[range.lowerBound + offset] = row
                        }
                        continue
                    }
                    for upper in range.dropFirst() {
                        let moving = unsafe start[upper]
                        let key = keys[Int(moving)]
                        var hole = upper
                        while hole > range.lowerBound, key < keys[Int(unsafe start[hole - 1])] {
                            unsafe start[hole] = start[hole - 1]
                            hole -= 1
                        }
                        unsafe start[hole] = moving
                    }
                }
            }
        }
        return rows
    }

    /// A pointer that several workers may use, each within its own range.
    @safe private struct SharedRows: @unchecked Sendable {
        // SAFETY: `@unchecked Sendable` is right because the runs of persons do not overlap, so no
        // two workers touch the same element, and the array outlives the call.
        let start: UnsafeMutablePointer<UInt32>?
    }
}
