import Columns
import Domain
import Linkage
import TestSupport

/// Two lists of fictive persons with known overlap: names, birth dates and places, some of them
/// spelt otherwise, some missing.
struct AlikeCountry {
    var names: [[UInt8]] = []
    var leftNames: [UInt32] = []
    var rightNames: [UInt32] = []
    var leftDays: [Int32] = []
    var rightDays: [Int32] = []
    var leftPlaces: [UInt32] = []
    var rightPlaces: [UInt32] = []
    var leftSexes: [UInt32] = []
    var rightSexes: [UInt32] = []
    /// For each record of the second list the one of the first that is the same person, or `nil`.
    var truth: [Int?] = []

    init(seed: UInt64, left: Int, right: Int, shared: Int, missing: Int = 5, distinct: Int? = nil) {
        var random = SeededGenerator(seed: seed)
        func name() -> [UInt8] {
            (0..<Int.random(in: 5...10, using: &random)).map { _ in
                UInt8.random(in: 97...122, using: &random)
            }
        }
        for _ in 0..<(distinct ?? max(50, left / 20)) { names.append(name()) }
        let first = CalendarDay(year: 2005, month: 1, day: 1)?.number ?? 0
        for _ in 0..<left {
            leftNames.append(UInt32.random(in: 1...UInt32(names.count), using: &random))
            leftDays.append(first + Int32.random(in: 0..<5000, using: &random))
            leftPlaces.append(UInt32.random(in: 1...40, using: &random))
            leftSexes.append(UInt32.random(in: 1...2, using: &random))
        }
        for index in 0..<right {
            guard index < shared else {
                rightNames.append(UInt32.random(in: 1...UInt32(names.count), using: &random))
                rightDays.append(first + Int32.random(in: 0..<5000, using: &random))
                rightPlaces.append(UInt32.random(in: 1...40, using: &random))
                rightSexes.append(UInt32.random(in: 1...2, using: &random))
                truth.append(nil)
                continue
            }
            // The first ones are the same persons, in a list that others typed in.
            let same = index * (left / max(shared, 1))
            var place = leftNames[same]
            if random.chance(10) {
                var other = names[Int(place) - 1]
                other.swapAt(other.count - 2, other.count - 1)
                names.append(other)
                place = UInt32(names.count)
            }
            rightNames.append(random.chance(missing) ? 0 : place)
            rightDays.append(
                random.chance(5)
                    ? leftDays[same] + 1 : random.chance(missing) ? .min : leftDays[same]
            )
            rightPlaces.append(
                random.chance(8) ? UInt32.random(in: 1...40, using: &random) : leftPlaces[same]
            )
            rightSexes.append(leftSexes[same])
            truth.append(same)
        }
    }

    /// The linkage of the lists: names, days and places compared, blocked on sex.
    func linkage(cores: Int) throws -> ResemblanceLinkage {
        try ResemblanceLinkage(
            fields: [
                .init(
                    name: "name",
                    left: .names(values: names, places: leftNames),
                    right: .names(values: names, places: rightNames)
                ),
                .init(name: "birth", left: .days(leftDays), right: .days(rightDays)),
                .init(name: "place", left: .codes(leftPlaces), right: .codes(rightPlaces)),
            ],
            blocks: [
                .init(
                    fields: ["sex"],
                    left: leftSexes.map(UInt64.init),
                    right: rightSexes.map(UInt64.init)
                )
            ],
            workers: Workers(cores: cores)
        )
    }

    /// Right pairs among those found, and how many there are to be found.
    func score(_ pairs: [ResemblancePair]) -> (right: Int, found: Int, known: Int) {
        (pairs.count { truth[$0.right] == $0.left }, pairs.count, truth.count { $0 != nil })
    }
}
