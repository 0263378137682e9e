import CaseFileStudies
import CohortStudies
import Definitions
import Testing

/// Who enters, and what of a report is kept.
struct EnrolmentTests {
    let request: CohortRequest

    init() throws { request = try MadeCohort.request(try MadeDefinitions.load()) }

    static let header = "organisatie;soort;nummer;casus;datum;melder;aard;rol;geboortedatum\n"

    private func read(
        _ rows: [String],
        known: [Participant] = []
    ) throws -> [EnrolmentTable.Entrant] {
        let text = EnrolmentTests.header + rows.joined(separator: "\n") + "\n"
        return try EnrolmentTable.read(
            Array(text.utf8),
            path: "v.csv",
            request: request,
            seed: "2019-0104",
            known: known
        )
    }

    @Test func `one child of a case enters, by its first report in the window`() throws {
        let found = try read([
            "00910001;M;R1;C1;20190301;01;01;S;20100101",
            "00910001;M;R1;C1;20190301;01;01;S;20120101",
            "00910001;M;R1;C1;20190301;01;01;P;19800101",
            "00910001;M;R2;C1;20190201;05;01;S;20100101",
            "00910001;A;R3;C2;20190301;01;01;S;20100101",
            "00910001;M;R4;;20190701;01;01;S;20100101",
            "00910001;M;R5;;20190630;01;01;S;20170101", "00910001;M;R6;;20190630;01;01;B;20010701",
        ])
        // R2 is the first of its case; R3 is an advice; R4 is late; the child of R5 is two, that of
        // R6 is 17 for one more day.
        #expect(Set(found.map(\.report)) == ["R2", "R6"])
        #expect(Set(found.map(\.participant.code)) == ["P00001", "P00002"])
        let second = try #require(found.first { $0.report == "R2" }).participant
        #expect(second.age == 9 && second.reporter == "05" && second.organisation == "00910001")
        #expect(found.first { $0.report == "R6" }?.participant.age == 17)
        // Neither the number of the report nor that of the case is in what is kept.
        #expect(found.allSatisfy { !"\($0.participant)".contains($0.report) })
    }

    @Test func `the same delivery again lets nobody enter anew`() throws {
        let rows = [
            "00910001;M;R1;C1;20190301;01;01;S;20100101",
            "00910001;M;R2;;20190302;01;01;S;20100101",
        ]
        let first = try read(rows).map(\.participant)
        #expect(first.count == 2)
        #expect(try read(rows, known: first).isEmpty)
        let more = try read(
            rows + ["00910001;M;R9;;20190302;01;01;S;20100101"],
            known: first
        )
        #expect(more.map(\.participant.code) == ["P00003"])
    }

    @Test func `the order of rows does not decide which child enters`() throws {
        var rows = (0..<8).map {
            "00910001;M;R1;C1;20190301;01;01;S;20\(10 + $0)0101".replacing("2017", with: "2009")
        }
        let first = try read(rows)
        #expect(first.count == 1)
        rows.reverse()
        #expect(try read(rows).map(\.participant.age) == first.map(\.participant.age))
    }

    @Test func `a day that is none is named by row`() {
        #expect(
            throws: StudyError.badCell(
                path: "v.csv",
                row: 2,
                column: "datum",
                expected: "a day as 20190131"
            )
        ) { try read(["00910001;M;R1;C1;1 maart;01;01;S;20100101"]) }
    }
}
