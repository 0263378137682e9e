import Definitions
import Domain
import Testing

struct RegionalGoalsTests {
    private static let template = ShippedDefinitions.text("templates/goals.yaml")

    @Test func `the template has a goal with a figure and one that is not measured`() throws {
        let goals = try RegionalGoals.read(
            Self.template,
            file: "goals.yaml",
            against: try ShippedDefinitions.load()
        )
        #expect(goals.regions == ["GM0363"])
        #expect(goals.goals.map(\.id) == ["repeat", "voice"])
        #expect(goals.goals[0].figure?.indicator == "BJ-04")
        #expect(goals.goals[0].figure?.wanted == .atMost)
        #expect(goals.goals[1].figure == nil)
        #expect(goals.goals[0].decided.description == "2018-01-01")
    }

    static let refusals: [(String, String, String)] = [
        ("indicator: BJ-04", "indicator: BJ-99", "the indicator `BJ-99`, which does not exist"),
        ("measure: repeat", "measure: better", "the measure `better`, which BJ-04 does not have"),
        ("wanted: at-most", "wanted: less", "`less`"),
        ("id: voice", "id: repeat", "a second goal `repeat`"),
        (
            "by: 2022-12-31\\n    figure", "by: 2017-12-31\\n    figure",
            "a last day that does not come after the day of the decision"
        ),
        ("source:", "bron:", "the key `bron`"),
    ]

    @Test(arguments: refusals)
    func `what is no goal is named with its line`(
        _ old: String,
        _ new: String,
        _ found: String
    ) throws {
        let text = Self.template.replacing(
            old.replacing("\\n", with: "\n"),
            with: new.replacing("\\n", with: "\n")
        )
        #expect(text != Self.template)
        let definitions = try ShippedDefinitions.load()
        let error = #expect(throws: DefinitionError.self) {
            try RegionalGoals.read(text, file: "goals.yaml", against: definitions)
        }
        #expect(error?.found == found)
        #expect((error?.line ?? 0) > 0)
    }
}
