import Definitions
import Domain
import Publication
import Testing
import TestSupport

struct EvidencePictureTests {
    @Test func `a picture stands by itself, with its words escaped and its share in place`() throws
    {
        let picture = EvidencePicture(
            title: "Reports <2>",
            shares: [("A campaign", 0.5), ("Nothing", 0)],
            nominal: 0.05,
            definitions: try TestDefinitions.load(),
            language: .en
        )
        let svg = picture.svg
        #expect(svg.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
        #expect(svg.contains("Reports &lt;2&gt;"))
        #expect(!svg.contains("<2>"))
        #expect(svg.contains("A campaign: 50"))
        // From 312 to 696 wide: half of that is at 504, the nominal share at 331.2.
        #expect(svg.contains("x1=\"504.0\""))
        #expect(svg.contains("x1=\"331.2\""))
        #expect(svg == picture.svg)
    }
}
