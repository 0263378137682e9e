import Synchronization

extension ScannedRows {
    /// The rows of the pieces of a file, one piece after another.
    ///
    /// Columns are put together one by one on the workers' cores, and the parts of each are given
    /// back as soon as it stands, so that no more than a few columns are in memory twice.
    ///
    /// - Parameters:
    ///   - pieces: the pieces, at least one; all with the same slots. They are emptied.
    ///   - workers: the cores to work on.
    /// - Returns: the rows of all pieces, with the first mistake in any.
    /// - Throws: what a worker throws; joining itself throws nothing.
    /// - Complexity: O(*n*), by copying.
    public static func joined(
        _ pieces: inout [ScannedRows],
        workers: Workers
    ) throws -> ScannedRows {
        guard pieces.count > 1 else { return pieces[0] }
        var all = ScannedRows(
            smallSlots: pieces[0].small.count,
            wideSlots: pieces[0].wide.count,
            longSlots: pieces[0].long.count
        )
        var before = 0
        for piece in pieces where all.mistake == nil {
            if let theirs = piece.mistake { all.mistake = (before + theirs.row, theirs.kind) }
            before += piece.count
        }
        all.senders = Array.flattened(take(&pieces, \.senders))
        var columns: [Parts?] = [
            .long(take(&pieces, \.hashes)), .numbers(take(&pieces, \.numbers)),
            .bytes(take(&pieces, \.flags)),
        ]
        for slot in all.wide.indices { columns.append(.wide(take(&pieces, \.wide[slot]))) }
        for slot in all.small.indices { columns.append(.bytes(take(&pieces, \.small[slot]))) }
        for slot in all.long.indices { columns.append(.long(take(&pieces, \.long[slot]))) }
        let waiting = Mutex(columns)
        let count = columns.count
        columns = []
        let made = try workers.map(count) { index in
            let parts = waiting.withLock { columns in
                defer { columns[index] = nil }
                return columns[index]
            }
            return parts?.joined()
        }
        for (index, column) in made.enumerated() {
            switch column {
            case .long(let parts) where index == 0: all.hashes = parts[0]
            case .long(let parts):
                all.long[index - 3 - all.wide.count - all.small.count] = parts[0]
            case .numbers(let parts): all.numbers = parts[0]
            case .wide(let parts): all.wide[index - 3] = parts[0]
            case .bytes(let parts) where index == 2: all.flags = parts[0]
            case .bytes(let parts): all.small[index - 3 - all.wide.count] = parts[0]
            case nil: preconditionFailure("each column is taken once")
            }
        }
        return all
    }

    private static func take<Value>(
        _ pieces: inout [ScannedRows],
        _ column: WritableKeyPath<ScannedRows, [Value]>
    ) -> [[Value]] {
        pieces.indices.map { index in
            var taken: [Value] = []
            swap(&taken, &pieces[index][keyPath: column])
            return taken
        }
    }

    /// The parts of one column, or the one they make.
    private enum Parts: Sendable {
        case long([[UInt64]])
        case numbers([[UInt32]])
        case wide([[UInt16]])
        case bytes([[UInt8]])

        func joined() -> Parts {
            switch self {
            case .long(let parts): .long([Array.flattened(parts)])
            case .numbers(let parts): .numbers([Array.flattened(parts)])
            case .wide(let parts): .wide([Array.flattened(parts)])
            case .bytes(let parts): .bytes([Array.flattened(parts)])
            }
        }
    }
}
