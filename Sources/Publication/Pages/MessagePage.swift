/// A page that says that there is no such page, and where to go.
enum MessagePage {
    /// The page for a text key, as `unknown-region`.
    static func build(_ context: PageContext, key: String) -> HTML {
        let wording = context.wording
        let title = wording("page.message.\(key)")
        return PageFrame.page(context, title: title, description: title) {
            Blocks.opening(
                kicker: wording("page.message.kicker"),
                title: title,
                lead: wording("page.message.\(key)-text")
            ) {
                RegionSelector.form(context, chosen: nil)
                element("p") {
                    Blocks.link(context.path(.national), wording("page.nav.national"))
                }
            }
        }
    }
}
