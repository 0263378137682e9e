import Disclosure
import Testing

@Suite("Releases and the report")
struct ReleasedTablesTests {
    private let structure: TableStructure

    init() throws {
        structure = try TableStructure(
            json: Array(
                """
                {"dimensions": {"region": {"total": "T", "hierarchies": [{"T": ["A", "B"]}]}}}
                """.utf8
            )
        )
    }

    private func tables(_ rows: String) throws -> LinkedTables {
        try TableReader.read(
            [(path: "t.csv", bytes: Array("region,value,status,base,mode\n\(rows)\n".utf8))],
            structure: structure,
            for: .attack
        )
    }

    @Test func `the report names each finding by its key`() throws {
        let now = try tables("A,,suppressed,,\nB,9,published,,\nT,12,published,,")
        let releases = ReleasedTables(now: now, earlier: nil)
        let report = try Attacker(releases.system).run()
        #expect(
            try report.json(releases.system.labels) == """
                {
                  "cells" : 3,
                  "findings" : [
                    {
                      "hi" : 3,
                      "key" : {
                        "region" : "A"
                      },
                      "kind" : "exact",
                      "lo" : 3
                    }
                  ],
                  "targets" : 1,
                  "undecided" : 0
                }
                """
        )
    }

    @Test func `one child more than in the earlier release is found`() throws {
        let now = try tables("A,8,published,,\nB,9,published,,\nT,17,published,,")
        let earlier = try tables("A,7,published,,\nB,9,published,,\nT,16,published,,")
        let releases = ReleasedTables(now: now, earlier: earlier)
        let report = try Attacker(releases.system).run()
        #expect(
            report.findings.map { releases.system.labels.key(ofCell: $0.cell) } == [
                ["region": "A", "release": "change"], ["region": "T", "release": "change"],
            ]
        )
        #expect(report.findings.allSatisfy { $0.kind == .exact && $0.low == 1 && $0.high == 1 })
    }

    @Test func `rounded releases hide it, as sums of leaves`() throws {
        let now = try tables("A,10,rounded,5,adjacent\nB,10,rounded,5,adjacent\nT,20,derived,,")
        let earlier = try tables("A,5,rounded,5,adjacent\nB,10,rounded,5,adjacent\nT,15,derived,,")
        let releases = ReleasedTables(now: now, earlier: earlier)
        #expect(try Attacker(releases.system).run().findings.isEmpty)
    }

    @Test func `a refusal names the relation of the release`() throws {
        let now = try tables("A,8,published,,\nB,9,published,,\nT,17,published,,")
        let earlier = try tables("A,8,published,,\nB,9,published,,\nT,16,published,,")
        let releases = ReleasedTables(now: now, earlier: earlier)
        #expect(
            throws: AttackError.partsExceedTotal(
                relation: "region: T = A + B, release=earlier",
                partsAtLeast: 17,
                totalAtMost: 16
            )
        ) { try Attacker(releases.system).run() }
    }
}
