import Foundation
import Testing

/// `ijkpunt protect` as a person uses it.
@Suite("Protecting a table")
struct ProtectTests {
    let scratch = Scratch()
    let table = """
        region,sex,value
        T,T,21
        P1,T,8
        P2,T,13
        A,T,3
        B,T,5
        C,T,9
        D,T,4

        """
    let hierarchy = """
        {"dimensions": {"region": {"total": "T", "hierarchies": [
           {"T": ["P1", "P2"], "P1": ["A", "B"], "P2": ["C", "D"]}]}, "sex": {"total": "T"}}}
        """

    private func protect(
        _ table: String,
        _ hierarchy: String? = nil,
        _ more: [String] = []
    ) throws -> ProgramRun {
        try ProgramRun(
            [
                "protect", "--input", scratch.write(table, to: "T.csv"), "--hierarchy",
                scratch.write(hierarchy ?? self.hierarchy, to: "H.json"), "--output",
                scratch.path("out.csv"), "--key", scratch.path("key"), "--evidence",
                scratch.path("proof.json"), "--time", "2026-11-25", "--language", "en",
            ] + more
        )
    }

    private func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: scratch.path(name))), as: UTF8.self)
    }

    @Test func `leaves are rounded, sums add up, and the attacker finds nothing`() throws {
        let run = try protect(table)
        #expect(run.code == 0)
        #expect(
            run.talk.hasSuffix(
                "The attacker looked at 7 cells and found none that can be known exactly, narrowly "
                    + "or as small.\n"
            )
        )
        let rows = try read("out.csv").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows[0] == ["region", "sex", "value", "status", "base", "mode"])
        let printed = rows.dropFirst().compactMap { Int($0[2]) }
        #expect(printed.count == 7)
        #expect(printed[1] == printed[3] + printed[4])
        #expect(printed[2] == printed[5] + printed[6])
        #expect(printed[0] == printed[1] + printed[2])
        #expect(rows[4][3...] == ["rounded", "5", "adjacent"])
        #expect(rows[1][3...] == ["derived", "", ""])
        let first = try (read("out.csv"), read("proof.json"))
        #expect(try protect(table).code == 0)
        #expect(try (read("out.csv"), read("proof.json")) == first)
    }

    @Test func `the evidence holds hashes, numbers and findings, and not the key`() throws {
        #expect(try protect(table).code == 0)
        let proof = try #require(
            try JSONSerialization.jsonObject(with: Data(try read("proof.json").utf8))
                as? [String: Any]
        )
        #expect(
            proof.keys.sorted() == [
                "attack", "cells", "hierarchy", "inputs", "outputs", "profile", "quality",
                "seedCommitment", "time", "tool", "version",
            ]
        )
        #expect(proof["time"] as? String == "2026-11-25")
        #expect(proof["cells"] as? [String: Int] == ["derived": 3, "rounded": 4])
        let attack = try #require(proof["attack"] as? [String: Any])
        #expect((attack["findings"] as? [Any])?.isEmpty == true)
        #expect(attack["undecided"] as? Int == 0)
        let key = try read("key").trimmingCharacters(in: .newlines)
        #expect(key.count == 64)
        #expect(try !read("proof.json").contains(key))
    }

    @Test func `a profile that leaks is refused with the number of findings`() throws {
        // Printed 25, 10 and 10: only 12 + 12, 11 + 12 and 12 + 11 round so.
        let run = try protect(
            "sex,value\nT,24\nM,12\nV,12\n",
            "{\"dimensions\": {\"sex\": {\"total\": \"T\"}}}",
            ["--profile", "cbs"]
        )
        #expect(run.code == 1)
        #expect(run.talk.contains("NOT FOR RELEASE: the attacker looked at 3 cells, found "))
    }

    @Test func `the next vintage keeps the rounding of leaves that have not changed`() throws {
        #expect(try protect(table, nil, ["--keep", scratch.path("kept.csv")]).code == 0)
        let first = try read("out.csv").split(separator: "\n")
        let changed = table.replacing("D,T,4", with: "D,T,5").replacing("P2,T,13", with: "P2,T,14")
            .replacing("T,T,21", with: "T,T,22")
        #expect(try protect(changed, nil, ["--earlier", scratch.path("kept.csv")]).code == 0)
        let second = try read("out.csv").split(separator: "\n")
        #expect(first[4...6] == second[4...6])
    }

    @Test(arguments: [
        (
            "P1,T,8", "P1,T,9",
            "Totals contradict: the parts are less than the total in region: P1 = A + B, at sex=T. "
                + "Correct the table or add the parts that are missing."
        ),
        (
            "P1,T,8", "P1,T,7",
            "Totals contradict: the parts are more than the total in region: P1 = A + B, at sex=T. "
                + "Correct the table."
        ),
        (
            "P1,T,8\n", "P1,X,8\n",
            "The total is missing: region: P1 = A + B, at sex=T. Add the row of the total."
        ),
    ])
    func `a table that does not add up is refused by its relation`(
        _ old: String,
        _ new: String,
        _ expected: String
    ) throws {
        let run = try protect(table.replacing(old, with: new))
        #expect(run.code == 3)
        #expect(run.talk == expected + "\n")
    }

    @Test func `a count below zero is named by row and cell, without the number`() throws {
        let run = try protect(table.replacing("A,T,3", with: "A,T,-3"))
        #expect(run.code == 3)
        #expect(
            run.talk
                == "Table \(scratch.path("T.csv")), row 5, cell region=A, sex=T: a count below "
                + "zero. Expected: zero or more.\n"
        )
    }

    @Test func `a code above itself is told as its ring`() throws {
        let run = try protect(table, hierarchy.replacing("\"P2\": [", with: "\"A\": [\"P1\", "))
        #expect(run.code == 3)
        #expect(
            run.talk.hasPrefix("Hierarchy, dimension region, hierarchy 1: code P1 stands under two")
        )
        let ring = try protect(
            table,
            "{\"dimensions\": {\"region\": {\"total\": \"T\", \"hierarchies\": "
                + "[{\"T\": [\"C\"], \"A\": [\"B\"], \"B\": [\"A\"]}]}, \"sex\": {\"total\": \"T\"}}}"
        )
        #expect(ring.code == 3)
        #expect(
            ring.talk
                == "Hierarchy, dimension region, hierarchy 1: a code is a part of itself: "
                + "A → B → A. Take one link away.\n"
        )
    }

    @Test func `a dimension that is not additive is recognised`() throws {
        let rows = ["T,T,5", "T,M,4", "T,V,3", "P1,T,5", "P1,M,4", "P1,V,3"]
        let run = try protect("region,sex,value\n" + rows.joined(separator: "\n") + "\n")
        #expect(run.code == 3)
        #expect(
            run.talk
                == "Dimension sex: the parts are more than the total in 2 of 2 relations, first in "
                + "sex: T = M + V, at region=T. If a unit can stand in several categories, put "
                + "\"additive\": false with the dimension.\n"
        )
    }
}
