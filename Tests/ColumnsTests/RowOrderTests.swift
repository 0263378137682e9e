import Columns
import Testing

@Suite struct RowOrderTests {
    private static func expected(_ persons: [UInt32], _ keys: [UInt64]) -> [UInt32] {
        let rows = persons.indices.map { UInt32($0) }
        let known = rows.filter { persons[Int($0)] != Numbering.nobody }
        let sorted = known.sorted {
            (persons[Int($0)], keys[Int($0)] >> 8, $0) < (persons[Int($1)], keys[Int($1)] >> 8, $1)
        }
        return sorted + rows.filter { persons[Int($0)] == Numbering.nobody }
    }

    @Test(
        arguments: [
            (0, 0, 5), (1, 1, 5), (40, 7, 3), (3000, 900, 4), (3000, 2, 1000), (900, 0, 9),
        ],
        [1, 2]
    )
    func `rows stand by person, key and place, and nobody's come last`(
        _ size: (rows: Int, persons: Int, keys: UInt64),
        _ cores: Int
    ) throws {
        var random = SeededRandom(seed: UInt64(size.rows + cores))
        let persons = (0..<size.rows).map { _ in
            let isNobody = size.persons == 0 || Int.random(in: 0..<8, using: &random) == 0
            return isNobody
                ? Numbering.nobody : UInt32.random(in: 0..<UInt32(size.persons), using: &random)
        }
        let keys = (0..<size.rows).map { _ in
            // What is carried in the lowest byte takes no part in the order.
            UInt64.random(in: 0..<size.keys, using: &random) << 8
                | UInt64.random(in: 0..<256, using: &random)
        }
        let order = try RowOrder(
            persons: persons,
            personCount: size.persons,
            keys: keys,
            workers: Workers(cores: cores)
        )
        #expect(order.rows == RowOrderTests.expected(persons, keys))
        #expect(order.starts.count == size.persons + 1)
        for person in 0..<size.persons {
            let rows = order.rows[Int(order.starts[person])..<Int(order.starts[person + 1])]
            guard rows.allSatisfy({ persons[Int($0)] == UInt32(person) }) else {
                Issue.record("rows of another person stand with person \(person)")
                return
            }
        }
    }

    @Test func `one number used for many children takes no quadratic time`() throws {
        let count = 200_000
        let keys = (0..<UInt64(count)).reversed().map { $0 << 8 }
        let order = try RowOrder(
            persons: Array(repeating: 0, count: count),
            personCount: 1,
            keys: keys,
            workers: Workers(cores: 1)
        )
        #expect(order.rows == (0..<UInt32(count)).reversed())
    }

    @Test func `another number of keys than of rows stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = try RowOrder(
                persons: [0, 0],
                personCount: 1,
                keys: [1],
                workers: Workers(cores: 1)
            )
        }
    }
}
