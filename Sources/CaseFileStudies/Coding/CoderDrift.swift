public import Definitions
public import Statistics

/// *Verloop*: whether a coder agrees less with the others as time goes by.
///
/// The double readings of a coder are put in order of day and cut in halves; the share of choices
/// on which the other coder said the same is compared between them (Newcombe's interval, which
/// takes answers within a file as independent and is therefore too narrow, as the text says).
public struct CoderDrift: Sendable, Equatable {
    /// The coder.
    public let coder: String
    /// Double readings.
    public let files: Int
    /// The share that agreed in the first half.
    public let early: Double?
    /// The share that agreed in the second half.
    public let late: Double?
    /// The interval of late − early.
    public let change: Interval?

    /// The drift of every coder with double readings, by code.
    public static func all(_ state: StudyState, _ instrument: Instrument) -> [CoderDrift] {
        let pairs = DoubleReading.all(state)
        let coders = Set(pairs.flatMap { [$0.first.coder, $0.second.coder] }).sorted()
        return coders.map { coder in
            let own = pairs.filter { [$0.first.coder, $0.second.coder].contains(coder) }
                .sorted { left, right in
                    let days = [left, right].map {
                        $0.first.coder == coder ? $0.first.day : $0.second.day
                    }
                    return (days[0], left.file) < (days[1], right.file)
                }
            let half = (own.count + 1) / 2
            let early = counts(own.prefix(half), instrument)
            let late = counts(own.dropFirst(half), instrument)
            let isKnown = early.asked > 0 && late.asked > 0
            return CoderDrift(
                coder: coder,
                files: own.count,
                early: early.asked > 0 ? early.same / early.asked : nil,
                late: late.asked > 0 ? late.same / late.asked : nil,
                change: isKnown
                    ? ProportionDifference.newcombe.limits(
                        late.same,
                        of: late.asked,
                        early.same,
                        of: early.asked
                    ) : nil
            )
        }
    }

    private static func counts(
        _ pairs: some Sequence<DoubleReading>,
        _ instrument: Instrument
    ) -> (same: Double, asked: Double) {
        var same = 0.0
        var asked = 0.0
        for pair in pairs {
            for item in instrument.items where item.kind == .choice {
                guard let first = pair.first.answers[item.id],
                    let second = pair.second.answers[item.id]
                else { continue }
                asked += 1
                if first.value == second.value { same += 1 }
            }
        }
        return (same, asked)
    }
}
