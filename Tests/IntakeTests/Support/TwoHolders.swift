import Columns
import Crypto
import Domain
import Intake

/// Two source holders in one half-year, checked as on receipt against each other.
struct TwoHolders {
    private let one: DeliveryText
    private let other: DeliveryText

    private static let kernel = PseudonymMaker(
        kernel: PseudonymKernel(key: SymmetricKey(data: (0..<32).map { UInt8($0) })),
        sender: PseudonymTranslation(key: SymmetricKey(data: (32..<64).map { UInt8($0) }))
    )

    init(_ one: DeliveryText, _ other: DeliveryText) {
        self.one = one
        self.other = other
    }

    /// The findings of a rule on the first holder, after the rules that compare holders.
    func findings(of code: String, hasEveryHolder: Bool = true) throws -> [Finding] {
        var group = try DeliveryGroup(
            files: [one, other].map { try $0.checked().read },
            kernel: TwoHolders.kernel,
            context: Shipped.context(),
            leftOutLimit: (5, 5)
        )
        group.checkHolders([:], hasEveryHolder: hasEveryHolder)
        group.sortFindings()
        return group.files[0].allFindings.filter { $0.code == code }
    }
}
