import Definitions
import Domain
import Privacy
import Store

/// A permit to link the sources of the domain that has several, asked by one and approved by two.
enum LinkagePermit {
    static func grant(
        _ store: DeliveryStore,
        _ definitions: DefinitionSet,
        on day: CalendarDay
    ) throws {
        func desk(_ name: String) -> PermitDesk {
            PermitDesk(
                store: store,
                definitions: definitions,
                actor: AuditActor(name: name, role: .checker) { UTCInstant(startOf: day) }
            )
        }
        let sources = definitions.privacy.domains.first { $0.sources.count > 1 }?.sources ?? []
        let id = try desk("Anna").request(
            PermitRequest.read(yaml(day, of: sources), file: "x.yaml"),
            risk: ""
        )
        for name in ["Bert", "Carla"] { _ = try desk(name).approve(id) }
    }

    private static func yaml(_ day: CalendarDay, of sources: [String]) -> String {
        let answers = [
            "purpose", "legal-ground", "effectiveness", "proportionality", "subsidiarity",
            "stigma", "access-to-help", "right-of-inspection",
        ].map { "\($0): Een antwoord in eigen woorden over \($0), lang genoeg om er een te zijn." }
        let rows = (1...22).flatMap {
            [
                "  - row: \($0)",
                "    why-not: Deze meting ziet niet wat tegelijk loopt, om reden nummer \($0).",
            ]
        }
        let head = [
            "kind: linkage",
            "elements: [\(sources.map { $0 + ".bsn" }.joined(separator: ", "))]",
            "sources: [\(sources.joined(separator: ", "))]", "from: 2015H1", "until: 2030H2",
            "retention-years: 5", "expires: \"\(day.advanced(by: 300))\"",
        ]
        return (head + answers + ["alternatives:"] + rows).joined(separator: "\n") + "\n"
    }
}
