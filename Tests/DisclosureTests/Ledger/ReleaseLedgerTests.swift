import Disclosure
import Testing

@Suite("Ledger of releases")
struct ReleaseLedgerTests {
    private func tables(_ text: String) throws -> LinkedTables {
        var table = TableText(text)
        table.hierarchy = "{\"dimensions\": {\"sex\": {\"total\": \"T\"}}}"
        return try table.read()
    }

    private func released(_ text: String, _ knowledge: [CellKnowledge]) throws -> ReleaseLedger {
        var ledger = ReleaseLedger()
        try ledger.append(
            try tables(text),
            knowledge,
            definition: "d",
            period: "2019H1",
            time: "2026-11-25"
        )
        return ledger
    }

    @Test func `a ledger is read again as it was written, and counts vintages`() throws {
        let text = "sex,value\nT,9\nM,2\nV,7\n"
        var ledger = try released(
            text,
            [.exact(9), .suppressed, .rounded(5, base: 5, mode: .nearest)]
        )
        try ledger.append(
            try tables(text),
            [.exact(9), .exact(2), .exact(7)],
            definition: "d",
            period: "2019H1",
            time: "2026-11-26"
        )
        let read = try ReleaseLedger(ledger.bytes, path: "l")
        #expect(read.releases == ledger.releases)
        #expect(read.releases.map(\.vintage) == [1, 2])
        #expect(read.releases(of: "d", period: "2019H2").isEmpty)
        let lines = String(decoding: ledger.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines[0] == "release,d,2019H1,1,2026-11-25")
        #expect(lines[1] == "cell,sex,value,status,base,mode")
        #expect(lines[3] == "cell,M,,suppressed,,")
        #expect(lines[5].hasPrefix("seal,"))
    }

    @Test func `any line that was changed, taken out or put in is found`() throws {
        var ledger = try released("sex,value\nT,9\nM,2\nV,7\n", [.exact(9), .exact(2), .exact(7)])
        try ledger.append(
            try tables("sex,value\nT,9\nM,2\nV,7\n"),
            [.exact(9), .exact(2), .exact(7)],
            definition: "d",
            period: "2019H1",
            time: "2026-11-26"
        )
        let lines = String(decoding: ledger.bytes, as: UTF8.self)
            .split(separator: "\n").map(String.init)
        func damage(_ lines: [String]) -> LedgerError? {
            do throws(LedgerError) {
                _ = try ReleaseLedger(Array((lines.joined(separator: "\n") + "\n").utf8), path: "l")
                return nil
            } catch { return error }
        }
        #expect(damage(lines) == nil)
        for line in lines.indices {
            let block = line < 6 ? 1 : 7
            var changed = lines
            changed[line] += "0"
            #expect(damage(changed) == .damaged(path: "l", line: block), "changed \(line)")
            var shorter = lines
            shorter.remove(at: line)
            #expect(damage(shorter) != nil || line == lines.count, "taken out \(line)")
        }
        #expect(damage(Array(lines[6...])) == .damaged(path: "l", line: 1))
    }

    @Test func `two vintages one child apart are found, though each alone is safe`() throws {
        let before: [CellKnowledge] = [
            .exact(30), .interval(8, 14), .interval(16, 22),
        ]
        let ledger = try released("sex,value\nT,30\nM,10\nV,20\n", before)
        let after: [CellKnowledge] = [.exact(31), .interval(8, 14), .interval(17, 23)]
        let settings = AttackSettings()
        let now = try tables("sex,value\nT,31\nM,10\nV,21\n")
        #expect(try Attacker(now.system(after), settings: settings).run().findings.isEmpty)
        let found = try LedgerCheck(ledger, settings: settings).run(
            now,
            after,
            definition: "d",
            period: "2019H1"
        )
        #expect(found.earlierCount == 1)
        #expect(found.cells == ["sex=T, vintage=1 → 2"])
        #expect(!found.isSafe)
        // Another period is another number.
        let other = try LedgerCheck(ledger, settings: settings).run(
            now,
            after,
            definition: "d",
            period: "2019H2"
        )
        #expect(other.isSafe)
    }

    @Test func `three vintages of a cube leave nothing to be known`() throws {
        let stage = CubeStage(
            base: 5,
            limits: CubeLimits(),
            key: CubeKey(secret: Array("a secret of the tests".utf8)),
            effort: CubeEffort(sweeps: 50)
        )
        var ledger = ReleaseLedger()
        var kept: KeptRounding?
        for values in [(4, 5, 9, 4), (4, 6, 9, 4), (5, 6, 9, 3)] {
            let (a, b, c, d) = values
            let text = TableText(
                "region,value\nT,\(a + b + c + d)\nP1,\(a + b)\nP2,\(c + d)\nV1,\(a + c)\n"
                    + "V2,\(b + d)\nA,\(a)\nB,\(b)\nC,\(c)\nD,\(d)\n"
            )
            let tables = try text.read()
            let cube = try stage.run(tables, earlier: kept)
            kept = cube.rounding
            let found = try LedgerCheck(ledger, settings: AttackSettings()).run(
                tables,
                cube.knowledge,
                definition: "d",
                period: "p"
            )
            #expect(found.isSafe, "\(found.cells)")
            try ledger.append(
                tables,
                cube.knowledge,
                definition: "d",
                period: "p",
                time: "t"
            )
        }
        #expect(ledger.releases.count == 3)
    }
}
