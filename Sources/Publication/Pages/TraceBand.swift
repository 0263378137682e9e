import Domain

/// *Herkomst*: from what the newest figures of an indicator follow, by hashes; never a person.
enum TraceBand {
    /// The band, or nothing where the release does not hold it.
    static func build(_ context: PageContext, id: String) throws -> HTML {
        let newest = context.contents.tables[id]?.max { $0.period < $1.period }
        guard let newest else { return .empty }
        let trace = try context.contents.trace(of: newest)
        guard !trace.isEmpty else { return .empty }
        let wording = context.wording
        let deliveries = trace.filter { $0.part == .delivery }
        return Blocks.band(
            wording("page.trace"),
            id: "herkomst",
            intro: wording(
                "page.trace.intro",
                ["period": wording.period(newest.period.description), "id": id]
            )
        ) {
            entries(trace.filter { $0.part != .delivery }, wording)
            if !deliveries.isEmpty {
                element("details") {
                    element("summary") {
                        wording("page.trace.deliveries", ["count": "\(deliveries.count)"])
                    }
                    entries(deliveries, wording)
                }
            }
        }
    }

    private static func entries(_ entries: [TraceEntry], _ wording: Wording) -> HTML {
        element("dl", .class("dl2")) {
            entries.map { entry in
                HTML.joined([
                    element("dt") { wording("trace.\(entry.part.rawValue)", ["name": entry.name]) },
                    element("dd") { element("code", .class("hash")) { entry.hash } },
                ])
            }
        }
    }
}
