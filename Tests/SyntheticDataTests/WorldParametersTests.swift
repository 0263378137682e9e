import Definitions
import FoundationEssentials
@testable import SyntheticData
import Testing

struct WorldParametersTests {
    @Test func `a mistake names file and line and what was expected`() throws {
        let folder = Fixture.temporaryFolder("parameters")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Fixture.folder.appending(path: "synthetic"),
            to: folder.appending(path: "synthetic")
        )
        let file = folder.appending(path: "synthetic/parameters.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n")
        let broken = [lines[0], "again_per_mille,many,assumption"] + lines.dropFirst()
        try Data(broken.joined(separator: "\n").utf8).write(to: file)
        #expect(
            throws: DefinitionError(
                file: "synthetic/parameters.csv",
                line: 2,
                found: "`many` in column value",
                expected: "a whole number of at least 0"
            )
        ) {
            try WorldParameters.load(from: folder)
        }
    }

    @Test func `every record of the world has its source`() throws {
        for name in ["parameters", "forms", "shares", "measures"] {
            let table = try ParameterTable("synthetic/\(name).csv", in: Fixture.folder)
            #expect(!table.rows.isEmpty)
            #expect(table.rows.allSatisfy { !($0.fields["source"] ?? "").isEmpty })
        }
    }
}
