import Testing

@testable import OpenData

@Suite("Query strings")
struct QueryStringTests {
    @Test func `both ways of writing a blank are read, and a sign behind a percent`() throws {
        let fields = try QueryString.fields("%24format=json&$filter=A+eq%20'%C3%A9'&x")
        #expect(fields.map(\.name) == ["$format", "$filter", "x"])
        #expect(fields.map(\.value) == ["json", "A eq 'é'", ""])
    }

    @Test(arguments: [
        ("$filter=%ff", ODataError.malformedQuery("is not UTF-8")),
        ("$filter=%c3%28", .malformedQuery("is not UTF-8")),
        ("$filter=%ed%a0%80", .malformedQuery("is not UTF-8")),
        ("$filter=%", .malformedQuery("has a percent sign without two digits after it")),
        ("$filter=%4", .malformedQuery("has a percent sign without two digits after it")),
        ("$filter=%zz", .malformedQuery("has a percent sign without two digits after it")),
        ("$filter=%00", .malformedQuery("holds a control character")),
        ("$filter=a%0d%0ab", .malformedQuery("holds a control character")),
        ("$top=-1", .badNumber(option: "$top")), ("$top=1.5", .badNumber(option: "$top")),
        ("$skip=99999999999999999999", .badNumber(option: "$skip")),
        ("$skip=", .badNumber(option: "$skip")), ("$skip=1&$skip=1", .optionTwice("$skip")),
        (
            "$count=true",
            .unknownOption("$filter, $format, $inlinecount, $orderby, $select, $skip, $top")
        ),
        ("$format=atom", .badFormat),
    ])
    func `what is wrong is refused with what it is`(_ query: String, _ error: ODataError) {
        #expect(throws: error) { try ODataQuery(query, dialect: .v3) }
    }

    @Test func `a query of more than 64 KiB is not read`() {
        let long = "$filter=" + String(repeating: "x", count: QueryString.limit)
        #expect(throws: ODataError.tooLarge(limit: 65_536)) {
            try ODataQuery(long, dialect: .v3)
        }
    }

    @Test func `an option without a dollar is left alone and a format with parameters is json`()
        throws
    {
        let query = try ODataQuery(
            "utm=x&$format=application/json;odata.metadata=none",
            dialect: .v4
        )
        #expect(query == (try ODataQuery("", dialect: .v4)))
    }

    @Test func `an error has the shape of its version`() {
        let error = ODataError.badNumber(option: "$top")
        #expect(
            String(decoding: error.body(.v3), as: UTF8.self)
                == #"{"odata.error":{"code":"BadNumber","message":{"lang":"en","value":"$top is not a "#
                + #"whole number from 0 to 9223372036854775807."}}}"#
        )
        #expect(
            String(decoding: error.body(.v4), as: UTF8.self)
                == #"{"error":{"code":"BadNumber","message":"$top is not a whole number from 0 to "#
                + #"9223372036854775807."}}"#
        )
    }

    @Test func `the mark of a page is the base64 of RFC 4648 for addresses`() throws {
        // "$skip=5" by the standard's own alphabet.
        #expect(try PageMark.mark("", skip: 5, top: nil) == "JHNraXA9NQ")
        #expect(try PageMark.query("JHNraXA9NQ") == "$skip=5")
        for mark in ["!", "JHNraXA9NQ=", "_____w", "a"] {
            #expect(throws: ODataError.notFound(what: "page")) { try PageMark.query(mark) }
        }
    }
}
