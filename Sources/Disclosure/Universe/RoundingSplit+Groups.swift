extension RoundingSplit {
    /// The free cells of each group, those that are up first, and how a sweep goes over them.
    struct Groups {
        /// The free cells, group by group.
        private var members: [Int32] = []
        /// Where each group begins.
        private var starts: [Int32] = [0]
        /// How many of each group are up; they stand first.
        private var ups: [Int32] = []
        /// How many of each group must be up at least; `nil` where the number is given.
        private var least: [Int32]?

        /// Puts cells in groups and begins: those nearest to their upper side go up.
        ///
        /// `nil` where a demand cannot be met. A group in which too much is kept is drawn again.
        init?(
            _ leaves: inout [Leaf],
            _ demand: Demand,
            base: Int32,
            stream: inout KeyedStream,
            isUp: inout [Bool]
        ) {
            let groupCount = Int(leaves.map(\.group).max() ?? -1) + 1
            var own = [[Int32]](repeating: [], count: groupCount)
            for index in leaves.indices { own[Int(leaves[index].group)].append(Int32(index)) }
            var least: [Int32] = []
            for group in 0..<groupCount {
                guard
                    let (count, floor) = Groups.wanted(
                        own[group],
                        &leaves,
                        demand,
                        group: group,
                        base: base,
                        stream: &stream
                    )
                else { return nil }
                var free = own[group].filter { leaves[Int($0)].isFree }
                Groups.draw(count, of: &free, leaves, stream: &stream)
                for member in free.prefix(count) { isUp[Int(member)] = true }
                members += free
                starts.append(Int32(members.count))
                ups.append(Int32(count))
                least.append(Int32(floor))
            }
            if case .exactly = demand { self.least = nil } else { self.least = least }
        }

        /// Puts those that go up first: a systematic sample in the order of the kinds from a start
        /// that the key gives, each with a chance that grows with its distance to the lower side.
        ///
        /// In that order every total begins close to its true count (Madow, "On the theory of
        /// systematic sampling, II", Annals of Mathematical Statistics 20 (1949) 333–354).
        private static func draw(
            _ count: Int,
            of free: inout [Int32],
            _ leaves: [Leaf],
            stream: inout KeyedStream
        ) {
            guard count > 0, count < free.count else { return }
            let weights = free.map { Int(leaves[Int($0)].value - leaves[Int($0)].low) }
            let total = max(1, weights.reduce(0, +))
            var next = stream.below(total)
            var sum = 0
            var chosen: [Int32] = []
            var others: [Int32] = []
            for (member, weight) in zip(free, weights) {
                sum += weight * count
                if sum > next, chosen.count < count {
                    chosen.append(member)
                    next += total
                } else {
                    others.append(member)
                }
            }
            free = chosen + others
        }

        /// How many free cells of a group go up, and the least that must.
        private static func wanted(
            _ own: [Int32],
            _ leaves: inout [Leaf],
            _ demand: Demand,
            group: Int,
            base: Int32,
            stream: inout KeyedStream
        ) -> (count: Int, least: Int)? {
            for attempt in 0..<2 {
                if attempt == 1 {
                    for index in own where leaves[Int(index)].isKept {
                        leaves[Int(index)].redraw(base: base)
                    }
                }
                let low = own.reduce(Int32(0)) { $0 + leaves[Int($1)].low }
                let free = own.count { leaves[Int($0)].isFree }
                let rest = own.reduce(Int32(0)) { sum, index in
                    let leaf = leaves[Int(index)]
                    return sum + (leaf.isFree ? leaf.value - leaf.low : 0)
                }
                let fair = min(free, Int((rest + Int32(stream.below(Int(base)))) / base))
                switch demand {
                case .none: return (fair, 0)
                case .exactly(let sums):
                    let wanted = sums[group] - low
                    guard wanted % base == 0, wanted >= 0, Int(wanted / base) <= free else {
                        continue
                    }
                    return (Int(wanted / base), 0)
                case .atLeast(let sums):
                    let wanted = max(0, Int((sums[group] - low + base - 1) / base))
                    guard wanted <= free else { continue }
                    return (max(wanted, fair), wanted)
                }
            }
            return nil
        }

        /// Goes over all groups once and offers changes.
        ///
        /// - Parameters:
        ///   - turn: turns one cell, or two against each other; whether it was accepted.
        ///   - chance: a number below a bound.
        mutating func sweep(_ turn: (Int, Int?) -> Bool, chance: (Int) -> Int) {
            for group in 0..<ups.count {
                let start = Int(starts[group])
                let size = Int(starts[group + 1]) - start
                guard size > 0 else { continue }
                let pairs = min(Int(ups[group]), size - Int(ups[group]))
                for _ in 0..<pairs {
                    let up = Int(ups[group])
                    guard up > 0, up < size else { break }
                    let one = start + chance(up)
                    let other = start + up + chance(size - up)
                    if turn(Int(members[one]), Int(members[other])) { members.swapAt(one, other) }
                }
                guard let least else { continue }
                for _ in 0..<size {
                    let up = Int(ups[group])
                    let place = chance(size)
                    if place < up {
                        guard up > Int(least[group]) else { continue }
                        if turn(Int(members[start + place]), nil) {
                            members.swapAt(start + place, start + up - 1)
                            ups[group] -= 1
                        }
                    } else if turn(Int(members[start + place]), nil) {
                        members.swapAt(start + place, start + up)
                        ups[group] += 1
                    }
                }
            }
        }
    }
}

extension RoundingSplit.Leaf {
    /// Gives up what was kept: the cell is decided anew.
    mutating func redraw(base: Int32) {
        isKept = false
        low = value / base * base
        isFree = value % base != 0
    }
}
