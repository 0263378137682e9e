import Definitions
import Foundation
import Testing

struct InstrumentTests {
    @Test func `the shipped case-file instrument holds the report's lists`() throws {
        let instrument = try #require(try ShippedDefinitions.load().instruments["casefile"])
        let continua = instrument.items.filter { $0.kind == .continuum }
        #expect(continua.allSatisfy { $0.anchors.map(\.code) == ["0", "25", "50", "75", "100"] })
        #expect(continua.allSatisfy { $0.mayBeEstimated && $0.missing.count == 2 })
        #expect(instrument.item("disturbing-elements")?.options.count == 6)
        #expect(instrument.item("family-profile")?.options.count == 6)
        // For sexual violence setting, duration and impact, and no scale of severity.
        let sexual = try #require(instrument.sections.first { $0.id == "sexual-violence" })
        #expect(sexual.items.map(\.id) == ["sv-setting", "sv-duration", "sv-impact", "sv-help"])
        #expect(
            instrument.item("severity-other-forms")?.condition?.codes.contains("sexual-violence")
                == false
        )
    }

    @Test func `the canonical text changes with the content and not with the layout`() throws {
        let first = try load(item: Self.plain)
        let second = try load(item: "# a remark\n" + Self.plain)
        let third = try load(
            item: Self.plain.replacing("Is er een plan?", with: "Was er een plan?")
        )
        #expect(first.canonical == second.canonical)
        #expect(first.canonical != third.canonical)
    }

    static let plain = """
              - id: plan
                kind: choice
                wording: {nl: Is er een plan?, en: Is there a plan?}
                options: [{code: "yes", nl: Ja, en: "Yes"}, {code: "no", nl: Nee, en: "No"}]
        """

    static let refusals: [(String, String)] = [
        (
            plain.replacing("Is er een plan?", with: "Was er aandacht voor mishandeling?"),
            "the item `plan`, of the rejected kind `outcome-attention-for`"
        ),
        (
            plain.replacing("id: plan", with: "id: attention-for-abuse"),
            "the item `attention-for-abuse`, of the rejected kind `outcome-attention-for`"
        ),
        (plain.replacing("kind: choice", with: "kind: text"), "an item with free text"),
        (plain.replacing("code: \"no\"", with: "code: \"yes\""), "the code `yes`"),
        (plain.replacing("kind: choice", with: "kind: continuum"), "anchors at "),
        (
            plain + "\n        if: {item: later, codes: [\"yes\"]}",
            "the item `later` in a condition"
        ),
        (plain + "\n" + plain, "the item `plan` more than once"),
    ]

    @Test(arguments: refusals)
    func `what an instrument cannot hold is named with its line`(
        _ item: String,
        _ found: String
    ) throws {
        let error = #expect(throws: DefinitionError.self) { try load(item: item) }
        #expect(error?.found == found)
        #expect(error?.file == "instruments/x.yaml")
        #expect(error?.line != nil)
    }

    @Test func `a refused item gives the reason why`() throws {
        let item = Self.plain.replacing("Is there a plan?", with: "Was attention given to abuse?")
        let error = #expect(throws: DefinitionError.self) { try load(item: item) }
        #expect(error?.expected.contains("An answer that is always the same") == true)
    }

    private func load(item: String) throws -> Instrument {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ijkpunt-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: ShippedDefinitions.folder, to: folder)
        let text = """
            id: x
            version: 1
            title: {nl: Proef, en: Trial}
            reference: {nl: Van de test., en: Of the test.}
            sections:
              - id: one
                title: {nl: Een, en: One}
                items:

            """
        let whole = text + item + "\n"
        try Data(whole.utf8).write(to: folder.appending(path: "instruments/x.yaml"))
        return try #require(try DefinitionSet.load(from: folder).instruments["x"])
    }
}
