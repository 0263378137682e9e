import Definitions
import Domain
import Privacy
import Publication
import Store

/// *Vergunning*: a request as it was asked, what was said of it, and for a checker the forms.
enum PermitPage {
    static func answer(_ visit: Visit) throws -> PageAnswer {
        guard let id = visit.id.flatMap({ Int($0) }),
            let (permit, state) = try gate(visit).permits().first(where: { $0.permit.id == id })
        else { return .notFound }
        let wording = visit.wording
        let title = wording("secure.permit.title", ["id": "\(id)"])
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
                    lead: words(state, visit)
                ) {
                    Blocks.terms([
                        (wording("secure.permit.asked-by"), said(permit.asked)),
                        (
                            wording("secure.permit.risk"),
                            permit.risk.isEmpty
                                ? wording("secure.permit.risk-unknown") : permit.risk
                        ),
                    ])
                }
                Blocks.band(wording("secure.permit.request")) {
                    element("pre", HTMLAttribute("tabindex", "0")) {
                        element("code") { permit.request.yaml }
                    }
                }
                Blocks.band(wording("secure.permit.said")) {
                    list(wording("secure.permit.reviews"), permit.reviews)
                    list(wording("secure.permit.approvals"), permit.approvals)
                    list(
                        wording("secure.permit.withdrawal"),
                        permit.withdrawal.map { [$0] } ?? []
                    )
                }
                if visit.account.role == .checker { acts(id, visit) }
            }
        )
    }

    /// The gate, for reading.
    static func gate(_ visit: Visit) -> PermitGate {
        PermitGate(store: visit.store, definitions: visit.definitions, actor: visit.actor)
    }

    /// A state in words.
    static func words(_ state: Permit.State, _ visit: Visit) -> String {
        switch state {
        case .awaiting(let approvals):
            visit.wording(
                "secure.permit.awaiting",
                [
                    "approvals": "\(approvals)",
                    "needed": "\(visit.definitions.privacy.permits.approvers)",
                ]
            )
        case .inForce: visit.wording("secure.permit.in-force")
        case .expired(let day): visit.wording("secure.permit.expired", ["day": "\(day)"])
        case .withdrawn(let day): visit.wording("secure.permit.withdrawn", ["day": "\(day)"])
        }
    }

    private static func said(_ word: Permit.Word) -> String {
        "\(word.by), \(word.at)" + (word.remark.isEmpty ? "" : ": \(word.remark)")
    }

    private static func list(_ title: String, _ words: [Permit.Word]) -> HTML {
        guard !words.isEmpty else { return .empty }
        return parts {
            element("h3") { title }
            element("ul") { words.map { word in element("li") { said(word) } } }
        }
    }

    private static func acts(_ id: Int, _ visit: Visit) -> HTML {
        let wording = visit.wording
        let acts = [
            ("opmerking", "review"), ("goedkeuren", "approve"), ("intrekken", "withdraw"),
        ]
        return Blocks.band(
            wording("secure.permit.acts"),
            intro: wording("secure.permit.acts-intro")
        ) {
            acts.map { path, key in
                visit.form(to: "/vergunningen/\(id)/\(path)") {
                    Fields.text("remark", wording("secure.permit.\(key)-remark"), rows: 3)
                    element("p") { Fields.button(wording("secure.permit.\(key)-button")) }
                }
            }
        }
    }
}
