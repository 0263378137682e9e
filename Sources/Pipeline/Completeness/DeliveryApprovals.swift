public import Domain
public import Store

/// *Goedkeuring en vergrendeling*: what the audit log says of deliveries, by holder and half-year.
///
/// A delivery is approved in a vintage; a later vintage is to be approved anew. What is locked takes
/// no redelivery until it is unlocked.
public struct DeliveryApprovals: Sendable {
    /// A source, holder and half-year.
    public struct Place: Hashable, Sendable {
        /// The source.
        public let source: String
        /// The holder.
        public let holder: String
        /// The half-year.
        public let period: ReportingPeriod

        /// Creates a place.
        public init(source: String, holder: String, period: ReportingPeriod) {
            self.source = source
            self.holder = holder
            self.period = period
        }

        init?(_ facts: [String: String]) {
            guard let source = facts["source"], let holder = facts["holder"],
                let period = facts["period"].flatMap({ ReportingPeriod($0) })
            else { return nil }
            self.init(source: source, holder: holder, period: period)
        }
    }

    /// Who did something, and when.
    public struct Word: Sendable, Equatable {
        /// Who.
        public let by: String
        /// When.
        public let at: UTCInstant
    }

    private var approved: [Place: (vintage: Int, word: Word)] = [:]
    private var locked: [Place: Word] = [:]

    /// Reads the log.
    public init(_ lines: [AuditLine]) {
        for line in lines {
            guard let place = Place(line.event.facts) else { continue }
            let word = Word(by: line.event.actor, at: line.at)
            switch line.event.kind {
            case .deliveryApproval:
                guard let vintage = line.event.facts["vintage"].flatMap({ Int($0) }) else {
                    continue
                }
                approved[place] = (vintage, word)
            case .deliveryLock: locked[place] = word
            case .deliveryUnlock: locked[place] = nil
            default: continue
            }
        }
    }

    /// Who approved a vintage, or `nil`.
    public func approval(of place: Place, vintage: Int) -> Word? {
        approved[place].flatMap { $0.vintage == vintage ? $0.word : nil }
    }

    /// Who locked a place, or `nil` when it is open.
    public func lock(on place: Place) -> Word? { locked[place] }
}
