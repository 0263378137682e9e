import CaseFileStudies
import Crypto
import Foundation
import TestSupport
import Testing

/// Nothing typed is lost or doubled, and what two laptops say of one file is shown.
struct EntryJournalTests {
    let folder: TestFolder
    let key = SymmetricKey(size: .bits256)
    let reading = (file: "S0001", coder: "A1", round: Coding.Round.first)

    init() throws { folder = try TestFolder() }

    private func journal(_ device: String) throws -> EntryJournal {
        try EntryJournal(path: folder.path("\(device).journal"), device: device, key: key)
    }

    private func answer(_ value: String) -> Coding.Answer { Coding.Answer(value: value) }

    @Test func `a journal goes on where it stopped, and holds no answer in the clear`() throws {
        let first = try journal("L1")
        try first.type(answer("yes"), to: "reported", of: reading, day: "2026-01-02")
        try first.type(answer("no"), to: "safety-plan-present", of: reading, day: "2026-01-02")
        let again = try journal("L1")
        #expect(again.records == first.records)
        #expect(again.cutOff == 0)
        let text = try String(contentsOfFile: folder.path("L1.journal"), encoding: .utf8)
        #expect(!text.contains("reported") && !text.contains("S0001"))
    }

    @Test func `killed in mid-typing at any byte, every answer that was kept is there`() throws {
        let first = try journal("L1")
        for value in ["10", "20", "30"] {
            try first.type(answer(value), to: "impact", of: reading, day: "2026-01-02")
        }
        let whole = try Data(contentsOf: URL(filePath: folder.path("L1.journal")))
        let ends = whole.indices.filter { whole[$0] == 0x0A }
        for length in stride(from: 0, through: whole.count, by: 7) {
            try whole.prefix(length).write(to: URL(filePath: folder.path("L1.journal")))
            let opened = try journal("L1")
            let kept = ends.count { $0 < length }
            #expect(opened.records == Array(first.records.prefix(kept)))
            // Typing goes on under the next name, not under that of the torn one's successor.
            let next = try opened.type(answer("40"), to: "impact", of: reading, day: "2026-01-03")
            #expect(next.name.sequence == kept + 1)
            #expect(try journal("L1").records.count == kept + 1)
        }
    }

    @Test func `a line that was changed or moved is named`() throws {
        let first = try journal("L1")
        for value in ["10", "20"] {
            try first.type(answer(value), to: "impact", of: reading, day: "2026-01-02")
        }
        let path = folder.path("L1.journal")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        try Data((lines[1] + "\n" + lines[0] + "\n").utf8).write(to: URL(filePath: path))
        #expect(throws: EntryJournal.Failure.damaged(path: path, line: 1)) { try journal("L1") }
    }

    @Test func `records given twice and in any order come to the same`() throws {
        let first = try journal("L1")
        let second = try journal("L2")
        try first.type(answer("yes"), to: "reported", of: reading, day: "2026-01-02")
        try second.type(
            answer("no"),
            to: "reported",
            of: reading,
            day: "2026-01-03",
            knowing: first.records
        )
        try first.type(
            answer("62"),
            to: "impact",
            of: reading,
            day: "2026-01-04",
            knowing: second.records
        )
        let all = first.records + second.records
        let merged = EntryMerge(all)
        #expect(merged.codings.count == 1)
        #expect(merged.codings[0].answers == ["reported": answer("no"), "impact": answer("62")])
        #expect(merged.conflicts.isEmpty && merged.repeated == 0 && merged.missing.isEmpty)
        var chance = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            let other = EntryMerge((all + second.records).shuffled(using: &chance))
            #expect(other.codings == merged.codings)
            #expect(other.repeated == 1)
        }
    }

    @Test func `the same file on two laptops that know nothing of each other is a conflict`() throws
    {
        let first = try journal("L1")
        let second = try journal("L2")
        try first.type(answer("yes"), to: "reported", of: reading, day: "2026-01-02")
        try second.type(answer("no"), to: "reported", of: reading, day: "2026-01-02")
        try second.type(answer("30"), to: "impact", of: reading, day: "2026-01-02")
        let merged = EntryMerge(first.records + second.records)
        #expect(merged.conflicts.map(\.item) == ["reported"])
        #expect(merged.conflicts[0].records.map(\.name.device) == ["L1", "L2"])
        #expect(merged.codings[0].answers == ["impact": answer("30")])
        // Who has seen both decides, and the conflict is gone.
        let third = try journal("L3")
        try third.type(
            answer("yes"),
            to: "reported",
            of: reading,
            day: "2026-01-05",
            knowing: first.records + second.records
        )
        let decided = EntryMerge(first.records + second.records + third.records)
        #expect(decided.conflicts.isEmpty)
        #expect(decided.codings[0].answers["reported"] == answer("yes"))
    }

    @Test func `a record that did not arrive is known to be missing`() throws {
        let first = try journal("L1")
        for value in ["10", "20", "30"] {
            try first.type(answer(value), to: "impact", of: reading, day: "2026-01-02")
        }
        let merged = EntryMerge([first.records[0], first.records[2]])
        #expect(merged.missing == [EntryRecord.Name(device: "L1", sequence: 2)])
    }
}
