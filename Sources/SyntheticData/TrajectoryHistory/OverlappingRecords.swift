/// Trajectories that their provider registered as two overlapping records.
///
/// The first record begins with the trajectory and ends somewhere before its end; the second
/// begins no later than the first ends, and goes on to the end. In every half-year the two merge
/// to the trajectory, and nothing else does.
extension TrajectoryHistory {
    mutating func splitRecords(
        between first: Int32,
        and last: Int32,
        population: Population,
        perMille: Int,
        seed: UInt64
    ) {
        for number in trajectories.indices {
            let trajectory = trajectories[number]
            let from = max(trajectory.start, first)
            let until = min(trajectory.end, last)
            let child = population.children[Int(trajectory.child)]
            let middle = (from + until) / 2
            // A record that starts at 23 or later is left out: nobody may start the second so late.
            guard until - from >= 40, child.isKnown, middle - child.birth < 22 * 365 else {
                continue
            }
            var choice = Mixed(seed, number, .split)
            guard choice.take(1000) < perMille else { continue }
            setRecords(
                number,
                firstEnd: middle + Int32(choice.take(Int(until - middle))),
                secondStart: from + 1 + Int32(choice.take(Int(middle - from) - 1))
            )
        }
    }
}
