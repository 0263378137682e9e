import Definitions
import Foundation
import Testing
import TestSupport
import Weighing

struct ScorerTests {
    let framework: WeighingFramework
    let folder: TestFolder

    init() throws {
        framework = try TestDefinitions.load().weighing
        folder = try TestFolder()
    }

    private static let header = "version,scorer,row,criterion,score,remark\n"

    private func read(_ sheets: [String]) throws -> ScoreSheet {
        let files = try sheets.enumerated().map { index, text in
            URL(filePath: try folder.write(ScorerTests.header + text, to: "blad\(index).csv"))
        }
        return try ScoreSheet.read(files, framework: framework)
    }

    private func refusal(_ sheets: [String]) throws -> String? {
        do {
            _ = try read(sheets)
            return nil
        } catch let error as DefinitionError {
            return error.description
        }
    }

    @Test func `scores stay a distribution, and pairs say how far scorers agree`() throws {
        let sheet = try read([
            "1,anna,10,meaningful,+,\n1,anna,10,practical,+,\n",
            "1,bert,10,meaningful,-,\n1,bert,10,practical,+,\n1,cees,10,meaningful,+,\n",
        ])
        let agreement = ScorerAgreement(sheet, framework: framework)
        #expect(agreement.scorers == ["anna", "bert", "cees"])
        #expect(
            agreement.cells == [
                .init(row: 10, criterion: 2, counts: [0, 0, 2], agreement: 1),
                // Of three pairs one agrees.
                .init(row: 10, criterion: 3, counts: [1, 0, 2], agreement: 1.0 / 3),
            ]
        )
        // Only who scored both criteria of the rule comes to an advice.
        #expect(agreement.advice == [.init(row: 10, counts: [1, 0, 1])])
        #expect(agreement.criteria[0].agreement == nil)
        #expect(agreement.criteria[3].agreement == 1.0 / 3)
    }

    @Test func `alpha on two rows is the value worked out by hand`() throws {
        // Coincidences of (+,+), (−,−): observed disagreement 0, so alpha is 1; all equal leaves it
        // undefined (Krippendorff 2011).
        let sheet = try read([
            "1,a,2,practical,+,\n1,b,2,practical,+,\n1,a,1,practical,-,\n1,b,1,practical,-,\n"
        ])
        let agreement = ScorerAgreement(sheet, framework: framework)
        #expect(agreement.criteria[2].alpha == 1)
        let equal = ScorerAgreement(
            try read(["1,a,2,practical,+,\n1,b,2,practical,+,\n"]),
            framework: framework
        )
        #expect(equal.criteria[2].alpha == nil)
        #expect(equal.criteria[2].agreement == 1)
    }

    @Test func `what does not fit is refused with file and line`() throws {
        #expect(
            try refusal(["1,anna,10,meaningful,?,\n"])
                == "blad0.csv:2: `?`; expected one of `-`, `o`, `+`"
        )
        #expect(
            try refusal(["1,anna,23,meaningful,+,\n"])
                == "blad0.csv:2: `23`; expected a whole number from 1 to 22"
        )
        #expect(
            try refusal(["1,anna,2,cost,+,\n"])
                == "blad0.csv:2: the criterion `cost`; expected one of `existing`, `technical`, "
                + "`practical`, `meaningful`, `linkable`"
        )
        #expect(
            try refusal([
                "1,anna,2,practical,+,\n", "1,bert,2,practical,+,\n1,anna,2,practical,o,\n",
            ])
                == "blad1.csv:3: `o`, where the same scorer gave this cell `+` in blad0.csv:2; "
                + "expected one score for a cell"
        )
        #expect(
            try refusal(["2,anna,2,practical,+,\n"])
                == "blad0.csv:2: `2`; expected a whole number from 1 to 1"
        )
    }

    @Test func `scores of two versions are not put together`() throws {
        let place = try TestFolder()
        let copy = URL(filePath: place.path("Definitions"))
        try FileManager.default.copyItem(at: TestDefinitions.folder, to: copy)
        let file = copy.appending(path: "weighing/framework.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let second = text[text.range(of: "  - version: 1")!.lowerBound...]
            .replacing("version: 1", with: "version: 2")
        try Data((text + second).utf8).write(to: file)
        let framework = try DefinitionSet.load(from: copy).weighing
        #expect(framework.versions.map(\.number) == [1, 2])
        let sheets = ["1,anna,2,practical,+,\n", "2,anna,2,practical,+,\n"]
        let files = try sheets.enumerated().map { index, text in
            URL(filePath: try folder.write(ScorerTests.header + text, to: "v\(index).csv"))
        }
        let message = #expect(throws: DefinitionError.self) {
            _ = try ScoreSheet.read(files, framework: framework)
        }
        #expect(
            message?.description
                == "v1.csv:2: version 2, and version 1 in v0.csv:2; expected scores of one version"
        )
    }
}
