import Definitions
import Foundation
import Testing

struct StudyRequestTests {
    private static let template = ShippedDefinitions.text("templates/study.yaml")

    @Test func `the template is a question with sexual violence as a planned domain`() throws {
        let request = try StudyRequest.read(
            Self.template,
            file: "study.yaml",
            against: try ShippedDefinitions.load()
        )
        #expect(request.domains.map(\.id).contains("sexual-violence"))
        #expect(request.domains.map(\.id).contains("own-network-structural"))
        #expect(request.shares.map(\.kept) == [0.4, 1, 1, 1])
        #expect(request.estimates.count == 7)
    }

    static let refusals: [(String, String, String)] = [
        ("source: jeugdhulp", "source: veiligthuis", "the source `veiligthuis`"),
        (
            "instrument: casefile", "instrument: other",
            "the instrument `other`, which does not exist"
        ),
        ("method: pps", "method: quota", "`quota`"),
        ("expected: 0.88", "expected: 0.80", "expected shares that do not add up"),
        (
            "item: safety-plan-used, kind: share", "item: impact, kind: share",
            "the item `impact` for `share`"
        ),
        (
            "screening: [own-network-structural]", "screening: [rare]",
            "the screening code `rare` in a domain"
        ),
        ("agreement-limit: 0.67", "agreement-limit: 67", "`67`"),
        ("id: plannen-2019", "id: Plannen 2019", "`Plannen 2019`"),
    ]

    @Test(arguments: refusals)
    func `what a question cannot ask is named with its line`(
        _ old: String,
        _ new: String,
        _ found: String
    ) throws {
        let text = Self.template.replacing(old, with: new)
        #expect(text != Self.template)
        let definitions = try ShippedDefinitions.load()
        let error = #expect(throws: DefinitionError.self) {
            try StudyRequest.read(text, file: "study.yaml", against: definitions)
        }
        #expect(error?.found == found)
        #expect(error?.file == "study.yaml")
        #expect(error?.line != nil)
    }
}
