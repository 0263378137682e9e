import Columns
import Definitions
import Domain
import Intake
import Testing

@Suite struct PiecewiseCheckTests {
    /// Rows with few persons and few values, so that every rule on more than one row fires often.
    private static func delivery(_ seed: UInt64, rows: Int) throws -> DeliveryText {
        var random = SeededRandom(seed: seed)
        var text = try DeliveryText.assistance()
        for _ in 0..<rows {
            let nobody = Int.random(in: 0..<5, using: &random) == 0
            let person = Int.random(in: 0..<(rows / 4), using: &random)
            text.rows.append([
                "bsn": nobody
                    ? ["", "999999999", "123456789"].randomElement(using: &random) ?? ""
                    : FictiveNumber.text(person),
                "geboortedatum": ["20100115", "20100115", "20110115", "", "20101315"]
                    .randomElement(using: &random) ?? "",
                "geslacht": ["V", "V", "M", "", "x"].randomElement(using: &random) ?? "",
                "hulpvorm": ["02", "02", "11", "32", "77"].randomElement(using: &random) ?? "",
                "datum_aanvang": ["20190201", "20190201", "20190301"]
                    .randomElement(using: &random) ?? "",
                "verwijzer": ["01", "01", "02"].randomElement(using: &random) ?? "",
            ])
        }
        return text
    }

    @Test(arguments: [1, 2, 3], [1, 7, 256])
    func `a file checked in pieces has the findings of one that is kept whole`(
        _ seed: UInt64,
        _ buckets: Int
    ) throws {
        let text = try PiecewiseCheckTests.delivery(seed, rows: 600)
        let file = try TemporaryFile(Array(text.text.utf8))
        defer { withExtendedLifetime(file) {} }
        let whole = try CheckedDelivery(path: file.path)
        let source = try #require(Shipped.definitions().sources["jeugdhulp"])
        for cores in [1, 2] {
            let delivery = try DeliveryFile.list(
                file.path,
                options: CarrierOptions(),
                limits: Shipped.definitions().carrierLimits
            )[0]
            let piecewise = try PiecewiseCheck(
                context: Shipped.context(cores: cores),
                buckets: buckets
            ).run(delivery, source: source, leftOutLimit: (5, 5))
            #expect(piecewise.allFindings == whole.allFindings)
            #expect(piecewise.leftOut == whole.group?.files[0].leftOut)
            #expect(piecewise.rowCount == 600)
        }
        let codes = Set(whole.allFindings.map(\.code))
        #expect(codes.isSuperset(of: ["INT-014", "INT-110", "INT-158", "INT-159"]))
    }

    @Test func `measures checked in pieces have the findings of a file that is kept whole`() throws
    {
        var text = try DeliveryText.protection()
        for person in 0..<20 {
            text.rows.append([
                "bsn": FictiveNumber.text(person), "datum_aanvang": "20190201",
                "datum_einde": "20190301", "reden_beeindiging": person % 2 == 0 ? "06" : "02",
            ])
            text.rows.append(["bsn": FictiveNumber.text(person), "datum_aanvang": "20190401"])
        }
        let file = try TemporaryFile(Array(text.text.utf8))
        defer { withExtendedLifetime(file) {} }
        let whole = try CheckedDelivery(path: file.path, source: "jeugdbescherming")
        let source = try #require(Shipped.definitions().sources["jeugdbescherming"])
        let delivery = try DeliveryFile.list(
            file.path,
            options: CarrierOptions(),
            limits: Shipped.definitions().carrierLimits
        )[0]
        let piecewise = try PiecewiseCheck(context: Shipped.context(), buckets: 3).run(
            delivery,
            source: source,
            leftOutLimit: (5, 5)
        )
        #expect(piecewise.allFindings == whole.allFindings)
        #expect(whole.allFindings.count { $0.code == "INT-211" } == 10)
    }

    @Test func `a file with nothing to report stays so`() throws {
        var text = try DeliveryText.assistance([:])
        text.rows[0] = Dictionary(
            uniqueKeysWithValues: text.columns.map { ($0, "") }
        ).merging(["aanbieder": "12345678", "verslagperiode": "2019H1"]) { $1 }
        let file = try TemporaryFile(Array(text.text.utf8))
        defer { withExtendedLifetime(file) {} }
        let source = try #require(Shipped.definitions().sources["jeugdhulp"])
        let delivery = try DeliveryFile.list(
            file.path,
            options: CarrierOptions(),
            limits: Shipped.definitions().carrierLimits
        )[0]
        let checked = try PiecewiseCheck(context: Shipped.context()).run(
            delivery,
            source: source,
            leftOutLimit: (5, 5)
        )
        #expect(checked.allFindings.map(\.code) == ["INT-022"])
    }
}
