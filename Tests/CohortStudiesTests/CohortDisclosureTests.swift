import CohortStudies
import Definitions
import Disclosure
import Domain
import Pipeline
import Statistics
import Testing

/// What of a cohort leaves: nothing under the threshold, and nothing that follows from the rest.
struct CohortDisclosureTests {
    let definitions: DefinitionSet

    init() throws { definitions = try MadeDefinitions.load() }

    private let country = CellTable.Region(geography: .country, code: "NL01")

    private func tables(_ persons: Int, seed: UInt64, isJudged: Bool = true) throws
        -> [ProtectedTable]
    {
        let profile = try #require(definitions.profiles["cbs"])
        let made = try MadeCohort(definitions, persons: persons, seed: seed)
        return CohortTablesStage(profile: profile).run(made.state, isJudged: isJudged)
    }

    private func names(_ codes: ProtectedTable, _ name: String) -> [String] {
        codes.dimensions.first { $0.name == name }?.codes ?? []
    }

    @Test func `a curve is written only after somebody judged it`() throws {
        let names = try tables(300, seed: 1, isJudged: false).map(\.indicator)
        #expect(names == ["cohort-2019-change", "cohort-2019-violence", "cohort-2019-response"])
        #expect(try tables(300, seed: 1).map(\.indicator).last == "cohort-2019-repeated")
    }

    @Test func `large classes are shown with their share and its limits`() throws {
        let change = try tables(600, seed: 2)[0]
        let codes = ["voorbeeldschaal", "year", "recovered"]
        for measure in ["persons", "persons_with", "estimate", "lower", "upper", "bound_lower"] {
            guard case .shown = change.value(country, codes, measure) else {
                Issue.record("\(measure) is withheld")
                continue
            }
        }
    }

    @Test func `no class under the threshold is shown, and none is withheld alone`() throws {
        let profile = try #require(definitions.profiles["cbs"])
        var withheld = 0
        for seed in 1...30 {
            let made = try MadeCohort(definitions, persons: 16 + seed * 3, seed: UInt64(seed))
            let stage = CohortTablesStage(profile: profile)
            let table = stage.run(made.state, isJudged: true)[1]
            for wave in names(table, "wave") {
                let figure = try #require(
                    ViolenceWaves.figures(made.state).first { $0.wave == wave }
                )
                var hidden: [Int] = []
                for (name, share) in zip(ViolenceClass.allCases, figure.shares) {
                    let codes = [wave, name.rawValue]
                    if table.value(country, codes, "persons_with") == .suppressed {
                        hidden.append(share.with)
                        #expect(table.value(country, codes, "estimate") == .suppressed)
                        #expect(table.value(country, codes, "lower") == .suppressed)
                        #expect(table.value(country, codes, "persons_without") == .suppressed)
                    } else {
                        #expect(share.with == 0 || share.with >= profile.threshold)
                    }
                }
                guard !hidden.isEmpty else { continue }
                withheld += 1
                let all = figure.shares.filter { $0.with > 0 }.count
                #expect(hidden.count { $0 > 0 } > 1 || all == hidden.count)
                #expect(hidden.reduce(0, +) >= profile.threshold || all == hidden.count)
            }
        }
        #expect(withheld > 5)
    }

    @Test func `a day that adds fewer than the threshold is withheld`() throws {
        let profile = try #require(definitions.profiles["cbs"])
        let made = try MadeCohort(definitions, persons: 200, seed: 1)
        // 20 again by day 90, 4 more by 180, 30 more by 365.
        let measurements = made.state.participants.enumerated().map { place, participant in
            var answers = [Measurement.incidents: 0.0]
            let again = place < 20 ? 50 : place < 24 ? 120 : place < 54 ? 300 : nil
            if let again { answers[Measurement.repeated] = Double(again) }
            return Measurement(
                participant: participant.code,
                wave: "year",
                day: participant.day + 400,
                answers: answers
            )
        }
        let state = CohortState(
            request: made.request,
            questionnaires: made.state.questionnaires,
            participants: made.state.participants,
            seed: "x",
            contacts: made.state.contacts,
            measurements: measurements
        )
        let table = try #require(
            CohortTablesStage(profile: profile).run(state, isJudged: true).last
        )
        #expect(table.value(country, ["0090"], "estimate") == .shown(100))
        #expect(table.value(country, ["0180"], "estimate") == .suppressed)
        #expect(table.value(country, ["0180"], "persons_with") == .suppressed)
        #expect(table.value(country, ["0365"], "estimate") == .shown(270))
    }
}
