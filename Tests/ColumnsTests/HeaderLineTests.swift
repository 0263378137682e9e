import Columns
import Testing

@Suite struct HeaderLineTests {
    private func header(_ text: String) throws -> HeaderLine {
        var found: HeaderLine?
        try Pieces.read(Array(text.utf8)) { piece, _ in
            found = HeaderLine(of: piece, expecting: ["aanbieder", "bsn"])
        }
        return try #require(found)
    }

    @Test(arguments: [
        ("aanbieder;bsn\n1;2\n", 14), ("aanbieder;bsn\r\n", 15), ("\u{FEFF}aanbieder;bsn\n", 17),
        ("aanbieder,bsn", 13), ("\"aanbieder\",\"bsn\"\n1", 18),
    ])
    func `names are found and the line ends where it ends`(_ text: String, _ end: Int) throws {
        let header = try header(text)
        #expect(header.fields == [.known(0), .known(1)])
        #expect(header.end == end)
        #expect(header.separator == UInt8(ascii: text.contains(";") ? ";" : ","))
    }

    @Test func `only what looks like a name is repeated`() throws {
        let header = try header("naam_kind;912345678;Jansen;;bsn\n")
        #expect(
            header.fields == [
                .unknown("naam_kind"), .unknown(nil), .unknown(nil), .unknown(nil), .known(1),
            ]
        )
    }

    @Test func `one semicolon decides, else it is the comma`() throws {
        #expect(try header("a,b,c,d\n").separator == UInt8(ascii: ","))
        #expect(try header("a,b,c;d\n").separator == UInt8(ascii: ";"))
        #expect(try header("aanbieder\n").separator == UInt8(ascii: ";"))
    }
}
