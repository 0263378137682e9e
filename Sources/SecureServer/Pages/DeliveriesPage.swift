import Domain
import Publication
import Store

/// *Leveringen*: what was taken in, without a record of it; a holder sees its own alone.
enum DeliveriesPage {
    static func answer(_ visit: Visit) throws -> PageAnswer {
        let wording = visit.wording
        let title = wording("secure.deliveries.title")
        let all = try visit.store.deliveries()
        let own =
            visit.account.role == .holder
            ? all.filter { $0.holder == visit.account.scope } : all
        let heads = ["id", "source", "holder", "period", "vintage", "received", "rows", "left-out"]
        let rows = own.map { delivery in
            [
                "\(delivery.id)", delivery.source, delivery.holder, "\(delivery.period)",
                "\(delivery.vintage)", delivery.received, "\(delivery.rows)", "\(delivery.leftOut)",
            ].map { HTML.text($0) }
        }
        return .page(
            title: title,
            parts {
                Blocks.opening(
                    kicker: wording("secure.kicker"),
                    title: title,
                    lead: wording("secure.deliveries.lead")
                )
                Blocks.band(wording("secure.deliveries.table")) {
                    Fields.table(
                        wording("secure.deliveries.count", ["count": "\(own.count)"]),
                        heads.map { wording("secure.deliveries.\($0)") },
                        rows
                    )
                }
            }
        )
    }
}
