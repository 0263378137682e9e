import CaseFileStudies
import Columns
import Definitions
import Domain
import Statistics
import Testing

/// A study of a made frame, with what is true of every file.
struct MadeStudy {
    let definitions: DefinitionSet
    let instrument: Instrument
    let request: StudyRequest
    let text: String
    let frame: CaseFileFrame
    /// Whether a plan is there, by organisation and place.
    var plans: [[Bool]] = []
    /// The class seen at the first look.
    var classes: [[String]] = []

    static let codes = ["none", "outside-network", "own-network", "own-network-structural"]

    /// Makes a frame from a seed, and a question with what `change` does to its text.
    init(organisations: Int, seed: UInt64, change: (String) -> String = { $0 }) throws {
        definitions = try MadeDefinitions.load()
        instrument = try MadeStudy.requireInstrument(definitions)
        text = change(MadeStudy.question)
        request = try StudyRequest.read(text, file: "question.yaml", against: definitions)
        var chance = SeededGenerator(seed: seed)
        var made: [CaseFileFrame.Organisation] = []
        for number in 0..<organisations {
            let size = 40 + chance.index(below: 160)
            let files = (0..<size).map { _ in
                CaseFileFrame.File(
                    person: Pseudonym(high: chance.next(), low: chance.next()),
                    referrer: ["01", "02", "03"][chance.index(below: 3)],
                    form: "01",
                    part: "LD0\(1 + number % 4)"
                )
            }
            made.append(
                CaseFileFrame.Organisation(name: "0090\(1000 + number)", files: files)
            )
            let leaning = 0.1 * chance.normal()
            let seen = files.map { _ -> String in
                let place = chance.uniform()
                return MadeStudy.codes[place < 0.8 ? 0 : place < 0.9 ? 1 : place < 0.95 ? 2 : 3]
            }
            classes.append(seen)
            plans.append(
                seen.map { chance.uniform() < 0.45 + leaning + ($0 == "none" ? 0 : 0.2) }
            )
        }
        frame = CaseFileFrame(
            source: "jeugdhulp",
            period: request.period,
            organisations: made
        )
    }

    /// The share of files with a plan, of all or of those with sexual violence.
    func truth(sexualViolence: Bool) -> Double {
        var with = 0.0
        var all = 0.0
        for (own, seen) in zip(plans, classes) {
            for (plan, name) in zip(own, seen) where !sexualViolence || name != "none" {
                all += 1
                if plan { with += 1 }
            }
        }
        return with / all
    }

    /// The study, drawn with a seed and coded without a mistake, as far as families respond.
    func state(seed: String, responds: (StudyDraw.File) -> Bool = { _ in true }) throws
        -> StudyState
    {
        let plan = try DesignStage(request: request, text: text, instrument: instrument)
            .run(frame, version: 1, day: CalendarDay(number: 20_000))
        var state = StudyState(
            plan: SignedPlan(plan: plan, signature: "", publicKey: ""),
            request: request,
            last: 0
        )
        let draw = try DrawStage(request: request, plan: plan).run(frame, seed: seed).draw
        state.draw = draw
        let places = draw.organisations.map { organisation in
            frame.organisations.firstIndex { $0.name == organisation.name } ?? 0
        }
        if request.screeningItem != nil {
            var seen: [String: String] = [:]
            for file in state.sample {
                seen[file.code] = classes[places[file.organisation]][file.place]
            }
            state.secondPhase = SecondPhase(
                seen,
                draw: draw,
                sample: state.sample,
                request: request
            )
        }
        for file in state.asked {
            let isGiven = responds(file)
            state.consents[file.code] = Consent(
                file: file.code,
                ageBand: .under12,
                outcome: isGiven ? .given : .notReachable
            )
            guard isGiven else { continue }
            let hasPlan = plans[places[file.organisation]][file.place]
            for (round, coder) in [(Coding.Round.first, "A"), (.second, "B")]
            where round == .first || file.isCodedTwice {
                state.codings.append(
                    Coding(
                        file: file.code,
                        coder: coder,
                        round: round,
                        day: "2026-01-01",
                        answers: [
                            "safety-plan-present": Coding.Answer(value: hasPlan ? "yes" : "no")
                        ]
                    )
                )
            }
        }
        return state
    }

    private static func requireInstrument(_ definitions: DefinitionSet) throws -> Instrument {
        try #require(definitions.instruments["casefile"])
    }

    /// A question without screening; `change` adds it.
    static let question = """
        id: made
        title: {nl: Proef, en: Trial}
        source: jeugdhulp
        period: 2019H1
        instrument: casefile
        organisations: {number: 14, method: srs}
        files: {number: 600, strata: none, division: proportional, least: 4}
        double-coding: 0.2
        agreement-limit: 0.67
        expected: {response: 1, proportion: 0.5, correlation: 0.05, difference: 0.2}
        domains:
          - {id: T, title: {nl: Alle, en: All}, margin: 0.1}
        estimates:
          - {id: plan, title: {nl: Plan, en: Plan}, item: safety-plan-present, kind: share, codes: ["yes"]}

        """

    /// The question with sexual violence as a planned domain, looked for first.
    static func screened(_ text: String) -> String {
        text.replacing(
            "double-coding",
            with: """
                screening:
                  item: sexual-violence-screen
                  least: 2
                  classes:
                    - {code: none, kept: 0.4, expected: 0.8}
                    - {code: outside-network, kept: 1, expected: 0.1}
                    - {code: own-network, kept: 1, expected: 0.05}
                    - {code: own-network-structural, kept: 1, expected: 0.05}
                double-coding
                """
        ).replacing(
            "estimates:",
            with: """
                  - {id: sv, title: {nl: SG, en: SV}, screening: [outside-network, own-network, own-network-structural], margin: 0.15}
                estimates:
                """
        )
    }
}
