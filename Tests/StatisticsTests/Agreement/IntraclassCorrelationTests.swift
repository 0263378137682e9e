import Statistics
import Testing

struct IntraclassCorrelationTests {
    /// Shrout and Fleiss 1979, tables 2 and 4: six targets, four judges.
    static let published: [[Double]] = [
        [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ]

    @Test func `all six are those of Shrout and Fleiss 1979`() throws {
        let found = IntraclassCorrelation.all(Self.published, level: 0.95)
        let expected = [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
        for (one, number) in zip(found, expected) {
            #expect(abs(try #require(one.estimate) - number) <= 0.005, "\(one.form)")
        }
    }

    @Test func `the known share comes back, and the interval holds it`() throws {
        // Units with variance 4, error with variance 1: 0.8.
        var chance = SeededGenerator(seed: 3)
        var covered = 0
        for _ in 0..<400 {
            let rows = (0..<25).map { _ -> [Double] in
                let unit = 2 * chance.normal()
                return (0..<3).map { _ in unit + chance.normal() }
            }
            let one = IntraclassCorrelation.all(rows, level: 0.95)[0]
            let interval = try #require(one.interval)
            if interval.lower <= 0.8, 0.8 <= interval.upper { covered += 1 }
        }
        #expect((0.92...0.98).contains(Double(covered) / 400), "\(covered) of 400")
    }

    @Test func `equal measurements have no correlation`() {
        for one in IntraclassCorrelation.all([[3, 3], [3, 3]], level: 0.95) {
            #expect(one.estimate == nil)
            #expect(one.interval == nil)
        }
    }

    @Test func `units that a rater passed over are left out and counted`() throws {
        let table = DataTable(numbers: ["a": [1, 2, 3, nil], "b": [1, 2, 4, 4]])
        let result = try StatMethod.named("icc").run(table)
        #expect(result.n == 3)
        #expect(result.warnings == ["1 of 4 rows were left out because a value is missing."])
    }
}
