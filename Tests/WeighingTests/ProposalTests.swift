import Definitions
import Foundation
import Testing
import TestSupport
import Weighing

struct ProposalTests {
    let framework: WeighingFramework
    let folder: TestFolder

    init() throws {
        framework = try TestDefinitions.load().weighing
        folder = try TestFolder()
    }

    private static let why =
        "Dit is een antwoord in eigen woorden dat lang genoeg is voor het formulier."

    private static func text(process: String = why, leavingOut: Int = 0, id: String = "nieuw")
        -> String
    {
        let rows = [2, 3, 6, 7, 9, 12, 19, 22].filter { $0 != leavingOut }
        let scores = [
            ("existing", "-"), ("technical", "+"), ("practical", "+"), ("meaningful", "o"),
            ("linkable", "-"),
        ]
        return """
            id: \(id)
            title: {nl: Nieuw, en: New}
            aspect: {nl: Iets, en: Something}
            scores:
            \(scores.map { "  \($0.0): {score: \"\($0.1)\", why: \"\(why)\"}" }
                .joined(separator: "\n"))
            recorded-by: Wijkteam
            primary-process: "\(process)"
            minutes-per-case: "4.5"
            cases-per-year: "20000"
            alternatives:
            \(rows.map { "  - {row: \($0), why-not: \"\(why)\"}" }.joined(separator: "\n"))
            strategic-behaviour: "\(why)"

            """
    }

    private func read(_ text: String) throws -> CandidateProposal {
        let path = try folder.write(text, to: "voorstel.yaml")
        return try CandidateProposal.read(
            URL(filePath: path),
            framework: framework,
            shortest: 40
        )
    }

    @Test func `a proposal comes to an advice, a burden and what was weighed better`() throws {
        let proposal = try read(ProposalTests.text())
        let review = ProposalReview(of: proposal, in: framework)
        #expect(review.advice == .between)
        #expect(review.hoursPerYear == 1500)
        #expect(!review.isForFiguresAlone)
        #expect(review.better.map(\.number) == [2, 3, 6, 9, 22])
        #expect(review.sensitivity.cells == 1)
    }

    @Test func `nothing may be left open`() throws {
        func refusal(_ text: String) -> String? {
            do {
                _ = try read(text)
                return nil
            } catch {
                return "\(error)"
            }
        }
        #expect(
            refusal(ProposalTests.text(leavingOut: 12))
                == "voorstel.yaml:15: nothing on the rows 12, which are advised; expected why "
                + "each of them does not do"
        )
        #expect(
            refusal(ProposalTests.text(process: "none"))
                == "voorstel.yaml:11: `none` and `+` for `practical`; expected a process for "
                + "which it is recorded anyway, or a lower score: what is recorded for the "
                + "figures alone is not recorded well"
        )
        #expect(
            refusal(ProposalTests.text(process: "intake"))
                == "voorstel.yaml:11: an answer of 6 letters; expected one of 40 or more, or `none`"
        )
        #expect(
            refusal(ProposalTests.text(id: "rom"))
                == "voorstel.yaml:1: the candidate `rom`, which was weighed before; expected a "
                + "new id"
        )
    }
}
