import Definitions
import Domain
import Privacy
import Publication
import Store

/// *Vergunningen*: the permits and their state.
enum PermitListPage {
    static func answer(_ visit: Visit) throws -> PageAnswer {
        let wording = visit.wording
        let title = wording("secure.permits.title")
        let permits = try PermitPage.gate(visit).permits()
        let heads = ["id", "kind", "sources", "state", "expires"]
        let rows = permits.map { permit, state in
            [
                Blocks.link(visit.link("/vergunningen/\(permit.id)"), "\(permit.id)"),
                .text(wording("secure.permit-kind.\(permit.request.kind.rawValue)")),
                .text(permit.request.sources.joined(separator: ", ")),
                .text(PermitPage.words(state, visit)),
                .text(permit.request.expires.description),
            ]
        }
        return .page(
            title: title,
            parts {
                Blocks.opening(
                    kicker: wording("secure.kicker"),
                    title: title,
                    lead: wording("secure.permits.lead")
                ) {
                    if visit.account.role == .analyst || visit.account.role == .researcher {
                        element("p") {
                            Blocks.link(
                                visit.link("/vergunningen/aanvraag"),
                                wording("secure.permits.ask")
                            )
                        }
                    }
                }
                Blocks.band(wording("secure.permits.table")) {
                    Fields.table(
                        wording("secure.permits.count", ["count": "\(permits.count)"]),
                        heads.map { wording("secure.permits.\($0)") },
                        rows
                    )
                }
            }
        )
    }
}
