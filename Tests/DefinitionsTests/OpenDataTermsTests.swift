import Definitions
import Domain
import Testing

struct OpenDataTermsTests {
    static let refusals = [
        Refusal(
            "open-data.yaml",
            "licence: https://",
            "licence: ",
            says: "open-data.yaml:8: no address; expected one that begins with https://"
        ),
        Refusal(
            "open-data.yaml",
            "contact: mailto:",
            "contact: ",
            says: "open-data.yaml:7: no address; expected one that begins with https:// or mailto:"
        ),
        Refusal(
            "open-data.yaml",
            "\"2027-05-31\"",
            "\"2027-02-30\"",
            says: "open-data.yaml:10: `2027-02-30`; expected a day as `2019-01-31`"
        ),
        Refusal(
            "open-data.yaml",
            "publisher-address: https://ijkpunt.example/",
            "publisher-addres: https://ijkpunt.example/",
            says: "open-data.yaml:6: the key `publisher-addres`; expected one of `publisher`, "
                + "`publisher-address`, `contact`, `licence`, `next-release`, `changes`"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in the terms of open data is refused with its place`(
        _ refusal: Refusal
    ) throws {
        #expect(try refusal.description() == refusal.message)
    }

    @Test func `the licence is CC BY 4.0 and every change has its day, the newest first`() throws {
        let terms = try ShippedDefinitions.load().openData
        #expect(terms.licence == "https://creativecommons.org/licenses/by/4.0/")
        #expect(!terms.changes.isEmpty)
        #expect(terms.changes.map(\.day) == terms.changes.map(\.day).sorted(by: >))
    }
}
