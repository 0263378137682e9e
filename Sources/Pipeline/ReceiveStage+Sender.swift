import Definitions
import Domain
import Intake
import Store

/// How persons are named in the deliveries of a domain.
enum Carrier {
    /// By citizen service number.
    static let numbers = "bsn"
}

extension ReceiveStage {
    /// The domain a source belongs to in a half-year.
    func domain(of source: String, _ period: ReportingPeriod) -> PseudonymDomain {
        definitions.privacy.domain(of: source, in: period)
    }

    /// Refuses a file that names persons otherwise than the domain does.
    ///
    /// The same child would get another pseudonym, and be two children, without anybody noticing.
    func refusal(ofSender file: inout ReadFile, _ period: ReportingPeriod) throws -> Receipt? {
        let domain = domain(of: file.source, period)
        let known = try store.carrier(of: domain.id)
        let own = file.senderMark ?? Carrier.numbers
        guard let known, known != own else { return nil }
        switch (known, own) {
        case (Carrier.numbers, _): file.refuse(afterReading: "INT-050", subject: domain.id)
        case (_, Carrier.numbers): file.refuse(afterReading: "INT-051", subject: domain.id)
        default: file.refuse(afterReading: "INT-053", subject: domain.id)
        }
        return Receipt(file, outcome: .refused, rows: 0)
    }
}
