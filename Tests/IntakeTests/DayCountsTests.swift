import Intake
import Testing

@Suite struct DayCountsTests {
    @Test(arguments: [0, 1, 250, 8192, 8193, 20_000])
    func `few days listed and many counted say the same`(_ count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let days = (0..<count).map { _ in UInt16.random(in: 0...40, using: &random) * 1600 }
        var pieces = DayCounts()
        for start in stride(from: 0, to: count, by: 3000) {
            pieces.add(DayCounts(Array(days[start..<min(count, start + 3000)])))
        }
        for counts in [DayCounts(days), pieces] {
            for day in [0, 1, 1600, 3200, 64_000, 65_535] {
                #expect(Int(counts[day]) == days.count { Int($0) == day })
            }
            #expect(counts.sum(1...64_000) == days.count { (1...64_000).contains($0) })
            let isMarked = (0..<65_536).map { $0 % 3200 == 0 }
            #expect(counts.sum(of: isMarked) == days.count { isMarked[Int($0)] })
            let left = days.indices.filter { $0 % 7 == 3 }
            let kept = days.indices.filter { $0 % 7 != 3 }.map { days[$0] }
            #expect(DayCounts(days, without: left)[1600] == DayCounts(kept)[1600])
            #expect(
                DayCounts(days, without: left).sum(1...64_000) == DayCounts(kept).sum(1...64_000)
            )
            let runs = Dictionary(grouping: days.filter { $0 != 0 }) { $0 }.values.map(\.count)
            #expect(counts.mostCommon == runs.max() ?? 0)
        }
    }
}
