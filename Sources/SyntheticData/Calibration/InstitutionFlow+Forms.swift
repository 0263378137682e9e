import Domain

// Which forms run in the anchor half-year.
extension InstitutionFlow {
    /// Changes the form of some trajectories until the anchor half-year has each form as often as
    /// given.
    mutating func matchForms(_ wanted: [Int]) throws(PlanError) {
        let first = flow.anchor.start.number
        let last = flow.anchor.end.number
        var inAnchor = (othersCount..<history.trajectories.count).filter {
            history.trajectories[$0].runs(from: first, to: last)
        }
        random.shuffle(&inAnchor)
        var surplus = wanted.map { -$0 }
        for number in inAnchor { surplus[Int(history.trajectories[number].form)] += 1 }
        for number in inAnchor {
            let trajectory = history.trajectories[number]
            guard surplus[Int(trajectory.form)] > 0,
                let other = surplus.indices.first(where: { form in
                    surplus[form] < 0 && fits(trajectory, form)
                })
            else { continue }
            history.setForm(number, UInt8(other))
            surplus[Int(trajectory.form)] -= 1
            surplus[other] += 1
        }
        guard surplus.allSatisfy({ $0 == 0 }) else { throw .flow(flow.anchor, "forms") }
    }

    private func fits(_ trajectory: Trajectory, _ form: Int) -> Bool {
        let child = Int(trajectory.child)
        let bounds = flow.parameters.forms[form]
        // Young adults and the unborn keep what they have; others may be a little outside.
        return !history.has(child: child, form: UInt8(form), holder: trajectory.holder)
            && population.fits(
                child,
                startingOn: trajectory.start,
                ageLow: bounds.ageLow,
                ageHigh: bounds.ageHigh
            )
    }
}
