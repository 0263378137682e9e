import Columns
import Domain
import Intake
import Testing

@Suite struct NothingToReportTests {
    private func text(_ other: [String: String] = [:]) throws -> DeliveryText {
        var text = try DeliveryText.assistance([:])
        let empty = Dictionary(uniqueKeysWithValues: text.columns.dropFirst(2).map { ($0, "") })
        text.rows = [empty.merging(other) { $1 }]
        return text
    }

    @Test func `one row with only holder and half-year says that there is nothing`() throws {
        let delivery = try text().checked()
        #expect(delivery.findings == [.note("INT-022")])
        #expect(delivery.read.rows.count == 0)
        #expect(delivery.group?.kept().rowCount == 0)
        #expect(!delivery.isRefused)
    }

    @Test func `the last line end is optional`() throws {
        let bytes = try Array(text().text.utf8).dropLast()
        #expect(try CheckedDelivery(Array(bytes)).findings == [.note("INT-022")])
    }

    @Test func `a second row of that kind makes both of them records`() throws {
        var text = try text()
        text.rows.append(text.rows[0])
        let delivery = try text.checked()
        #expect(!delivery.findings.contains { $0.code == "INT-022" })
        #expect(delivery.leftOut == [2, 3])
    }

    @Test func `any other value makes it a record`() throws {
        let delivery = try text(["geslacht": "V"]).checked()
        #expect(
            delivery.findings == [
                .record("INT-101", row: 2, "datum_aanvang"),
                .record("INT-108", row: 2, "hulpvorm"), .query("INT-150", row: 2, "bsn"),
                .query("INT-151", row: 2, "geboortedatum"),
                .query("INT-153", row: 2, "verwijzer"), .query("INT-154", row: 2, "gemeente"),
            ]
        )
        #expect(delivery.leftOut == [2])
    }
}
