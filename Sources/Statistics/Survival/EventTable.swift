/// Persons at risk, events and censorings at each distinct time.
///
/// A person is at risk after its entry and up to and with its time; events at a time come before
/// censorings at that time. Times are compared as they are: ties are exact, never moved.
public struct EventTable: Sendable, Equatable {
    /// One distinct time of leaving.
    public struct Row: Sendable, Equatable {
        /// The time.
        public let time: Double
        /// Persons at risk just before it.
        public let atRisk: Double
        /// Events of each cause, from cause 1 on.
        public let events: [Double]
        /// Persons whose follow-up ends without an event.
        public let censored: Double
        /// Events of all causes.
        public var allEvents: Double { events.reduce(0, +) }
    }

    /// The times, rising.
    public let rows: [Row]

    /// Counts persons.
    ///
    /// - Parameters:
    ///   - times: end of follow-up.
    ///   - causes: 0 for censored, else a cause from 1 on.
    ///   - entries: start of follow-up, before its time; 0 risk before it. All from the start when
    ///     not given.
    ///   - causeCount: how many causes there are.
    public init(times: [Double], causes: [Int], entries: [Double]? = nil, causeCount: Int = 1) {
        let order = times.indices.sorted { times[$0] < times[$1] }
        let entered = (entries ?? []).sorted()
        var rows: [Row] = []
        var place = 0
        var inside = 0
        while place < order.count {
            let time = times[order[place]]
            var events = Array(repeating: 0.0, count: causeCount)
            var censored = 0.0
            var end = place
            while end < order.count, times[order[end]] == time {
                let cause = causes[order[end]]
                if cause > 0 { events[cause - 1] += 1 } else { censored += 1 }
                end += 1
            }
            while inside < entered.count, entered[inside] < time { inside += 1 }
            let atRisk = (entries == nil ? times.count : inside) - place
            rows.append(
                Row(time: time, atRisk: Double(atRisk), events: events, censored: censored)
            )
            place = end
        }
        self.rows = rows
    }
}
