import Domain

/// *Gebiedskeuze*: a plain form with every region of every geography; it needs no script.
enum RegionSelector {
    /// The form, with the region that is shown chosen.
    static func form(_ context: PageContext, chosen: CellTable.Region?) -> HTML {
        let wording = context.wording
        let field = PageAddress.regionField(wording.language)
        return element(
            "form",
            .class("pick"),
            HTMLAttribute("action", context.path(.region(nil))),
            HTMLAttribute("method", "get")
        ) {
            element("label") {
                wording("page.region.choose")
                element("select", HTMLAttribute("name", field)) {
                    context.regions.groups.map { geography, entries in
                        element(
                            "optgroup",
                            HTMLAttribute(
                                "label",
                                wording("page.geographies.\(geography.rawValue)")
                            )
                        ) {
                            entries.map { entry in
                                element(
                                    "option",
                                    HTMLAttribute("value", PageAddress.value(of: entry.region)),
                                    entry.region == chosen
                                        ? HTMLAttribute("selected", "") : nil
                                ) { entry.name }
                            }
                        }
                    }
                }
            }
            element("button", .class("btn"), HTMLAttribute("type", "submit")) {
                wording("page.region.show")
            }
        }
    }
}
