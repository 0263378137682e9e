import Publication
import Testing

struct HTMLTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onload=\"x", "&quot; onload=&quot;x"),
        ("'s-Gravenhage & co", "&#39;s-Gravenhage &amp; co"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
    ])
    func `a text cannot become markup`(_ text: String, _ markup: String) {
        #expect(HTML.text(text).markup == markup)
    }
}
