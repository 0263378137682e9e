import Disclosure

extension Complaint {
    /// Why printed figures cannot all be true; the relation or cell is named.
    static func attack(_ error: AttackError) -> Complaint {
        switch error {
        case .partsExceedTotal(let relation, let parts, let total):
            Complaint(
                "attack.parts-exceed-total",
                3,
                ["relation": relation, "parts": "\(parts)", "total": "\(total)"]
            )
        case .contradiction(let relation):
            Complaint("attack.contradiction", 3, ["relation": relation])
        case .wrongSum(let relation, let printed, let parts):
            Complaint(
                "attack.wrong-sum",
                3,
                ["relation": relation, "printed": "\(printed)", "parts": "\(parts)"]
            )
        case .negative(let cell): Complaint("attack.negative", 3, ["cell": cell])
        case .empty(let cell): Complaint("attack.empty", 3, ["cell": cell])
        }
    }
}
