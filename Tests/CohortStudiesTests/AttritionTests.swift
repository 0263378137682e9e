import CohortStudies
import Definitions
import Statistics
import Testing

/// Who was lost, what weights make of it, and what a slow twin says.
struct AttritionTests {
    let definitions: DefinitionSet

    init() throws { definitions = try MadeDefinitions.load() }

    @Test func `weights stand for all, and agree with a slow twin`() throws {
        for seed in 1...20 {
            let made = try MadeCohort(definitions, persons: 300, seed: UInt64(seed))
            let measured = Set(made.state.measured(in: "year").keys)
            let weights = Attrition(made.state).weights(measured)
            #expect(Set(weights.keys) == measured)
            let sum = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            #expect(abs(sum - 300) < 1e-9)
            // The twin, one member at a time: all ÷ measured of its class, over all ages where an
            // age has too few.
            let start = made.state.measured(in: "start")
            func violence(_ one: Participant) -> Double? {
                start[one.code]?.answers[Measurement.incidents]
            }
            for one in made.state.participants where measured.contains(one.code) {
                let own = made.state.participants.filter { violence($0) == violence(one) }
                let ages = Set(own.map(\.ageClass))
                let least = ages.map { age in
                    own.count { $0.ageClass == age && measured.contains($0.code) }
                }.min()
                let cell =
                    (least ?? 0) >= Attrition.leastAnswers
                    ? own.filter { $0.ageClass == one.ageClass } : own
                let seen = cell.count { measured.contains($0.code) }
                let twin = Double(cell.count) / Double(seen)
                #expect(abs((weights[one.code] ?? 0) - twin) < 1e-9)
            }
        }
    }

    @Test func `a small class is joined, and nobody measured has no share`() throws {
        let made = try MadeCohort(definitions, persons: 12, seed: 3)
        let one = made.state.participants[0].code
        let weights = Attrition(made.state).weights([one])
        #expect(weights == [one: 12])
        let nobody = Attrition(made.state).share([:], level: 0.95)
        #expect(nobody.share == nil && nobody.interval == nil && nobody.lost == 12)
    }

    @Test func `without loss a share is plain and its interval is Wilson's`() throws {
        let made = try MadeCohort(definitions, persons: 100, seed: 4)
        let values = Dictionary(
            uniqueKeysWithValues: made.state.participants.enumerated().map {
                ($1.code, $0 < 30)
            }
        )
        let share = Attrition(made.state).share(values, level: 0.95)
        #expect(share.with == 30 && share.lost == 0)
        #expect(abs((share.share ?? 0) - 0.3) < 1e-12)
        let wilson = ProportionInterval.wilson.limits(successes: 30, of: 100)
        #expect(abs((share.interval?.lower ?? 0) - wilson.lower) < 1e-9)
        #expect(abs((share.interval?.upper ?? 0) - wilson.upper) < 1e-9)
        #expect(share.bounds == Interval(0.3, 0.3))
    }

    @Test func `who withdrew counts nowhere any more`() throws {
        let made = try MadeCohort(definitions, persons: 40, seed: 5)
        var contacts = made.state.contacts
        let code = made.state.participants[0].code
        let given = MadeCohort.given(code)
        contacts[code] = SafeContact(
            participant: code,
            ageBand: given.ageBand,
            representative: given.representative,
            accused: given.accused,
            readingAlong: given.readingAlong,
            channel: given.channel,
            isHeardApart: true,
            consenters: [],
            outcome: .withdrawn
        )
        let state = CohortState(
            request: made.request,
            questionnaires: made.state.questionnaires,
            participants: made.state.participants,
            seed: "x",
            contacts: contacts,
            measurements: made.state.measurements
        )
        #expect(state.members.count == 39)
        #expect(state.measured(in: "start")[code] == nil)
        #expect(WaveResponse.all(state)[0].share.persons == 39)
    }
}
