import CaseFileStudies
import CohortStudies
import Definitions
import Testing

/// Scores, and what comes in by CSV: every mistake by what, where and what was expected.
struct MeasurementTests {
    let definitions: DefinitionSet
    let made: MadeCohort

    init() throws {
        definitions = try MadeDefinitions.load()
        made = try MadeCohort(definitions, persons: 3, seed: 1)
    }

    private func score(_ answers: [Int: Double]) throws -> Double? {
        let questionnaire = try #require(definitions.questionnaires["voorbeeldschaal"])
        let measurement = Measurement(
            participant: "P00001",
            wave: "start",
            day: 0,
            answers: Dictionary(
                uniqueKeysWithValues: answers.map { ("voorbeeldschaal.\($0.key)", $0.value) }
            )
        )
        return Scoring(questionnaire).score(measurement)
    }

    @Test func `items three and seven count the other way round`() throws {
        var answers = Dictionary(uniqueKeysWithValues: (1...10).map { ($0, 1.0) })
        // Eight ones, and two reversed: 4 − 1.
        #expect(try score(answers) == 14)
        answers[3] = 4
        #expect(try score(answers) == 11)
    }

    @Test func `two missing items are the mean of the others, three give no score`() throws {
        var answers = Dictionary(uniqueKeysWithValues: (1...10).map { ($0, 2.0) })
        answers[1] = nil
        answers[2] = nil
        #expect(try score(answers) == 20)
        answers[4] = nil
        #expect(try score(answers) == nil)
        #expect(try score([:]) == nil)
    }

    @Test func `a questionnaire under licence takes a score that was worked out elsewhere`() throws
    {
        let questionnaire = try #require(definitions.questionnaires["arij"])
        #expect(questionnaire.items == nil && questionnaire.norms.isEmpty)
        let measurement = Measurement(
            participant: "P00001",
            wave: "start",
            day: 0,
            answers: ["arij.score": 7.5]
        )
        #expect(Scoring(questionnaire).score(measurement) == 7.5)
    }

    @Test func `a cohort with a questionnaire that has no norms does not load`() {
        let text = MadeCohort.text.replacing("voorbeeldschaal", with: "arij")
        #expect(
            throws: DefinitionError(
                file: "cohort.yaml",
                line: 8,
                found: "the questionnaire `arij`, which has no norms",
                expected: "norms in its record, filled in from its manual by whoever may use it"
            )
        ) { try CohortRequest.read(text, file: "cohort.yaml", against: definitions) }
    }

    @Test(arguments: [
        (0.0, 0.0, ViolenceClass.none), (1, 0, .moderate), (5, 0, .moderate), (6, 0, .muchOrSevere),
        (1, 1, .muchOrSevere),
    ])
    func `violence has its class`(_ incidents: Double, _ severe: Double, _ name: ViolenceClass) {
        let measurement = Measurement(
            participant: "P00001",
            wave: "start",
            day: 0,
            answers: [Measurement.incidents: incidents, Measurement.severe: severe]
        )
        #expect(ViolenceClass.of(measurement, made.request.violence) == name)
    }

    @Test func `without knowing whether it was severe a low class is not given`() {
        let measurement = Measurement(
            participant: "P00001",
            wave: "start",
            day: 0,
            answers: [Measurement.incidents: 2]
        )
        #expect(ViolenceClass.of(measurement, made.request.violence) == nil)
    }

    private func read(_ lines: [String]) throws -> [Measurement] {
        let text = "participant,wave,day,item,value\n" + lines.joined(separator: "\n") + "\n"
        let state = CohortState(
            request: made.request,
            questionnaires: made.state.questionnaires,
            participants: made.state.participants.map {
                Participant(
                    code: $0.code,
                    organisation: "00910001",
                    day: 17_956,
                    reporter: "01",
                    age: 8,
                    mark: $0.mark
                )
            },
            seed: "x",
            contacts: ["P00001": MadeCohort.given("P00001")]
        )
        return try MeasurementTable.read(Array(text.utf8), path: "m.csv", state: state)
    }

    // Day 17 956 is 1 March 2019.
    static let mistakes: [(String, String, String)] = [
        ("P00009,start,2019-03-05,violence.severe,1", "participant", "a code of the participants"),
        ("P00002,start,2019-03-05,violence.severe,1", "participant", "a participant with consent"),
        ("P00001,later,2019-03-05,violence.severe,1", "wave", "start, year"),
        ("P00001,start,5 maart,violence.severe,1", "day", "a day as 2026-11-25"),
        (
            "P00001,start,2019-07-05,violence.severe,1", "day",
            "a day from 0 to 90 days after the report"
        ),
        (
            "P00001,start,2019-03-05,voorbeeldschaal.11,1", "item",
            "voorbeeldschaal.1 to .10, violence.incidents, violence.severe, violence.repeated-after, "
                + "placed-after"
        ),
        (
            "P00001,start,2019-03-05,voorbeeldschaal.1,5", "value",
            "a number from 0 to 4, or nothing"
        ),
        (
            "P00001,start,2019-03-05,violence.repeated-after,5", "value",
            "a number from 0 to 4, or nothing"
        ),
        (
            "P00001,start,2019-03-05,violence.incidents,1.5", "value",
            "a number from 0 to 1000, or nothing"
        ),
    ]

    @Test(arguments: mistakes)
    func `a measurement that cannot be is refused`(
        _ line: String,
        _ column: String,
        _ expected: String
    ) {
        #expect(
            throws: StudyError.badCell(path: "m.csv", row: 2, column: column, expected: expected)
        ) { try read([line]) }
    }

    @Test func `an empty answer is missing, and an item stands once`() throws {
        let found = try read([
            "P00001,start,2019-03-05,voorbeeldschaal.1,",
            "P00001,start,2019-03-05,violence.severe,0",
        ])
        #expect(found.map(\.answers) == [[Measurement.severe: 0]])
        #expect(
            throws: StudyError.badCell(
                path: "m.csv",
                row: 3,
                column: "item",
                expected: "each item once, on one day"
            )
        ) {
            try read([
                "P00001,start,2019-03-05,violence.severe,0",
                "P00001,start,2019-03-06,violence.incidents,0",
            ])
        }
    }
}
