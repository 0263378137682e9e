import Definitions
import Foundation
import Testing
import TestSupport
import Weighing

struct QualityTests {
    let framework: QualityFramework
    let folder: TestFolder

    init() throws {
        framework = try TestDefinitions.load().quality
        folder = try TestFolder()
    }

    private func read(_ lines: String) throws -> [QualityFramework.Answer] {
        let path = try folder.write("organisation,year,item,value\n" + lines, to: "opgave.csv")
        return try framework.read([URL(filePath: path)])
    }

    private func refusal(_ lines: String) -> String? {
        do {
            _ = try read(lines)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test func `a share is of those who answered, and silence is no no`() throws {
        let answers = try read(
            """
            a,2024,professionals,40
            a,2024,trained-maltreatment,10
            a,2024,attention-officer,yes
            b,2024,professionals,60
            c,2024,attention-officer,no

            """
        )
        let found = QualitySummary.all(answers, framework: framework)
        let trained = try #require(found.first { $0.item == "trained-maltreatment" })
        #expect(trained.organisations == 3)
        #expect(trained.answered == 1)
        // Of the 40 of the one who answered, not of the 100 of all.
        #expect(trained.share == 0.25)
        let officer = try #require(found.first { $0.item == "attention-officer" })
        #expect(officer.answered == 2)
        #expect(officer.share == 0.5)
        let whole = try #require(found.first { $0.item == "professionals" })
        #expect(whole.total == 100)
        #expect(whole.share == nil)
        #expect(found.first { $0.item == "consultation" }?.share == nil)
    }

    @Test func `what does not fit is refused with file and line`() {
        #expect(
            refusal("a,2024,training,4\n")
                == "opgave.csv:2: the item `training`; expected one of `professionals`, "
                + "`trained-maltreatment`, `trained-sexual-violence`, `attention-officer`, "
                + "`consultation`, `trauma-sensitive`"
        )
        #expect(
            refusal("a,2024,consultation,ja\n")
                == "opgave.csv:2: `ja`; expected `yes` or `no`"
        )
        #expect(
            refusal("a,2024,professionals,4\na,2024,trained-maltreatment,5\n")
                == "opgave.csv:3: `trained-maltreatment` larger than `professionals`; expected a "
                + "part no larger than its whole"
        )
        #expect(
            refusal("a,2024,trained-maltreatment,5\n")
                == "opgave.csv:2: `trained-maltreatment` without `professionals` above it; "
                + "expected the whole before its part"
        )
        #expect(
            refusal("a,2024,consultation,no\na,2024,consultation,yes\n")
                == "opgave.csv:3: `consultation` of one organisation and year more than once; "
                + "expected one answer"
        )
    }
}
