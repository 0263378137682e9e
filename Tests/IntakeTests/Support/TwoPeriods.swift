import Columns
import Crypto
import Definitions
import Domain
import Intake

/// Two half-years after each other, checked as on receipt: with pseudonyms, the second against
/// what was running at the end of the first.
struct TwoPeriods {
    /// The files of the second half-year after the check.
    let files: [ReadFile]

    private static let kernel = PseudonymMaker.withRandomKey()

    /// Each pair is one source holder: what it delivered before, and what it delivers now.
    init(_ holders: [(before: DeliveryText, now: DeliveryText)]) throws {
        let earlier = try TwoPeriods.group(holders.map { try $0.before.checked().read })
        var later = try TwoPeriods.group(holders.map { try $0.now.checked().read })
        later.checkAgainst(TwoPeriods.running(in: earlier))
        later.sortFindings()
        files = later.files
    }

    init(_ before: DeliveryText, _ now: DeliveryText) throws {
        try self.init([(before, now)])
    }

    /// Two files of youth assistance as text.
    init(before: String, now: String) throws {
        let earlier = try TwoPeriods.group([CheckedDelivery(Array(before.utf8)).read])
        var later = try TwoPeriods.group([CheckedDelivery(Array(now.utf8)).read])
        later.checkAgainst(TwoPeriods.running(in: earlier))
        later.sortFindings()
        files = later.files
    }

    /// The findings of the first holder.
    var findings: [Finding] { files[0].allFindings }

    private static func group(_ files: [ReadFile]) throws -> DeliveryGroup {
        try DeliveryGroup(
            files: files,
            kernel: kernel,
            context: Shipped.context(),
            leftOutLimit: (5, 5)
        )
    }

    private static func running(in group: DeliveryGroup) -> PreviousRecords {
        let kept = group.kept()
        func column(_ name: String) -> [UInt32] {
            kept.columns.first { $0.name == name }?.values(0..<kept.rowCount) ?? []
        }
        let (file, code, end) = (column("delivery"), column("code"), column("end"))
        let (start, takenOver) = (column("start"), column("takenOver"))
        let handedOver = column("handedOver")
        var records = PreviousRecords()
        var row = 0
        for (pseudonym, count) in zip(kept.pseudonyms, kept.rowsPerPerson) {
            let rows = row..<row + Int(count)
            records.append(
                pseudonym,
                rows.filter { end[$0] == 0 && handedOver[$0] == 0 }.map {
                    (
                        UInt16(file[$0]), UInt8(code[$0]),
                        UInt16(takenOver[$0] == 0 ? start[$0] : takenOver[$0])
                    )
                }
            )
            row = rows.upperBound
        }
        return records
    }
}
