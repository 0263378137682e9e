public import Domain
public import Store

/// *Datalek*: a personal data breach and the 72 hours within which it is notified.
///
/// AVG (GDPR), article 33.
public struct BreachClock: Sendable, Equatable {
    /// A step of the procedure.
    public enum Step: String, CaseIterable, Sendable {
        /// Somebody found it: the clock starts.
        case found
        /// What it was, whose data, how many, and with what effect was written down.
        case assessed
        /// It was stopped.
        case contained
        /// The supervisory authority was notified.
        case notified
        /// The persons it concerns were told, through the holders.
        case told
        /// It was decided that there is no risk, so that nobody is notified; with the reason.
        case noRisk = "no-risk"
        /// It is dealt with.
        case closed
    }

    /// Hours within which the authority is notified after the breach became known.
    public static let hours = 72

    /// The number.
    public let id: Int
    /// When it became known.
    public let found: UTCInstant
    /// The steps taken, in their order.
    public internal(set) var steps: [(step: Step, at: UTCInstant)]

    /// The last moment for notification.
    public var deadline: UTCInstant { found.advanced(hours: BreachClock.hours) }

    /// When it was notified, or decided that there is nothing to notify.
    public var answered: UTCInstant? {
        steps.first { $0.step == .notified || $0.step == .noRisk }?.at
    }

    /// Whether it was, or is, answered too late.
    public func isLate(at now: UTCInstant) -> Bool { (answered ?? now) > deadline }

    /// Whole hours left, negative when they are over; `nil` once it was answered.
    public func hoursLeft(at now: UTCInstant) -> Int? {
        guard answered == nil else { return nil }
        let seconds = deadline.seconds - now.seconds
        return Int((Double(seconds) / 3600).rounded(.down))
    }

    /// The breaches in a log, by their numbers.
    public static func all(in lines: [AuditLine]) -> [BreachClock] {
        var clocks: [BreachClock] = []
        for line in lines where line.event.kind == .breach {
            guard let step = line.event.facts["step"].flatMap(Step.init(rawValue:)) else {
                continue
            }
            if step == .found {
                let known = line.event.facts["known"].flatMap { UTCInstant($0) }
                clocks.append(
                    BreachClock(
                        id: clocks.count + 1,
                        found: known ?? line.at,
                        steps: [(step, line.at)]
                    )
                )
            } else if let id = line.event.facts["breach"].flatMap({ Int($0) }),
                clocks.indices.contains(id - 1)
            {
                clocks[id - 1].steps.append((step, line.at))
            }
        }
        return clocks
    }

    /// The same number and the same steps at the same times.
    public static func == (left: BreachClock, right: BreachClock) -> Bool {
        left.id == right.id && left.found == right.found
            && left.steps.map(\.step) == right.steps.map(\.step)
            && left.steps.map(\.at) == right.steps.map(\.at)
    }
}
