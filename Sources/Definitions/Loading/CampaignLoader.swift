import Domain

/// Reads `weighing/campaigns.yaml`.
struct CampaignLoader {
    let folder: DefinitionFolder
    /// The published series there are.
    let series: [String]

    func load() throws(DefinitionError) -> CampaignRegister {
        let reader = try folder.yaml("weighing/campaigns.yaml").record(keys: [
            "shows", "does-not-show", "series", "campaigns",
        ])
        var named: [String] = []
        for item in try reader.required("series").list() {
            guard let found = series.first(where: { item.isText($0) }) else {
                throw item.mistake(
                    found: "the series \(item.described)",
                    expected: "a published series"
                )
            }
            named.append(found)
        }
        var campaigns: [CampaignRegister.Campaign] = []
        for item in try reader.required("campaigns").list() {
            let campaign = try campaign(of: item)
            guard !campaigns.contains(where: { $0.id == campaign.id }) else {
                throw item.mistake(
                    found: "the campaign `\(campaign.id)` more than once",
                    expected: "it once"
                )
            }
            campaigns.append(campaign)
        }
        return CampaignRegister(
            shows: try reader.required("shows").localized(),
            doesNotShow: try reader.required("does-not-show").localized(),
            series: named,
            campaigns: campaigns.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
        )
    }

    private func campaign(of item: RecordValue) throws(DefinitionError) -> CampaignRegister.Campaign
    {
        let reader = try item.record(keys: ["id", "title", "from", "until", "by", "source"])
        let from = try reader.required("from").day()
        let until = try reader.required("until").day()
        guard from <= until else {
            throw try reader.required("until").mistake(
                found: "an end on \(until) before the start on \(from)",
                expected: "days in their order"
            )
        }
        return CampaignRegister.Campaign(
            id: try reader.required("id").text(),
            title: try reader.required("title").localized(),
            from: from,
            until: until,
            by: try reader.required("by").text(),
            source: try reader.required("source").text()
        )
    }
}
