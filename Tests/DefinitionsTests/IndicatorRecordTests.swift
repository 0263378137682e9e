import Definitions
import Domain
import Foundation
import Testing

@Suite("Records of indicators: checked, explained, compared")
struct IndicatorRecordTests {
    /// A copy of the shipped definitions, to be changed.
    private func copy() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-indicators-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: ShippedDefinitions.folder, to: folder)
        return folder
    }

    private func change(_ file: URL, _ old: String, _ new: String) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(file.lastPathComponent) does not contain \(old)")
        try Data((parts[0] + new + parts[1]).utf8).write(to: file)
    }

    @Test func `a file of one's own is checked with the definitions around it`() throws {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(at: folder) }
        let own = folder.appending(path: "eigen")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        let file = own.appending(path: "BJ-90.yaml")
        try FileManager.default.copyItem(
            at: folder.appending(path: "indicators/BJ-04.yaml"),
            to: file
        )
        try change(file, "id: BJ-04", "id: BJ-90")
        let good = try IndicatorValidation(file, base: ShippedDefinitions.folder)
        #expect(good.indicators.keys.sorted() == ["BJ-90"])
        #expect(good.mistakes.isEmpty)
        try change(file, "breakdowns: [form, referrer]", "breakdowns: [form, type]")
        let bad = try IndicatorValidation(file, base: ShippedDefinitions.folder)
        #expect(bad.indicators.isEmpty)
        #expect(
            bad.mistakes.map(\.description) == [
                "BJ-90.yaml:9: the breakdown `type`, which needs the column `maatregel`; expected "
                    + "a breakdown of which `jeugdhulp` stores the column"
            ]
        )
        // A set of one's own needs its row for sexual violence too.
        try change(file, "breakdowns: [form, type]", "breakdowns: [form, referrer]")
        let set = "- id: eigen\n  title: {nl: Eigen, en: Own}\n  indicators: [BJ-90, BJ-01]\n"
        try Data(set.utf8).write(to: own.appending(path: "sets.yaml"))
        let sets = try IndicatorValidation(own, base: ShippedDefinitions.folder)
        #expect(
            sets.mistakes.map(\.description) == [
                "sets.yaml:1: a set without a row for sexual violence; expected "
                    + "`sexual-violence` with an `indicator` or the reason under `not-observable`"
            ]
        )
    }

    @Test func `of a whole folder the first mistake of every file is named`() throws {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(at: folder) }
        let good = try IndicatorValidation(folder, base: ShippedDefinitions.folder)
        #expect(good.mistakes.isEmpty)
        #expect(good.indicators.count == (try ShippedDefinitions.load()).indicators.count)
        try change(folder.appending(path: "indicators/BJ-05.yaml"), "kind: trajectories", "kind: x")
        try change(folder.appending(path: "indicators/JB-01.yaml"), "years: true", "years: soms")
        let bad = try IndicatorValidation(folder, base: ShippedDefinitions.folder)
        #expect(bad.mistakes.map(\.file) == ["indicators/BJ-05.yaml", "indicators/JB-01.yaml"])
    }

    @Test(arguments: Language.allCases)
    func `an explanation says everything there is to say, in whole texts`(
        _ language: Language
    ) throws {
        let set = try ShippedDefinitions.load()
        for (id, definition) in set.indicators {
            let text = IndicatorExplanation(definition, in: set, language).markdown()
            for part in [
                definition.title, definition.numerator, definition.denominator,
                definition.exclusions, definition.populationText, definition.periodRule,
                definition.doesNotSay, definition.use, definition.legalGround,
            ] {
                #expect(text.contains(part[language]), "\(id)")
            }
            for example in definition.examples {
                #expect(text.contains(example.title[language]), "\(id)")
                for cell in example.expected { #expect(text.contains("    " + cell), "\(id)") }
            }
            for entry in definition.availability.entries {
                if let missing = entry.missing { #expect(text.contains(missing[language])) }
            }
            // A missing text shows as its key.
            #expect(text.matches(of: /\b(explanation|availability|page)\.[a-z]/).isEmpty, "\(id)")
        }
    }

    @Test func `the handbook is what the records say`() throws {
        let article = ShippedDefinitions.folder.deletingLastPathComponent()
            .appending(path: "Sources/Indicators/Indicators.docc/WorkedExamples.md")
        let written = try String(contentsOf: article, encoding: .utf8)
        let current = IndicatorHandbook.article(try ShippedDefinitions.load())
        #expect(written == current, "run Tools/write-handbook.sh")
    }

    @Test func `a changed rule moves its figures, a changed word none`() throws {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(at: folder) }
        let old = try ShippedDefinitions.load()
        #expect(IndicatorDifference.between(old, old).isEmpty)
        let file = folder.appending(path: "indicators/BJ-04.yaml")
        try change(file, "look-back-years: 5", "look-back-years: 3")
        try change(file, "Return is not failure", "Return is no failure")
        let silent = IndicatorDifference.between(old, try DefinitionSet.load(from: folder))
        #expect(silent.map(\.indicator) == ["BJ-04", "BJ-04", "BJ-04"])
        #expect(
            silent.map(\.change) == [
                .figures(
                    part: "repeat-rule",
                    old: "5, 2, ",
                    new: "3, 2, ",
                    measures: ["repeat", "repeat_unknown"]
                ),
                .versionNotRaised(version: 1),
                .wording(part: "does-not-say"),
            ]
        )
        try change(file, "version: 1", "version: 2")
        let raised = IndicatorDifference.between(old, try DefinitionSet.load(from: folder))
        #expect(!raised.map(\.change).contains(.versionNotRaised(version: 2)))
        #expect(raised.count == 2)
    }

    @Test func `a changed measure moves that measure, and classes move what stands on them`() throws
    {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(at: folder) }
        let old = try ShippedDefinitions.load()
        let file = folder.appending(path: "indicators/BJ-05.yaml")
        try change(file, "reasons: [\"03\", \"04\"]", "reasons: [\"03\"]")
        try change(file, "version: 1", "version: 2")
        try change(
            folder.appending(path: "breakdowns.yaml"),
            "code: 23+",
            "code: 23-up"
        )
        let found = IndicatorDifference.between(old, try DefinitionSet.load(from: folder))
        #expect(
            found.filter { $0.indicator == "BJ-05" }.map(\.change) == [
                .figures(
                    part: "measures",
                    old: "trajectories, reasons 03 04",
                    new: "trajectories, reasons 03",
                    measures: ["dropout"]
                )
            ]
        )
        let moved = Set(found.map(\.indicator))
        #expect(moved == ["BJ-01", "BJ-02", "BJ-03", "BJ-05", "BJ-09"])
    }
}
