/// Counters whose cells lie too far apart to be at hand: places to count at are gathered first and
/// counted a few thousand at a time.
///
/// Between the rows of a period nearly every cell is a new one. Counted one by one, the processor
/// waits for each; counted together, it fetches many at once.
struct GatheredCounts {
    /// The counts.
    ///
    /// Whole only after ``settle()``; a period has fewer than 2³² rows.
    private(set) var counts: [UInt32]
    private var waiting: [UInt32]
    private var used = 0

    init(count: Int) {
        counts = [UInt32](repeating: 0, count: count)
        waiting = [UInt32](repeating: 0, count: 4_096)
    }

    /// Counts one at a place, now or at the next settling.
    @inline(__always)
    mutating func add(_ place: Int) {
        if used == waiting.count { settle() }
        waiting[used] = UInt32(truncatingIfNeeded: place)
        used &+= 1
    }

    /// Counts what is waiting.
    mutating func settle() {
        for index in 0..<used { counts[Int(waiting[index])] &+= 1 }
        used = 0
    }
}
