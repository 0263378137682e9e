extension Workers {
    /// An array whose ranges are filled by several workers at once, without a copy afterwards.
    ///
    /// - Parameters:
    ///   - count: how many values there will be.
    ///   - piece: how many values a worker fills at a time.
    ///   - fill: appends the values of a range, in order; exactly as many as the range is long.
    /// - Returns: the values of all ranges.
    /// - Throws: what `fill` throws.
    @inlinable
    public func filled<Value: BitwiseCopyable & Sendable>(
        _ count: Int,
        piece: Int = 131_072,
        _ fill: @Sendable (Range<Int>, inout OutputSpan<Value>) throws -> Void
    ) throws -> [Value] {
        guard count > 0 else { return [] }
        let ranges = Workers.ranges(of: count, pieces: (count + piece - 1) / piece)
        return try unsafe [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            let shared = unsafe SharedRoom(room: buffer)
            _ = try map(ranges.count) { index in
                let range = ranges[index]
                // SAFETY: the ranges do not overlap, so each element is written by one worker.
                let own = unsafe UnsafeMutableBufferPointer(rebasing: shared.room[range])
                var span = unsafe OutputSpan(buffer: own, initializedCount: 0)
                try fill(range, &span)
                let written = unsafe span.finalize(for: own)
                precondition(written == range.count, "a range was not filled")
            }
            filled = count
        }
    }
}

/// Room that several workers may write to, each within its own range.
@safe @usableFromInline
struct SharedRoom<Value: BitwiseCopyable>: @unchecked Sendable {
    // SAFETY: `@unchecked Sendable` is right because no two workers touch the same element, and the
    // array outlives the call.
    @usableFromInline let room: UnsafeMutableBufferPointer<Value>

    @inlinable
    init(room: UnsafeMutableBufferPointer<Value>) {
        unsafe self.room = room
    }
}
