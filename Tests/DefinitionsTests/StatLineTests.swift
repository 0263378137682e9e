import Definitions
import Domain
import FoundationEssentials
import Testing

@Suite struct StatLineTests {
    private static let old: [String: String] = [
        "TableInfos": """
        {"odata.metadata":"x","value":[{"ID":0,"Identifier":"85097NED","Title":"Trajecten \\"A\\"",
        "ShortDescription":"Wat er\\r\\n in staat."}]}
        """,
        "DataProperties": """
        {"value":[{"Type":"TimeDimension","Key":"Perioden","Title":"Perioden"},
        {"Type":"Topic","Key":"Trajecten_1","Title":"Trajecten"},
        {"Type":"Topic","Key":"Begonnen_2","Title":"Begonnen"}]}
        """,
        "Perioden": """
        {"value":[{"Key":"2022JJ00","Title":"2022","Status":"Definitief"},
        {"Key":"2022HJ02","Title":"2022 2e halfjaar**","Status":"NaderVoorlopig"},
        {"Key":"2023HJ01","Title":"2023 1e halfjaar*","Status":"Voorlopig"}]}
        """,
        "RegioS": """
        {"value":[{"Key":"NL01  ","Title":"Nederland"},{"Key":"GM0363","Title":"Amsterdam"}]}
        """,
        "TypedDataSet": """
        {"value":[
        {"ID":0,"RegioS":"NL01  ","Perioden":"2023HJ01","Trajecten_1":517450,"Begonnen_2":159715},
        {"ID":1,"RegioS":"NL01  ","Perioden":"2022JJ00","Trajecten_1":600000,"Begonnen_2":0.5},
        {"ID":2,"RegioS":"GM0363","Perioden":"2022HJ02","Trajecten_1":null,"Begonnen_2":10}]}
        """,
    ]

    private static let new: [String: String] = [
        "Properties": """
        {"@odata.context":"x","Identifier":"85097NED","Title":"Trajecten \\"A\\"",
        "Description":"Wat er in staat.","ObservationCount":5}
        """,
        "MeasureCodes": """
        {"value":[{"Identifier":"Trajecten_1","Title":"Trajecten"},
        {"Identifier":"Begonnen_2","Title":"Begonnen"}]}
        """,
        "PeriodenCodes": """
        {"value":[{"Identifier":"2022JJ00","Title":"2022","Status":"Definitief"},
        {"Identifier":"2022HJ02","Title":"2022 2e halfjaar**"},
        {"Identifier":"2023HJ01","Title":"2023 1e halfjaar*"}]}
        """,
        "RegioSCodes": """
        {"value":[{"Identifier":"NL01","Title":"Nederland"},
        {"Identifier":"GM0363","Title":"Amsterdam"}]}
        """,
        "Observations": """
        {"value":[
        {"Id":0,"Measure":"Trajecten_1","ValueAttribute":"None","Value":517450.0,"StringValue":null,
         "RegioS":"NL01","Perioden":"2023HJ01"},
        {"Id":1,"Measure":"Begonnen_2","ValueAttribute":"None","Value":159715.0,
         "RegioS":"NL01","Perioden":"2023HJ01"},
        {"Id":2,"Measure":"Trajecten_1","ValueAttribute":"None","Value":600000,
         "RegioS":"NL01","Perioden":"2022JJ00"},
        {"Id":3,"Measure":"Begonnen_2","ValueAttribute":"None","Value":0.5,
         "RegioS":"NL01","Perioden":"2022JJ00"},
        {"Id":4,"Measure":"Trajecten_1","ValueAttribute":"Confidential","Value":null,
         "RegioS":"GM0363","Perioden":"2022HJ02"},
        {"Id":5,"Measure":"Begonnen_2","ValueAttribute":"None","Value":10,
         "RegioS":"GM0363","Perioden":"2022HJ02"},
        {"Id":6,"Measure":"Begonnen_2","ValueAttribute":"Impossible","Value":null,
         "RegioS":"GM0363","Perioden":"2023HJ01"}]}
        """,
    ]

    private static let csv = """
        "ID";"RegioS";"Perioden";"Trajecten_1";"Begonnen_2"\r
        0;"NL01  ";"2023HJ01";  517450;  159715\r
        1;"NL01  ";"2022JJ00";  600000;     0.5\r
        2;"GM0363";"2022HJ02";       .;      10\r

        """

    private static func table(_ parts: [String: String]) throws -> StatLineTable {
        var read: [String: StatLineRows] = [:]
        for (name, text) in parts { read[name] = try StatLineRows(Array(text.utf8), part: name) }
        return try StatLineTable(parts: read)
    }

    private static func series(_ table: StatLineTable) throws -> PublishedSeries {
        try table.series(
            StatLineTable.Choice(id: "proef", unit: .trajectory),
            texts: ShippedDefinitions.load().texts
        )
    }

    private static let figures = """
        period,item,kind,value,high,status
        2022,NL01|Begonnen_2,number,0.5,,
        2022,NL01|Trajecten_1,number,600000,,
        2022H2,GM0363|Begonnen_2,number,10,,**
        2022H2,GM0363|Trajecten_1,withheld,,,**
        2023H1,NL01|Begonnen_2,number,159715,,*
        2023H1,NL01|Trajecten_1,number,517450,,*

        """

    private static func sorted(_ csv: String) -> String {
        let lines = csv.split(separator: "\n").map(String.init)
        return ([lines[0]] + lines.dropFirst().sorted()).joined(separator: "\n") + "\n"
    }

    @Test func `both versions of the open data give the same figures`() throws {
        for parts in [StatLineTests.old, StatLineTests.new] {
            let series = try StatLineTests.series(StatLineTests.table(parts))
            #expect(StatLineTests.sorted(series.csv) == StatLineTests.figures)
            #expect(series.tableID == "85097NED")
            #expect(series.title.nl == "Trajecten \"A\"")
            #expect(series.definition.nl == "Wat er in staat.")
            let label = series.items.first { $0.code == "GM0363|Begonnen_2" }?.label.nl
            #expect(label == "Amsterdam: Begonnen")
        }
    }

    @Test func `CSV gives the figures, with the status that is said`() throws {
        let rows = try StatLineRows(Array(StatLineTests.csv.utf8), part: "x")
        let table = try StatLineTable(parts: ["TypedDataSet": rows])
        let series = try table.series(
            StatLineTable.Choice(
                id: "proef",
                unit: .trajectory,
                fixed: ["RegioS": "NL01"],
                measures: ["Trajecten_1"],
                status: .provisional
            ),
            texts: ShippedDefinitions.load().texts
        )
        #expect(
            series.csv == """
                period,item,kind,value,high,status
                2022,Trajecten_1,number,600000,,*
                2023H1,Trajecten_1,number,517450,,*

                """
        )
    }

    @Test func `what is written loads as a series of the definitions`() throws {
        let series = try StatLineTests.series(StatLineTests.table(StatLineTests.old))
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-statline-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: ShippedDefinitions.folder, to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let published = folder.appending(path: "published")
        try Data(series.yaml.utf8).write(to: published.appending(path: "proef.yaml"))
        try Data(series.csv.utf8).write(to: published.appending(path: "proef.csv"))
        let order = published.appending(path: "order.yaml")
        let text = String(decoding: try Data(contentsOf: order), as: UTF8.self)
        try Data((text + "- proef\n").utf8).write(to: order)
        let loaded = try DefinitionSet.load(from: folder).published.last
        #expect(loaded == series)
    }

    @Test func `a choice that the table does not have is named`() throws {
        let table = try StatLineTests.table(StatLineTests.old)
        let texts = try ShippedDefinitions.load().texts
        func error(_ change: (inout StatLineTable.Choice) -> Void) -> String? {
            var choice = StatLineTable.Choice(id: "proef", unit: .child)
            change(&choice)
            do throws(StatLineError) {
                _ = try table.series(choice, texts: texts)
                return nil
            } catch {
                return error.description
            }
        }
        #expect(error { $0.measures = ["X"] } == "X; expected one of Begonnen_2, Trajecten_1")
        #expect(error { $0.fixed = ["Regio": "NL01"] } == "Regio; expected one of RegioS")
        #expect(error { $0.fixed = ["RegioS": "NL02"] } == "NL02; expected one of GM0363, NL01")
    }

    @Test(arguments: [
        "", "{", "[]", "{\"value\":3}", "{\"value\":[{\"a\":[1]}]}", "a;b\n1\n", "a;\"b\n1;2",
        "{\"value\":[{\"Perioden\":\"2022MM01\",\"A_1\":1}]}",
    ])
    func `a part of another form is refused, not guessed at`(_ text: String) {
        #expect(throws: StatLineError.self) {
            let rows = try StatLineRows(Array(text.utf8), part: "x")
            _ = try StatLineTable(parts: ["TypedDataSet": rows]).series(
                StatLineTable.Choice(id: "proef", unit: .child),
                texts: ShippedDefinitions.load().texts
            )
        }
    }
}
