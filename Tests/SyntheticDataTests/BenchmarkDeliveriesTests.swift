import Domain
import FoundationEssentials
@testable import SyntheticData
import Testing

struct BenchmarkDeliveriesTests {
    @Test(arguments: [
        (BenchmarkPlan.Shape.oneFile, 1), (.manyFiles(periods: 4, holders: 7), 28),
    ])
    func `exactly so many rows lie in exactly so many files`(
        _ shape: BenchmarkPlan.Shape,
        _ files: Int
    ) throws {
        let folder = Fixture.temporaryFolder("benchmark")
        defer { try? FileManager.default.removeItem(at: folder) }
        let plan = BenchmarkPlan(rows: 10_003, shape: shape, seed: 5)
        try BenchmarkDeliveries(
            plan: plan,
            definitions: Fixture.definitions([]),
            parameters: Fixture.parameters()
        ).write(to: folder)
        let read = try DeliveredRecords(folder)
        #expect(read.vintages.count == files)
        let records = read.vintages.values.flatMap { $0.flatMap { $0 } }
        #expect(records.count == 10_003)
        #expect((2300...2500).contains(Set(records.compactMap(\.person)).count))
        #expect(Set(records).count >= records.count - 30)
        for (key, vintages) in read.vintages {
            #expect(
                vintages[0].allSatisfy { record in
                    record.start <= key.period.end.number
                        && (record.end ?? key.period.end.number) <= key.period.end.number
                        && (record.end ?? .max) >= max(record.start, key.period.start.number)
                }
            )
        }
    }
}
