import Domain
import Pipeline

extension Complaint {
    /// What is wrong with a register of holders.
    static func holders(_ error: HolderRegisterError) -> Complaint {
        Complaint(
            "holders",
            3,
            [
                "path": error.path, "line": "\(error.line)",
                "column": error.column.isEmpty ? "," : error.column,
                "header": HolderRegister.header,
            ]
        )
    }

    /// Why a delivery cannot be approved, locked or unlocked.
    static func desk(_ error: DeliveryDeskError) -> Complaint {
        func facts(_ source: String, _ holder: String, _ period: String) -> [String: String] {
            ["source": source, "holder": holder, "period": period]
        }
        return switch error {
        case .nothingAccepted(let source, let holder, let period):
            Complaint("deliveries.nothing", 2, facts(source, holder, period))
        case .lockedAlready(let source, let holder, let period):
            Complaint("deliveries.locked-already", 1, facts(source, holder, period))
        case .notLocked(let source, let holder, let period):
            Complaint("deliveries.not-locked", 1, facts(source, holder, period))
        }
    }
}
