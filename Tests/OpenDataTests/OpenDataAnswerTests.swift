import Testing

@testable import OpenData

@Suite("Answers of open data")
struct OpenDataAnswerTests {
    private func body(_ path: String) throws -> String {
        let fixture = try OpenDataFixture()
        defer { fixture.remove() }
        return fixture.text(path)
    }

    @Test func `a row has its codes, its numbers and beside each why it has one or none`() throws {
        let path = "/ODataFeed/odata/BJ-06-NED/TypedDataSet?$filter=Perioden+eq+'2019HJ01'"
        let rows = [
            row(1, "T", "NL01", "145", "Provisional", "180.5", "Provisional"),
            row(3, "T", "GM0363", "10", "Provisional", "31.0", "Provisional"),
            row(5, "T", "GM0277", "0", "Provisional", "null", "Impossible"),
            row(7, "0-2m", "NL01", "140", "Provisional", "179.0", "Provisional"),
            row(9, "0-2m", "GM0363", "null", "Confidential", "null", "Confidential"),
        ]
        let context = "http://data.example/ODataFeed/odata/BJ-06-NED/$metadata#TypedDataSet"
        let expected =
            #"{"odata.metadata":"\#(context)","value":["# + rows.joined(separator: ",") + "]}"
        #expect(try body(path) == expected)
    }

    private func row(
        _ id: Int,
        _ code: String,
        _ region: String,
        _ ended: String,
        _ endedStatus: String,
        _ days: String,
        _ daysStatus: String
    ) -> String {
        [
            #"{"ID":\#(id),"Duurklasse":"\#(code)","RegioS":"\#(region)","Perioden":"2019HJ01","#,
            #""BeeindigdeTrajecten_1":\#(ended),"BeeindigdeTrajectenStatus_2":"\#(endedStatus)","#,
            #""MedianeDuurInDagen_3":\#(days),"MedianeDuurInDagenStatus_4":"\#(daysStatus)"}"#,
        ].joined()
    }

    @Test func `texts stand to the right, x for withheld and nothing where there can be nothing`()
        throws
    {
        let select = "$select=BeeindigdeTrajecten_1,MedianeDuurInDagen_3"
        let filter = "$filter=Perioden+eq+'2019HJ01'"
        let text = try body("/ODataApi/OData/bj-06-ned/UntypedDataSet?\(select)&\(filter)")
        let rows = [
            ("        145", "      180.5"), ("         10", "       31.0"),
            ("          0", "           "), ("        140", "      179.0"),
            ("          x", "          x"),
        ].map { ended, days in
            #"{"BeeindigdeTrajecten_1":"\#(ended)","MedianeDuurInDagen_3":"\#(days)"}"#
        }
        #expect(text.hasSuffix(#""value":["# + rows.joined(separator: ",") + "]}"))
    }

    @Test func `version 4 has one row to a cell`() throws {
        let path =
            "/odata/v1/CBS/BJ-06-ENG/Observations?$count=true&$filter=Regions+eq+'GM0363'+and+"
            + "startswith(Periods,'2019')&$select=Measure,ValueAttribute,Value,ClassOfDuration"
        let rows = [
            #"{"Measure":"EndedTrajectories_1","ValueAttribute":"Provisional","Value":10.0,"#,
            #""ClassOfDuration":"T"},"#,
            #"{"Measure":"MedianDurationInDays_3","ValueAttribute":"Provisional","Value":31.0,"#,
            #""ClassOfDuration":"T"},"#,
            #"{"Measure":"EndedTrajectories_1","ValueAttribute":"Confidential","Value":null,"#,
            #""ClassOfDuration":"0-2m"},"#,
            #"{"Measure":"MedianDurationInDays_3","ValueAttribute":"Confidential","Value":null,"#,
            #""ClassOfDuration":"0-2m"}"#,
        ].joined()
        #expect(try body(path).hasSuffix(#""@odata.count":4,"value":["# + rows + "]}"))
    }

    @Test func `a page that is not the last points to the next, by its path alone`() throws {
        let fixture = try OpenDataFixture(pageRows: 4)
        defer { fixture.remove() }
        let first = fixture.text("/ODataFeed/odata/BJ-06-NED/TypedDataSet?$format=json&$select=ID")
        let mark = try PageMark.mark("$format=json&$select=ID", skip: 4, top: nil)
        let link = "http://data.example/ODataFeed/odata/BJ-06-NED/TypedDataSet/page/\(mark)"
        #expect(
            first.hasSuffix(
                #"[{"ID":0},{"ID":1},{"ID":2},{"ID":3}],"odata.nextLink":"\#(link)"}"#
            )
        )
        let second = fixture.text(String(link.dropFirst("http://data.example".count)))
        #expect(second.contains(#"[{"ID":4},{"ID":5},{"ID":6},{"ID":7}],"odata.nextLink":"#))
    }

    @Test func `the service document lists both sets of data, the dimensions and nothing else`()
        throws
    {
        let text = try body("/ODataFeed/odata/BJ-06-NED/?$format=json")
        let names = text.matches(of: /"name":"([^"]*)"/).map { String($0.1) }
        #expect(
            names == [
                "TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups",
                "Duurklasse", "RegioS", "Perioden",
            ]
        )
    }

    @Test func `periods carry their status`() throws {
        let text = try body("/ODataFeed/odata/BJ-06-NED/Perioden")
        let rows = [
            ("2018HJ02", "2018, 2e halfjaar", "Definitief"),
            ("2019HJ01", "2019, 1e halfjaar", "Voorlopig"),
        ].map { key, title, status in
            #"{"Key":"\#(key)","Title":"\#(title)","Description":"","#
                + #""CategoryGroupID":null,"Status":"\#(status)"}"#
        }
        #expect(text.hasSuffix("[" + rows.joined(separator: ",") + "]}"))
    }

    @Test func `bounds of a published interval stand beside an empty middle`() throws {
        let text = try body(
            "/ODataFeed/odata/prevalence-informants-ENG/TypedDataSet?$filter=Periods+eq+'2017JJ00'"
        )
        #expect(text.contains(#"Status_2":"BoundsOnly""#))
        #expect(text.contains(#"LowerBound_3":26,"#) && text.contains(#"UpperBound_5":37,"#))
    }

    @Test(arguments: [
        ("/ODataFeed/odata/99999NED/TypedDataSet", 404, "table"),
        ("/ODataFeed/odata/BJ-06-NED/Kwaliteit", 404, "entity set"),
        ("/ODataFeed/BJ-06-NED", 404, "address"), ("/odata/v1/RIVM/BJ-06-NED", 404, "catalogue"),
        ("/data/BJ-06-NED.xls", 404, "file"), ("/data/99999NED.csv", 404, "table"),
        ("/data/BJ-06-NED.csv?RegioS=GM9999", 404, "code of RegioS"),
        ("/ODataFeed/odata/BJ-06-NED/TypedDataSet/page/!!", 404, "page"),
    ])
    func `what is not there is said to be not there`(_ path: String, _ status: Int, _ what: String)
        throws
    {
        let fixture = try OpenDataFixture()
        defer { fixture.remove() }
        #expect(fixture.answer(path).status == status)
        #expect(
            fixture.text(path)
                .contains("There is no such \(what). The catalogue lists what there is.")
        )
    }
}
