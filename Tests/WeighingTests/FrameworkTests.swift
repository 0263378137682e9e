import Definitions
import Domain
import Testing
import TestSupport
import Weighing

/// The framework of the report comes out as it was published.
struct FrameworkTests {
    let framework: WeighingFramework

    init() throws {
        framework = try TestDefinitions.load().weighing
    }

    @Test func `all 22 rows stand there with their scores and their advice`() {
        // Row, five scores, coded advice: the table of §5.6, typed over by hand from the report.
        let published = """
            1 -o--+ -
            2 +++++ +
            3 +++++ +
            4 +++-- -
            5 o+o-- -
            6 +++++ +
            7 -o--+ diepteonderzoek
            8 +--o+ -
            9 ++++o +
            10 +++o+ -
            11 -+-o+ -
            12 -+-+- diepteonderzoek
            13 -+--- -
            14 -+o-- -
            15 ++-++ -
            16 ----+ -
            17 -+--+ -
            18 -+--- -
            19 -+o+- o
            20 -+o-o -
            21 ++++- -
            22 -+++- +
            """
        let lines = framework.rows.map { row in
            "\(row.number) \(row.scores.map(\.rawValue).joined()) \(row.advice.rawValue)"
        }
        #expect(lines.joined(separator: "\n") == published)
    }

    @Test func `the rule gives 18 of the 22 advices, and four rows say why not`() {
        let other = framework.rows.filter { WeighingAdvice(framework.rule($0.scores)) != $0.advice }
        #expect(other.map(\.number) == [7, 10, 12, 21])
        #expect(other.map { framework.rule($0.scores) } == [.minus, .between, .minus, .plus])
        #expect(
            other.map(\.publishedAdvice) == [
                "mgl diepte onderzoek via steekproef", "-", "steekproefsgewijs goed instrument",
                "-",
            ]
        )
        for row in framework.rows {
            let candidate = framework.candidate(row: row.number)
            #expect((candidate?.difference != nil) == other.contains(row))
        }
    }

    @Test func `every row leads to an indicator, a series, a study or a reason`() throws {
        let definitions = try TestDefinitions.load()
        for row in framework.rows {
            let candidate = try #require(framework.candidate(row: row.number))
            #expect(!candidate.reason.nl.isEmpty && !candidate.reason.en.isEmpty)
            let indicators = definitions.indicators.values.filter { $0.weighingRow == row.number }
            if candidate.verdict == .collected {
                #expect(!indicators.isEmpty || !candidate.series.isEmpty)
                #expect(row.advice == .plus)
            } else {
                #expect(indicators.map(\.id).sorted() == candidate.exceptions)
            }
        }
    }

    @Test func `no item of the report's list is missing`() {
        let named = [
            "ptsd-diagnoses", "effective-interventions", "rom", "arij", "lirik", "cfra", "care-nl",
            "delta-safety-list", "cries-13", "pvl", "gvl", "obvl", "sdq", "obligatory-field",
            "reporting-code-followed", "gp-code", "scan-of-reasons", "scan-of-case-files",
            "reference-index", "abuse-material-reports", "court-data", "waiting-lists",
            "closed-care", "campaign-effect", "measurable-objectives", "signals-from-schools",
            "human-trafficking", "youth-act-expenditure", "population-traits", "diagnoses-table",
            "municipal-monitor", "jeugdmonitor", "poverty-monitor", "health-monitor",
            "waarstaatjegemeente", "police-incidents",
        ]
        for id in named {
            #expect(framework.candidate(named: id)?.id == id, "\(id)")
        }
    }
}
