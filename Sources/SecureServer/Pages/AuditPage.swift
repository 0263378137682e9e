import Definitions
import Domain
import Privacy
import Publication
import Store

/// *Logboek*: the last lines of the log, and a check of all of them.
enum AuditPage {
    /// How many lines a page shows.
    private static let most = 200

    static func answer(_ visit: Visit) throws -> PageAnswer {
        let wording = visit.wording
        let title = wording("secure.audit.title")
        let lines = try visit.store.auditLines()
        let heads = ["number", "at", "role", "actor", "kind", "facts"]
        let rows = lines.suffix(most).reversed().map { line in
            [
                "\(line.number)", line.at.description, line.event.role.rawValue, line.event.actor,
                line.event.kind.rawValue,
                line.event.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                    .joined(separator: " "),
            ].map { HTML.text($0) }
        }
        return .page(
            title: title,
            parts {
                Blocks.opening(
                    kicker: wording("secure.kicker"),
                    title: title,
                    lead: wording("secure.audit.lead")
                ) {
                    element("p") {
                        Blocks.link(
                            visit.link("/logboek/controle"),
                            wording("secure.audit.check")
                        )
                    }
                }
                Blocks.band(wording("secure.audit.table")) {
                    Fields.table(
                        wording(
                            "secure.audit.count",
                            ["shown": "\(rows.count)", "lines": "\(lines.count)"]
                        ),
                        heads.map { wording("secure.audit.\($0)") },
                        rows
                    )
                }
            }
        )
    }

    static func check(_ visit: Visit) throws -> PageAnswer {
        let wording = visit.wording
        let title = wording("secure.audit.check")
        let found = try visit.store.verifyAudit()
        let words = AuditWording(
            texts: visit.definitions.texts,
            language: wording.language
        )
        return .page(
            title: title,
            Blocks.opening(
                crumb: Blocks.crumb(visit.link("/logboek"), wording("secure.audit.title"), title),
                kicker: wording("secure.kicker"),
                title: title,
                lead: wording(
                    found.mistakes.isEmpty ? "cli.audit.sound" : "cli.audit.unsound",
                    [
                        "lines": "\(found.lines)", "checkpoints": "\(found.checkpoints)",
                        "mistakes": "\(found.mistakes.count)",
                    ]
                )
            ) {
                element("ul") {
                    found.mistakes.map { mistake in element("li") { words.text(mistake) } }
                }
                element("p") { wording("secure.audit.checkpoint") }
            }
        )
    }
}
