import Columns
import Definitions
import Intake
import Testing

@Suite("A table of postcodes as a file")
struct PostcodeTableCSVTests {
    private func read(_ text: String) throws {
        _ = try PostcodeTable.read(csv: text, path: "p.csv", definitions: Shipped.definitions())
    }

    @Test(arguments: [
        "postcode,gm_code\n", "postcode,gm_code\n1011AB,GM0363\n",
        "postcode,gm_code\r\n1011AB,GM0363\r\n1011AC,GM0363",
        "postcode,gm_code,from,until\n1011AB,GM0363,,\n1011AC,GM0003,2015H1,2020H2\n",
        "postcode,gm_code,from,until\n1011AB,GM0363,,2018H2\n1011AB,GM0344,2019H1,\n",
    ])
    func `a right table is read`(_ text: String) throws {
        try read(text)
    }

    @Test(arguments: [
        (1, ""), (1, "postcode;gm_code\n"), (1, "gm_code,postcode\n"),
        (2, "postcode,gm_code\n1011AB\n"), (2, "postcode,gm_code\n1011AB,GM0363,2019H1,\n"),
        (3, "postcode,gm_code\n1011AB,GM0363\n1011 AC,GM0363\n"),
        (2, "postcode,gm_code\n1011AB,0363\n"), (2, "postcode,gm_code\n1011AB,GM9999\n"),
        (3, "postcode,gm_code\n1011AB,GM0363\n\n1011AC,GM0363\n"),
        (2, "postcode,gm_code,from,until\n1011AB,GM0363,2019,\n"),
        (2, "postcode,gm_code,from,until\n1011AB,GM0363,2019H2,2019H1\n"),
        (4, "postcode,gm_code\n1011AB,GM0363\n1011AC,GM0363\n1011AB,GM0363\n"),
    ])
    func `a line that is not right is named`(_ line: Int, _ text: String) throws {
        #expect(throws: PostcodeTableError(path: "p.csv", line: line)) { try read(text) }
    }
}
