import Columns
import Definitions
import Privacy
import Publication

/// *Aanvraag*: asks for a permit, in the form of the template.
enum PermitRequestPage {
    static func form(_ visit: Visit) throws -> PageAnswer {
        let wording = visit.wording
        let title = wording("secure.request.title")
        return .page(
            title: title,
            parts {
                Blocks.opening(
                    crumb: Blocks.crumb(
                        visit.link("/vergunningen"),
                        wording("secure.permits.title"),
                        title
                    ),
                    kicker: wording("secure.kicker"),
                    title: title,
                    lead: wording("secure.request.lead")
                )
                Blocks.band(wording("secure.request.form")) {
                    visit.form(to: "/vergunningen/aanvraag") {
                        Fields.text("request", wording("secure.request.text"), rows: 30)
                        element("p") { Fields.button(wording("secure.request.button")) }
                    }
                }
            }
        )
    }

    static func send(_ visit: Visit) throws -> PageAnswer {
        // A browser ends lines with two signs.
        let text = (visit.form["request"] ?? "").split(
            separator: "\r\n",
            omittingEmptySubsequences: false
        ).joined(separator: "\n")
        let request = try PermitRequest.read(text, file: visit.wording("secure.request.text"))
        let growth = try LinkageRisk(
            store: visit.store,
            limit: visit.definitions.privacy.permits.smallestClass,
            workers: Workers(cores: 1)
        ).growth(of: request.kind == .linkage ? request.sources : [])
        let risk = growth.map { visit.wording("cli.permit.risk", $0.values) }
        let id = try PermitDesk(
            store: visit.store,
            definitions: visit.definitions,
            actor: visit.actor
        ).request(request, risk: risk ?? "")
        return .goTo("/vergunningen/\(id)")
    }
}
