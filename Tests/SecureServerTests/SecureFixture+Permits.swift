import Definitions
import Domain
import GRDB
import Privacy
import Store
import TestSupport

extension SecureFixture {
    /// A request in which everything is answered.
    func requestText() throws -> String {
        let answers = [
            "purpose": "Zien of jeugdigen met een maatregel ook jeugdhulp krijgen, en welke vorm.",
            "legal-ground": "Jeugdwet, hoofdstuk 7, met een verwerkersovereenkomst per bronhouder.",
            "effectiveness":
                "Zonder koppeling blijft onzichtbaar of een ondertoezichtstelling met hulp samengaat.",
            "proportionality":
                "Alleen pseudoniem en vorm worden gebruikt; er komt geen gegeven over het kind bij.",
            "subsidiarity":
                "Een steekproef van dossiers mist de kleine instellingen, waar het om gaat.",
            "stigma":
                "Er komt geen nieuwe aantekening in een dossier en niemand ziet een koppeling.",
            "access-to-help":
                "Gezinnen hoeven niets te zeggen of te tekenen; hulp hangt nergens van af.",
            "right-of-inspection":
                "Inzage loopt via de bronhouder, die als enige het pseudoniem kan maken.",
        ]
        var lines = [
            "kind: linkage", "elements: [jeugdhulp.bsn, jeugdbescherming.bsn]",
            "sources: [jeugdhulp, jeugdbescherming]", "from: 2015H1", "until: 2030H2",
            "retention-years: 5", "expires: \"2025-02-28\"",
        ]
        lines += answers.sorted { $0.key < $1.key }.map { "\($0.key): \"\($0.value)\"" }
        lines.append("alternatives:")
        for number in 1...22 {
            lines.append("  - row: \(number)")
            lines.append(
                "    why-not: Deze meting ziet de samenhang van hulp en maatregel niet; reden \(number)."
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Asks for a permit as the analyst; it gets number 1.
    func askForPermit() throws {
        _ = try PermitDesk(
            store: store,
            definitions: definitions,
            actor: actor("analyst", .analyst)
        ).request(PermitRequest.read(requestText(), file: "request.yaml"), risk: "")
    }

    /// Runs SQL on the file of the store, as somebody would who does not hold the key.
    func alter(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.path("store.sqlite"))
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }
}
