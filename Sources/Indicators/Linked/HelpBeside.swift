import Columns

/// The youth assistance of the children who are followed: what the second source knows of them.
struct HelpBeside: Sendable {
    /// A stretch of help.
    private struct Help: Sendable {
        let form: UInt8
        let start: UInt16
        /// The last day; 0 for help that is open.
        let end: UInt16
        /// Whether it stands in the records of the period itself.
        let isOfPeriod: Bool
    }

    /// What became of a child that is followed.
    struct Outcome: Sendable {
        /// The forms that ran on the day.
        let running: [UInt8]
        /// The first start of a form that did not, with the days until it; `nil` where none is seen.
        let start: (days: Int, form: UInt8)?
        /// For how many days the child is followed, the data reaching no farther.
        let followed: Int
    }

    private var ofPerson: [UInt32: [Help]] = [:]
    /// For each form its place among the forms, heaviest first.
    private let weight: [UInt8: Int]
    private let lastDay: UInt16

    /// Collects the help of some persons.
    ///
    /// - Parameters:
    ///   - persons: who are followed.
    ///   - halves: the records of the period first and then those of the half-years after it.
    ///   - heaviestFirst: the forms; of two that start on one day the heaviest counts.
    ///   - lastDay: the last day of the last of these half-years.
    init(
        of persons: Set<UInt32>,
        in halves: [PeriodRecords],
        heaviestFirst: [UInt8],
        lastDay: UInt16
    ) {
        for (number, records) in halves.enumerated() {
            for row in 0..<records.personRows where persons.contains(records.person[row]) {
                ofPerson[records.person[row], default: []].append(
                    Help(
                        form: records.code[row],
                        start: records.start[row],
                        end: records.end[row],
                        isOfPeriod: number == 0
                    )
                )
            }
        }
        weight = Dictionary(uniqueKeysWithValues: heaviestFirst.enumerated().map { ($1, $0) })
        self.lastDay = lastDay
    }

    /// What became of a child, as far as some forms are concerned.
    ///
    /// Help runs on the day that began before it and had not ended before it, by the records of the
    /// period. Records need no merging: those that overlap run together, and the first start of a
    /// form that does not run is the start of a group.
    func outcome(_ child: FollowedChild, forms: Set<UInt8>?, days: Int) -> Outcome {
        let own = (ofPerson[child.person] ?? []).filter { forms?.contains($0.form) ?? true }
        let running = Set(
            own.filter {
                $0.isOfPeriod && $0.start < child.day && ($0.end == 0 || $0.end >= child.day)
            }.map(\.form)
        )
        let followed = min(days, Int(lastDay) - Int(child.day))
        var start: (days: Int, form: UInt8)?
        for help in own where help.start >= child.day && !running.contains(help.form) {
            let after = Int(help.start) - Int(child.day)
            guard after <= followed else { continue }
            if let known = start,
                (known.days, weight[known.form] ?? .max) <= (after, weight[help.form] ?? .max)
            {
                continue
            }
            start = (after, help.form)
        }
        return Outcome(running: running.sorted(), start: start, followed: followed)
    }
}
