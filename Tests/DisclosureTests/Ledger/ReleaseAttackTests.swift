import Definitions
import Domain
import Foundation
import Testing

@testable import Disclosure

@Suite("Attack on everything released so far")
struct ReleaseAttackTests {
    private static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Definitions")
        )
    }

    private func cells(
        _ rows: [(region: String, form: String, value: Int64?)],
        method: ReleasedCells.Method = .adjacent,
        codes: [String] = ["01", "02", "T", "Z"]
    ) -> ReleasedCells {
        let regions = rows.reduce(into: [String]()) {
            if !$0.contains($1.region) { $0.append($1.region) }
        }
        let sorted = rows.map { row in
            let region = regions.firstIndex(of: row.region) ?? 0
            let code = codes.firstIndex(of: row.form) ?? 0
            return (key: UInt64(region * codes.count + code), value: row.value)
        }.sorted { $0.key < $1.key }
        return ReleasedCells(
            method: method,
            base: method == .exact ? 1 : 5,
            layout: ReleasedCells.Layout(
                regions: regions,
                dimensions: [
                    ReleasedCells.Dimension(name: "form", codes: codes, isAdditive: true)
                ],
                measures: [ReleasedCells.Measure(name: "ended", isCount: true)]
            ),
            keys: sorted.map(\.key),
            values: sorted.map(\.value)
        )
    }

    private func table(_ cells: ReleasedCells, inputs: String = "a") -> ReleaseAttack.Table {
        ReleaseAttack.Table(meaning: "BJ-05 v1", period: "2019H1", inputs: inputs, cells: cells)
    }

    private func run(
        _ now: ReleaseAttack.Table,
        after earlier: [ReleaseAttack.Table]
    ) throws -> ReleaseAttack.Outcome {
        try ReleaseAttack(
            reference: ReleaseAttackTests.definitions.get().regions,
            groups: ["form": ["Z"]]
        ).run([now], after: earlier)
    }

    private let first = [
        (region: "gemeente GM0363", form: "01", value: Int64?(10)),
        (region: "gemeente GM0363", form: "02", value: 5),
        (region: "gemeente GM0363", form: "T", value: 15),
        (region: "nl NL01", form: "T", value: 15),
    ]

    @Test func `the same figures again tell nothing new`() throws {
        let outcome = try run(table(cells(first)), after: [table(cells(first))])
        #expect(outcome.isSafe)
        #expect(outcome.earlierCount == 1)
        #expect(outcome.linkedCells == 0)
    }

    @Test func `one count that was rounded twice is an interval of two less than four`() throws {
        // 5 is 1 to 9 and 0 is 0 to 4: together 1 to 4, small and not zero.
        var second = first
        second[1].value = 0
        second[2].value = 10
        let outcome = try run(table(cells(second)), after: [table(cells(first))])
        #expect(!outcome.isSafe)
        #expect(outcome.linkedCells == 2)
        #expect(
            outcome.findings == [
                ReleaseAttack.Finding(
                    meaning: "BJ-05 v1",
                    period: "2019H1",
                    cell: "gemeente GM0363 form=02 ended, vintage 1",
                    kind: .small
                ),
                ReleaseAttack.Finding(
                    meaning: "BJ-05 v1",
                    period: "2019H1",
                    cell: "gemeente GM0363 form=02 ended",
                    kind: .small
                ),
            ]
        )
        // From other deliveries it is another count, which may have changed.
        #expect(try run(table(cells(second), inputs: "b"), after: [table(cells(first))]).isSafe)
    }

    @Test func `numbers that exclude each other are a contradiction and no finding`() throws {
        var second = first
        second[0].value = 20
        let outcome = try run(table(cells(second)), after: [table(cells(first))])
        #expect(outcome.findings.isEmpty)
        #expect(
            outcome.contradictions == [
                ReleaseAttack.Contradiction(
                    meaning: "BJ-05 v1",
                    period: "2019H1",
                    cell: "gemeente GM0363 form=01 ended"
                )
            ]
        )
        #expect(!outcome.isSafe)
    }

    @Test func `two tables one child apart, printed exactly, are refused`() throws {
        var second = first
        second[1].value = 6
        let outcome = try run(
            table(cells(second, method: .exact), inputs: "b"),
            after: [table(cells(first, method: .exact))]
        )
        #expect(
            outcome.findings.map(\.cell)
                == ["change of gemeente GM0363 form=02"].map {
                    $0 + " ended"
                }
        )
        #expect(outcome.findings.map(\.kind) == [.exact])
    }

    /// GM0003, GM0010 and GM0024 became GM1979 in 2021; the reference of 2020 is told so here by
    /// GM0788, GM0855 and what merged before 2020, so the test takes a merger of the reference.
    @Test func `a municipality out of a merger that was rounded anew gives its parts away`() throws
    {
        let reference = try ReleaseAttackTests.definitions.get().regions
        let year = reference.referenceYear
        let merged = try #require(
            Dictionary(
                grouping: reference.knownCodes.filter { code in
                    !reference.exists(code, in: year)
                        && reference.municipalities(overlapping: code, in: year).count == 1
                }
            ) { reference.municipalities(overlapping: $0, in: year)[0] }
            .filter { $0.value.count >= 2 }.min { $0.key < $1.key }
        )
        let parts = merged.value.sorted().prefix(2)
        let before = parts.map { (region: "gemeente \($0)", form: "01", value: Int64?(0)) }
        func after(_ value: Int64) -> ReleaseAttack.Table {
            table(cells([(region: "gemeente \(merged.key)", form: "01", value: value)]))
        }
        // Parts of 0 to 4 each that are 6 or more together are both 2 or more.
        let outcome = try run(after(10), after: [table(cells(before))])
        #expect(outcome.linkedCells == 3)
        #expect(Set(outcome.findings.map(\.kind)) == [.small, .narrow])
        #expect(
            outcome.findings.filter { $0.kind == .small }.map(\.cell)
                == parts.map { "gemeente \($0) form=01 ended, vintage 1" }
        )
        // Printed as the sum of what they were printed as, nothing follows; nor one step up.
        #expect(try run(after(0), after: [table(cells(before))]).isSafe)
        #expect(try run(after(5), after: [table(cells(before))]).findings.isEmpty)
    }

    @Test func `the bytes of cells read back as they were, and damaged ones do not`() throws {
        var rows = first
        rows[3].value = nil
        let own = cells(rows)
        let bytes = try own.bytes()
        #expect(ReleasedCells(bytes) == own)
        #expect(ReleasedCells(Array(bytes.dropLast())) == nil)
        #expect(ReleasedCells([]) == nil)
        #expect(ReleasedCells(bytes + [0]) == nil)
    }

    @Test func `over chance pairs of roundings the attacker agrees with counting all values`()
        throws
    {
        var state: UInt64 = 11
        func next(_ bound: Int64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % bound
        }
        for _ in 0..<60 {
            let one = next(4) * 5
            let other = max(0, one + (next(3) - 1) * 5)
            let outcome = try run(
                table(cells([(region: "gemeente GM0363", form: "01", value: other)])),
                after: [table(cells([(region: "gemeente GM0363", form: "01", value: one)]))]
            )
            // The slow twin: every count that both numbers allow.
            let possible = (0...40).filter {
                abs(Int64($0) - one) < 5 && abs(Int64($0) - other) < 5
            }
            let isKnown =
                possible.count < 5 || possible.allSatisfy { (1..<5).contains($0) }
            #expect(outcome.isSafe == (one == other || !isKnown), "\(one) \(other)")
        }
    }
}
