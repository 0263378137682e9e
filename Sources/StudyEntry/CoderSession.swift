import Definitions

/// *Leestijd*: how long a coder has read on end, and when a break is over.
struct CoderSession: Sendable {
    /// Where a coder stands.
    enum Standing: Sendable, Equatable {
        /// Reading, for so many minutes.
        case reading(minutes: Int)
        /// It is time for a break; so many minutes are left of it.
        case pause(minutesLeft: Int)
    }

    private let limit: Int64
    private let pause: Int64
    private var start: Int64?
    private var last: Int64 = 0
    private var pauseSince: Int64?

    init(_ care: EntryCare) {
        limit = Int64(care.sessionMinutes) * 60
        pause = Int64(care.breakMinutes) * 60
    }

    /// Where the coder stands at a time, in seconds.
    ///
    /// Who did nothing for as long as a break lasts had one. The break begins when the limit is
    /// noticed.
    mutating func stand(at now: Int64, isTyping: Bool) -> Standing {
        if let since = pauseSince {
            if now - since < pause {
                return isTyping
                    ? .reading(minutes: Int(limit / 60))
                    : .pause(minutesLeft: Int((pause - (now - since) + 59) / 60))
            }
            pauseSince = nil
            start = nil
        }
        if start == nil || now - last >= pause { start = now }
        last = now
        let read = now - (start ?? now)
        if read >= limit, !isTyping {
            pauseSince = now
            return .pause(minutesLeft: Int((pause + 59) / 60))
        }
        return .reading(minutes: Int(read / 60))
    }
}
