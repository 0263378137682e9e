@testable import SyntheticData
import Testing

struct MarginTreeTests {
    @Test func `rounded cells that do not add up have whole numbers behind them`() throws {
        // 24 575 and 19 110 against 43 680: the published row of certified institutions.
        func leaf(_ cell: Int) -> MarginTree { .leaf(MarginTree.roundsTo(cell)) }
        let without = MarginTree.sum(
            MarginTree.roundsTo(24575),
            [1215, 12985, 1375, 8995].map(leaf)
        )
        let with = MarginTree.sum(
            MarginTree.roundsTo(19110),
            [11990, 1750, 1195, 4170].map(leaf)
        )
        let tree = MarginTree.sum(MarginTree.roundsTo(43680), [without, with])
        var random = SeededRandom(seed: 9, stream: 0)
        for _ in 0..<200 {
            let leaves = try #require(tree.solve(&random))
            let without = leaves.prefix(4).reduce(0, +)
            let with = leaves.suffix(4).reduce(0, +)
            let rounded = (leaves + [without, with, without + with]).map(PublishedTables.rounded)
            #expect(
                rounded
                    == [1215, 12985, 1375, 8995, 11990, 1750, 1195, 4170, 24575, 19110, 43680]
            )
        }
    }

    @Test func `cells that contradict each other have no numbers`() {
        let tree = MarginTree.sum(
            MarginTree.roundsTo(100),
            [.leaf(MarginTree.roundsTo(50)), .leaf(0...5)]
        )
        var random = SeededRandom(seed: 9, stream: 0)
        #expect(tree.solve(&random) == nil)
    }
}
