import Definitions
import Domain
import Intake
import Store

extension ReceiveStage {
    /// The event of a delivery that was taken in, logged in the same transaction.
    func accepted(_ record: DeliveryRecord) -> AuditEvent {
        actor.event(
            .receipt,
            [
                "outcome": "accepted", "delivery": String(record.id), "source": record.source,
                "holder": record.holder, "period": record.period.description,
                "vintage": String(record.vintage), "rows": String(record.rows),
                "left_out": String(record.leftOut),
            ]
        )
    }

    /// Logs what was not taken in, then hands the receipts over.
    func give(_ receipts: [Receipt], to receive: (Receipt) throws -> Void) throws {
        try store.log(receipts.compactMap(event), at: actor.now())
        for receipt in receipts { try receive(receipt) }
    }

    private func event(of receipt: Receipt) -> AuditEvent? {
        let outcome: String
        switch receipt.outcome {
        case .accepted: return nil
        case .unchanged: outcome = "unchanged"
        case .refused: outcome = "refused"
        case .unreadable: outcome = "unreadable"
        }
        var facts = ["outcome": outcome, "source": receipt.source]
        facts["holder"] = receipt.holder
        facts["period"] = receipt.period?.description
        let codes = receipt.fileFindings.filter { $0.severity == .file }.map(\.code)
        if !codes.isEmpty { facts["codes"] = codes.joined(separator: " ") }
        return actor.event(.receipt, facts)
    }
}
