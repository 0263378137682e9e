import Definitions
import Domain
import Privacy
import Store

/// A request in which everything is answered, to be spoilt by tests.
enum Requests {
    static let day = CalendarDay(year: 2024, month: 3, day: 1) ?? CalendarDay(number: 0)

    static func yaml(
        kind: String = "linkage",
        elements: String = "jeugdhulp.bsn, jeugdbescherming.bsn",
        sources: String = "jeugdhulp, jeugdbescherming",
        indicators: String = "",
        expires: String = "2025-02-28",
        years: Int = 5,
        leavingOut row: Int? = nil,
        changing: [String: String] = [:]
    ) -> String {
        var answers = [
            "purpose": "Zien of jeugdigen met een maatregel ook jeugdhulp krijgen, en welke vorm.",
            "legal-ground":
                "Jeugdwet, hoofdstuk 7, met een verwerkersovereenkomst met elke bronhouder.",
            "effectiveness":
                "Zonder koppeling blijft onzichtbaar of een ondertoezichtstelling met hulp samengaat.",
            "proportionality":
                "Alleen pseudoniem en vorm worden gebruikt; er komt geen gegeven over het kind bij.",
            "subsidiarity":
                "Een steekproef van dossiers mist de kleine instellingen, waar het om gaat.",
            "stigma":
                "Er komt geen nieuwe aantekening in een dossier en niemand ziet de koppeling van een kind.",
            "access-to-help":
                "Gezinnen hoeven niets te zeggen of te tekenen; hulp hangt nergens van af.",
            "right-of-inspection":
                "Inzage loopt via de bronhouder, die als enige het pseudoniem kan maken.",
        ]
        answers.merge(changing) { $1 }
        var lines = [
            "kind: \(kind)", "elements: [\(elements)]", "sources: [\(sources)]",
            "from: 2015H1", "until: 2030H2", "retention-years: \(years)",
            "expires: \"\(expires)\"",
        ]
        if !indicators.isEmpty { lines.append("indicators: [\(indicators)]") }
        lines += answers.sorted { $0.key < $1.key }.map { "\($0.key): \"\($0.value)\"" }
        lines.append("alternatives:")
        for number in 1...22 where number != row {
            lines.append("  - row: \(number)")
            lines.append(
                "    why-not: Deze meting ziet de samenhang tussen maatregel en hulp niet, om reden \(number)."
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func request(_ yaml: String) throws -> PermitRequest {
        try PermitRequest.read(yaml, file: "request.yaml")
    }

    /// Somebody at the desk on a day.
    static func actor(_ name: String, on day: CalendarDay = Requests.day) -> AuditActor {
        AuditActor(name: name, role: .checker) { UTCInstant(startOf: day) }
    }
}
