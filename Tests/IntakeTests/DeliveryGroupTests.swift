import Columns
import Crypto
import Domain
import Intake
import Testing

@Suite struct DeliveryGroupTests {
    private let kernel = PseudonymMaker(
        kernel: PseudonymKernel(key: SymmetricKey(data: [UInt8](repeating: 7, count: 32))),
        sender: PseudonymTranslation(key: SymmetricKey(data: [UInt8](repeating: 8, count: 32)))
    )

    private func group(_ files: [ReadFile], cores: Int = 1) throws -> DeliveryGroup {
        var group = try DeliveryGroup(
            files: files,
            kernel: kernel,
            context: Shipped.context(cores: cores),
            leftOutLimit: (5, 5)
        )
        group.sortFindings()
        return group
    }

    @Test func `a person in two files is one person`() throws {
        let number = FictiveNumber.text(7)
        let one = try DeliveryText.assistance(["bsn": number], [:]).checked().read
        let other = try DeliveryText.assistance(["bsn": "999999999"], ["bsn": number]).checked()
            .read
        let group = try group([one, other])
        let kept = group.kept()
        #expect(group.pseudonyms.count == 2)
        #expect(kept.rowsPerPerson.sorted() == [1, 2])
        #expect(kept.rowCount == 4)
        #expect(kept.rowsOfFile == [2, 2])
        #expect(group.pseudonyms == group.pseudonyms.sorted())
    }

    @Test func `the same key gives the same pseudonyms in every run`() throws {
        let file = try DeliveryText.assistance([:], [:], [:]).checked()
        let again = try DeliveryText.assistance([:], [:], [:]).checked(cores: 2)
        #expect(try group([file.read]).pseudonyms == group([again.read], cores: 2).pseudonyms)
    }

    @Test func `records left out and refused files are not kept`() throws {
        let good = try DeliveryText.assistance([:], ["hulpvorm": "99"], [:]).checked().read
        let bad = try DeliveryText(
            "jeugdhulp",
            "2019H1",
            [[String: String]](repeating: ["hulpvorm": "99"], count: 6)
        ).checked().read
        let group = try group([bad, good, good])
        let kept = group.kept()
        #expect(kept.files == [1, 2])
        #expect(kept.rowsOfFile == [2, 2])
        #expect(kept.rowCount == 4)
        #expect(kept.pseudonyms.count == 2)
        let column = kept.columns.first { $0.name == "delivery" }
        #expect(column?.values(0..<4) == [0, 1, 0, 1])
        #expect(group.files.map(\.isRefused) == [true, false, false])
    }

    @Test func `only columns that an indicator uses are kept`() throws {
        let kept = try group([DeliveryText.assistance([:]).checked().read]).kept()
        #expect(
            kept.columns.map(\.name) == [
                "delivery", "code", "referrer", "crisis", "reason", "sex", "start", "end",
                "handedOver", "takenOver", "birth", "municipality", "satisfaction", "withoutHelp",
                "informant",
            ]
        )
    }

    @Test func `findings are counted by code`() throws {
        let delivery = try DeliveryText.assistance(
            ["verwijzer": "99"],
            ["verwijzer": "99", "geslacht": ""]
        ).adding("naam").checked()
        #expect(
            delivery.group?.files[0].findingCounts == ["INT-126": 2, "INT-152": 1, "INT-020": 1]
        )
    }
}
