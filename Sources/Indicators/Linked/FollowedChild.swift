/// A child from the day on which it is followed: one for each cell in which it counts.
///
/// The day is the first in the period on which something happened that belongs to the cell; of what
/// happened on that day a known municipality goes first, then the highest municipality and holder,
/// so that the order of rows does not matter.
struct FollowedChild: Sendable {
    let person: UInt32
    /// The cell of the table without the axes of help.
    let cell: Int
    let day: UInt16
    let holder: UInt16
    let municipality: UInt16

    /// Whether this one counts and not another of the same person and cell.
    func comes(before other: FollowedChild) -> Bool {
        if day != other.day { return day < other.day }
        return (municipality == 0 ? 0 : 1, municipality, holder)
            > (other.municipality == 0 ? 0 : 1, other.municipality, other.holder)
    }

    /// The children of a period, each cell of each person once, in the order of persons.
    static func first(of found: [FollowedChild]) -> [FollowedChild] {
        var chosen: [UInt64: FollowedChild] = [:]
        for child in found {
            let key = UInt64(child.person) << 32 | UInt64(child.cell)
            if let known = chosen[key], !child.comes(before: known) { continue }
            chosen[key] = child
        }
        return chosen.sorted { $0.key < $1.key }.map(\.value)
    }
}
