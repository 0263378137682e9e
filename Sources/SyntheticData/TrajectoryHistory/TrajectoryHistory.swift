/// Every trajectory of the country, and per child the way back through its trajectories.
///
/// A child never has two trajectories of one form at one provider, except on purpose: records of
/// the same child, provider and form that overlap are merged when counted, and then there would
/// be fewer trajectories than were made.
struct TrajectoryHistory {
    private(set) var trajectories: [Trajectory] = []
    private var latestOfChild: [Int32] = []
    private var previous: [Int32] = []

    /// Adds a trajectory and gives its number.
    @discardableResult
    mutating func append(_ trajectory: Trajectory) -> Int {
        let child = Int(trajectory.child)
        while latestOfChild.count <= child { latestOfChild.append(-1) }
        previous.append(latestOfChild[child])
        latestOfChild[child] = Int32(trajectories.count)
        trajectories.append(trajectory)
        return trajectories.count - 1
    }

    /// Whether the child already has a trajectory of the form at the provider.
    func has(child: Int, form: UInt8, holder: UInt16) -> Bool {
        guard child < latestOfChild.count else { return false }
        var at = latestOfChild[child]
        while at >= 0 {
            let trajectory = trajectories[Int(at)]
            if trajectory.form == form, trajectory.holder == holder { return true }
            at = previous[Int(at)]
        }
        return false
    }

    mutating func end(_ number: Int, on day: Int32, reason: UInt8) {
        trajectories[number].end = day
        trajectories[number].reason = reason
    }

    mutating func setForm(_ number: Int, _ form: UInt8) {
        trajectories[number].form = form
    }

    mutating func setRecords(_ number: Int, firstEnd: Int32, secondStart: Int32) {
        trajectories[number].firstRecordEnd = firstEnd
        trajectories[number].secondRecordStart = secondStart
    }
}
