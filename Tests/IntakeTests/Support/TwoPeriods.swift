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
        try self.init(
            earlier: TwoPeriods.group(holders.map { try $0.before.checked().read }),
            later: TwoPeriods.group(holders.map { try $0.now.checked().read })
        )
    }

    init(_ before: DeliveryText, _ now: DeliveryText) throws {
        try self.init([(before, now)])
    }

    /// Two files of youth assistance as text.
    init(before: String, now: String) throws {
        try self.init(
            earlier: TwoPeriods.group([CheckedDelivery(Array(before.utf8)).read]),
            later: TwoPeriods.group([CheckedDelivery(Array(now.utf8)).read])
        )
    }

    private init(earlier: DeliveryGroup, later: DeliveryGroup) {
        var later = later
        let places = later.files.indices.map { ($0, $0) }
        later.checkAgainst(
            earlier: EarlierRecords(earlier, place: Dictionary(uniqueKeysWithValues: places))
        )
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
}
