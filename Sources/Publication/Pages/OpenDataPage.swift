import Definitions
import Domain

/// *Open data*: the forms in which every table can be had, each with an example that works.
enum OpenDataPage {
    /// The page.
    static func build(_ context: PageContext) -> HTML {
        let wording = context.wording
        return PageFrame.page(
            context,
            title: wording("page.open-data.title"),
            description: wording("page.open-data.lead")
        ) {
            Blocks.opening(
                kicker: wording("page.open-data.kicker"),
                title: wording("page.open-data.title"),
                lead: wording("page.open-data.lead")
            )
            Blocks.band(
                wording("page.open-data.clients"),
                id: "odata",
                intro: wording("page.open-data.clients-intro")
            ) {
                OpenDataExample.clients(wording.language).map { example($0, wording) }
                element("p") { wording("page.open-data.clients-note") }
            }
            Blocks.band(
                wording("page.open-data.files"),
                id: "files",
                intro: wording("page.open-data.files-intro")
            ) {
                OpenDataExample.files(wording.language).map { example($0, wording) }
            }
            Blocks.band(
                wording("page.open-data.status"),
                id: "status",
                intro: wording("page.open-data.status-intro")
            ) { Blocks.terms(statuses.map { ($0, wording("page.open-data.status.\($0)")) }) }
            Blocks.band(wording("page.open-data.tables"), id: "tables") { tables(context) }
            Blocks.band(wording("page.open-data.terms"), id: "terms") { terms(context) }
        }
    }

    private static let statuses = [
        "None", "Provisional", "RevisedProvisional", "Estimated", "BoundsOnly", "Confidential",
        "Impossible", "NotAvailable", "Unreliable",
    ]

    private static func example(_ example: OpenDataExample, _ wording: Wording) -> HTML {
        HTML.joined([
            element("h3") { example.name },
            element("p") { wording("page.open-data.example.\(example.key)") },
            element(
                "pre",
                HTMLAttribute("tabindex", "0"),
                HTMLAttribute("role", "region"),
                HTMLAttribute("aria-label", example.name)
            ) { element("code") { example.lines.joined(separator: "\n") } },
        ])
    }

    /// Every table with its files, own figures first.
    private static func tables(_ context: PageContext) -> HTML {
        let wording = context.wording
        let own = context.contents.tables.keys.sorted().map { id -> (String, String) in
            (id, context.definitions.indicators[id].map { wording($0.title) } ?? id)
        }
        let foreign = context.contents.series.map { series -> (String, String) in
            (series.id, wording(series.title))
        }
        return element("ul", .class("plain")) {
            (own + foreign).map { subject, title in
                let isOwn = context.contents.tables[subject] != nil
                return row(subject, title, isOwn: isOwn, wording)
            }
        }
    }

    private static func row(
        _ subject: String,
        _ title: String,
        isOwn: Bool,
        _ wording: Wording
    ) -> HTML {
        let id = OpenDataName.table(subject, wording.language)
        // All regions of our own tables together are more than JSON-stat is given for.
        let country = isOwn ? "?\(OpenDataName.regions(wording.language))=NL01" : ""
        let forms: [(name: String, path: String)] = [
            ("OData", "/ODataFeed/odata/\(id)"), ("CSV", "/data/\(id).csv"),
            ("JSON-stat", "/data/\(id).jsonstat.json\(country)"),
            ("SDMX-CSV", "/data/\(id).sdmx.csv"),
        ]
        let links = forms.map { form -> HTML in
            let label = wording(
                "page.open-data.table-link",
                ["title": title, "form": form.name]
            )
            let link = element("a", .href(form.path), HTMLAttribute("aria-label", label)) {
                form.name
            }
            return parts {
                link
                " "
            }
        }
        return element("li") {
            element("b") { title }
            " "
            element("span", .class("small")) { id }
            " "
            links
        }
    }

    private static func terms(_ context: PageContext) -> HTML {
        let wording = context.wording
        let terms = context.definitions.openData
        let next = terms.nextRelease.map { wording.period($0.description) }
        return HTML.joined([
            element("p") {
                wording("page.open-data.licence")
                " "
                Blocks.link(terms.licence, terms.licence)
            },
            element("p") {
                next.map { wording("page.open-data.next", ["day": $0]) }
                    ?? wording("page.open-data.no-next")
            },
            element("h3") { wording("page.open-data.changes") },
            Blocks.terms(
                terms.changes.map { change in
                    let day = wording.period(change.day.description)
                    let about = change.subject.map {
                        wording("page.open-data.change-of", ["day": day, "table": $0])
                    }
                    return (about ?? day, wording(change.text))
                }
            ),
        ])
    }
}
