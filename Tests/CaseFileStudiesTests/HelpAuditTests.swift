import CaseFileStudies
import Definitions
import Disclosure
import Domain
import Pipeline
import Statistics
import Testing

/// Elements of help by organisation: the limits of chance, and no mark.
struct HelpAuditTests {
    let study: MadeStudy

    init() throws { study = try MadeStudy(organisations: 30, seed: 1) }

    /// A study in which a share of files has tenacity; one organisation may differ.
    private func state(share: Double, odd: Double? = nil, seed: UInt64) throws -> StudyState {
        var state = try study.state(seed: "x")
        let draw = try #require(state.draw)
        state.codings = state.codings.map { coding in
            // Both readings of a file say the same: the truth hangs on the file alone.
            let number = UInt64(coding.file.dropFirst()) ?? 0
            var chance = SeededGenerator(seed: seed &* 1_000_003 &+ number)
            let place = draw.file(coding.file)?.organisation ?? 0
            let isTenacious = chance.uniform() < (place == 0 ? odd ?? share : share)
            return Coding(
                file: coding.file,
                coder: coding.coder,
                round: coding.round,
                day: coding.day,
                answers: [
                    "working-elements": Coding.Answer(value: isTenacious ? "tenacity" : "own-pace")
                ]
            )
        }
        return state
    }

    private func figures(_ state: StudyState) throws -> [HelpAudit.Figure] {
        try HelpAudit.figures(state, study.instrument, by: .organisation)
            .filter { $0.element == "working-elements:tenacity" }
    }

    @Test func `the limits are those of the binomial law at the number of files`() throws {
        let found = try figures(try state(share: 0.4, seed: 3))
        #expect(found.count == 14)
        for figure in found {
            let target = try #require(figure.target)
            let limits = try #require(figure.limits95)
            // Where every file of an organisation weighs the same, all of them count.
            let twin = FunnelLimits.interpolated.limit(
                at: 0.975,
                target: target,
                size: Double(figure.files),
                kind: .proportion
            )
            #expect(abs(limits.upper - min(1, twin)) < 0.02)
            #expect(limits.lower <= target && target <= limits.upper)
            let wide = try #require(figure.limits998)
            #expect(wide.lower <= limits.lower && limits.upper <= wide.upper)
            #expect(abs((figure.share ?? 0) - Double(figure.with) / Double(figure.files)) < 1e-9)
        }
    }

    @Test func `by chance alone few lie outside, and one that differs does`() throws {
        var outside = 0
        var all = 0
        for seed in 1...10 {
            for figure in try figures(try state(share: 0.4, seed: UInt64(seed) * 1000)) {
                let limits = try #require(figure.limits95)
                let share = try #require(figure.share)
                all += 1
                if share < limits.lower || share > limits.upper { outside += 1 }
            }
        }
        // 140 at 5 %: more than 17 has a chance of about 1 in 2 000.
        #expect(all == 140 && outside <= 17)
        let odd = try figures(try state(share: 0.3, odd: 0.9, seed: 5))[0]
        #expect((odd.share ?? 0) > (odd.limits998?.upper ?? 1))
    }

    @Test func `where coders do not agree there is no figure`() throws {
        var state = try state(share: 0.4, seed: 3)
        state.codings = state.codings.map { coding in
            guard coding.round == .second else { return coding }
            return Coding(
                file: coding.file,
                coder: coding.coder,
                round: coding.round,
                day: coding.day,
                answers: ["working-elements": Coding.Answer(value: "tenacity")]
            )
        }
        for figure in try figures(state) {
            #expect(!figure.isAgreed && figure.share == nil && figure.limits95 == nil)
        }
    }

    @Test func `a page names one unit, gives no mark, and shows nothing of few files`() throws {
        let state = try state(share: 0.3, odd: 0.7, seed: 5)
        let all = try HelpAudit.figures(state, study.instrument, by: .organisation)
        let profile = try #require(study.definitions.profiles["cbs"])
        let table = DisclosureStage(profile: profile)
            .run(StudyTables.audit(all, state, by: .organisation))
        let report = HelpAuditReport(
            table,
            state,
            instrument: study.instrument,
            texts: study.definitions.texts,
            language: .en
        )
        #expect(report.units.count == 14)
        let page = report.html(of: report.units[0])
        #expect(page.contains("What files say of help: \(report.units[0])"))
        #expect(page.contains("Do you recognise that, and why?"))
        for other in report.units.dropFirst() { #expect(!page.contains(other)) }
        let country = CellTable.Region(geography: .country, code: "NL01")
        for figure in all where figure.isAgreed {
            let shown = table.value(country, [figure.element, figure.unit], "estimate")
            let isSmall = [figure.with, figure.files - figure.with].contains {
                (1..<10).contains($0)
            }
            if isSmall { #expect(shown == .suppressed) }
        }
    }
}
