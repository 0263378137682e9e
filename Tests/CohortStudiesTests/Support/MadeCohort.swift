import CohortStudies
import Definitions
import Domain
import Statistics

/// A cohort whose truth is known: who recovered, and why some were lost.
///
/// Recovery hangs on the violence at the start, and so does loss: those with much violence recover
/// less and are lost more, so that the measured look better off than all.
struct MadeCohort {
    let definitions: DefinitionSet
    let request: CohortRequest
    let state: CohortState
    /// The share of members, measured or not, who recovered.
    let recovered: Double
    /// The share of members with no violence a year later.
    let withoutViolence: Double

    static func request(_ definitions: DefinitionSet) throws -> CohortRequest {
        try CohortRequest.read(text, file: "cohort.yaml", against: definitions)
    }

    init(_ definitions: DefinitionSet, persons: Int, seed: UInt64, losesMore: Bool = true) throws {
        self.definitions = definitions
        request = try MadeCohort.request(definitions)
        var chance = SeededGenerator(seed: seed)
        var participants: [Participant] = []
        var contacts: [String: SafeContact] = [:]
        var measurements: [Measurement] = []
        var recovered = 0.0
        var calm = 0.0
        for number in 1...persons {
            let code = "P" + String(100_000 + number).dropFirst()
            let start = request.from.number + Int32(chance.index(below: 180))
            let age = 3 + chance.index(below: 15)
            participants.append(
                Participant(
                    code: code,
                    organisation: "00910001",
                    day: start,
                    reporter: "01",
                    age: age,
                    mark: code
                )
            )
            contacts[code] = MadeCohort.given(code)
            let isMuch = chance.uniform() < 0.4
            let before = 22 + chance.index(below: 8)
            let isRecovered = chance.uniform() < (isMuch ? 0.3 : 0.7)
            let isCalm = chance.uniform() < (isMuch ? 0.35 : 0.75)
            if isRecovered { recovered += 1 }
            if isCalm { calm += 1 }
            measurements.append(
                MadeCohort.measurement(code, "start", start + 30, before, isMuch ? 9 : 2)
            )
            let lossOfMuch = losesMore ? 0.6 : 0.2
            guard chance.uniform() >= (isMuch ? lossOfMuch : 0.2) else { continue }
            measurements.append(
                MadeCohort.measurement(
                    code,
                    "year",
                    start + 365,
                    isRecovered ? 4 + chance.index(below: 6) : before + chance.index(below: 3),
                    isCalm ? 0 : 3
                )
            )
        }
        self.recovered = recovered / Double(persons)
        withoutViolence = calm / Double(persons)
        state = CohortState(
            request: request,
            questionnaires: definitions.questionnaires.filter { $0.key == "voorbeeldschaal" },
            participants: participants,
            seed: "x",
            contacts: contacts,
            measurements: measurements
        )
    }

    static func given(_ code: String) -> SafeContact {
        SafeContact(
            participant: code,
            ageBand: .under12,
            representative: .parents,
            accused: .first,
            readingAlong: .yes,
            channel: .visit,
            isHeardApart: true,
            consenters: [.second],
            outcome: .given
        )
    }

    /// A measurement whose ten items come to a score.
    static func measurement(
        _ code: String,
        _ wave: String,
        _ day: Int32,
        _ score: Int,
        _ incidents: Double
    ) -> Measurement {
        var answers = [Measurement.incidents: incidents, Measurement.severe: 0]
        var left = score
        for item in 1...10 {
            let part = min(4, (left + 10 - item) / (11 - item))
            left -= part
            // Items 3 and 7 count the other way round.
            answers["voorbeeldschaal.\(item)"] = Double([3, 7].contains(item) ? 4 - part : part)
        }
        return Measurement(participant: code, wave: wave, day: day, answers: answers)
    }

    static let text = """
        id: cohort-2019
        title: {nl: Proef, en: Trial}
        enrolment: {from: 2019-01-01, until: 2019-06-30, youngest: 3, oldest: 17}
        waves:
          - {id: start, title: {nl: Start, en: Start}, from: 0, until: 90}
          - {id: year, title: {nl: Jaar, en: Year}, from: 330, until: 450}
        measures:
          - {questionnaire: voorbeeldschaal, method: JT, cutoff: c}
        violence:
          much-from: 6
          source: {nl: Proef, en: Trial}
        horizons: [90, 180, 365]
        """
}
