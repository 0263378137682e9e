import Foundation
import Testing

@Suite("The command indicators")
struct IndicatorsCommandTests {
    let scratch = Scratch()

    /// The shipped record of an indicator, with something about it changed.
    private func record(_ id: String, _ old: String, _ new: String) throws -> String {
        let shipped = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Definitions/indicators/\(id).yaml")
        let text = try String(contentsOf: shipped, encoding: .utf8)
        return try scratch.write(text.replacing(old, with: new), to: "eigen/\(id).yaml")
    }

    @Test func `a record that is right is named, one that is not with line and remedy`() throws {
        let good = try record("BJ-07", "version: 1", "version: 2")
        let right = try ProgramRun(["indicators", "validate", good, "--language", "en"])
        #expect(right.code == 0)
        #expect(right.output == "1 indicators are right: BJ-07.\n")
        let bad = try record("BJ-08", "referrers: [\"04\"]", "referrers: [\"02\"]")
        let wrong = try ProgramRun(["indicators", "validate", bad])
        #expect(wrong.code == 6)
        #expect(
            wrong.output.hasPrefix(
                "BJ-08.yaml:64: outcomes of help of referrers for which they are refused; "
                    + "verwacht: `referrers` with no other than `04`: rows 4 and 5 of the weighing "
                    + "framework advise against outcomes elsewhere. Herstel de regel en kijk opnieuw"
            )
        )
    }

    @Test func `an indicator is explained in both languages, and an unknown one is named`() throws {
        let dutch = try ProgramRun(["indicators", "explain", "BJ-07"])
        #expect(dutch.output.hasPrefix("# BJ-07 · Beëindigde trajecten zonder nieuwe start\n"))
        #expect(dutch.output.contains("## Uitgewerkte voorbeelden"))
        let json = try ProgramRun(["indicators", "explain", "BJ-07", "--json", "--language", "en"])
        let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        #expect((read as? [String: Any])?["id"] as? String == "BJ-07")
        let unknown = try ProgramRun(["indicators", "explain", "XX-01", "--language", "en"])
        #expect(unknown.code == 2)
        #expect(unknown.talk.contains("The indicator XX-01 does not exist; expected: one of BJ-01"))
    }

    @Test func `the matrix of availability has four lines for an indicator`() throws {
        let run = try ProgramRun(["indicators", "availability", "JB-03", "--language", "en"])
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(
            lines[0].hasPrefix("JB-03, National: partly available. From 2021 there is no figure")
        )
        let list = try ProgramRun(["indicators", "list", "--language", "en"])
        #expect(list.output.contains("BJ-07, version 1: Ended trajectories without a new start ("))
    }
}
