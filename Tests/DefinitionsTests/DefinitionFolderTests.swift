import Definitions
import FoundationEssentials
import Testing

/// A made-up place for a binary, removed afterwards.
struct MovedBinary: ~Copyable {
    let root = FileManager.default.temporaryDirectory
        .appending(path: "ijkpunt-moved-\(UUID().uuidString)").standardized

    var path: String { root.appending(path: "bin/ijkpunt").path }

    init() throws {
        try FileManager.default.createDirectory(
            at: root.appending(path: "bin"),
            withIntermediateDirectories: true
        )
        try Data().write(to: root.appending(path: "bin/ijkpunt"))
    }

    func place(at folder: String) throws {
        let url = root.appending(path: folder)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(at: ShippedDefinitions.folder, to: url)
    }

    deinit {
        try? FileManager.default.removeItem(at: root)
    }
}

struct DefinitionFolderTests {
    @Test(arguments: ["share/ijkpunt", "bin/ijkpunt_Definitions.resources/Definitions"])
    func `a moved binary finds its definitions and loads them`(_ folder: String) throws {
        let binary = try MovedBinary()
        try binary.place(at: folder)
        let found = try DefinitionSet.folder(
            explicit: nil,
            environment: [:],
            executable: binary.path
        )
        #expect(found.path == binary.root.appending(path: folder).path)
        #expect(try DefinitionSet.load(from: found).indicators.count == 29)
    }

    @Test func `share goes before the bundle`() throws {
        let binary = try MovedBinary()
        try binary.place(at: "share/ijkpunt")
        try binary.place(at: "bin/ijkpunt_Definitions.resources/Definitions")
        let found = try DefinitionSet.folder(
            explicit: nil,
            environment: [:],
            executable: binary.path
        )
        #expect(found.path == binary.root.appending(path: "share/ijkpunt").path)
    }

    @Test func `a link to the binary is followed`() throws {
        let binary = try MovedBinary()
        try binary.place(at: "share/ijkpunt")
        let link = binary.root.appending(path: "link")
        try FileManager.default.createSymbolicLink(
            at: link,
            withDestinationURL: URL(filePath: binary.path)
        )
        let found = try DefinitionSet.folder(
            explicit: nil,
            environment: [:],
            executable: link.path
        )
        #expect(try DefinitionSet.load(from: found).indicators.count == 29)
    }

    @Test func `a moved binary without definitions says where it looked`() throws {
        let binary = try MovedBinary()
        let root = binary.root.path
        do throws(DefinitionError) {
            _ = try DefinitionSet.folder(explicit: nil, environment: [:], executable: binary.path)
            Issue.record("a folder was found")
        } catch {
            #expect(
                error.description
                    == "\(root)/share/ijkpunt, "
                    + "\(root)/bin/ijkpunt_Definitions.resources/Definitions: no definitions in "
                    + "any of these folders; expected one of them, or a folder named by "
                    + "--definitions or by IJKPUNT_DEFINITIONS"
            )
        }
    }

    @Test func `the named folder goes before the environment, and that before the binary`() throws {
        let binary = try MovedBinary()
        for folder in ["share/ijkpunt", "one", "two"] {
            try binary.place(at: folder)
        }
        let one = binary.root.appending(path: "one").path
        let two = binary.root.appending(path: "two").path
        let environment = ["IJKPUNT_DEFINITIONS": two]
        let explicit = try DefinitionSet.folder(
            explicit: one,
            environment: environment,
            executable: binary.path
        )
        #expect(explicit.path == one)
        let fromEnvironment = try DefinitionSet.folder(
            explicit: nil,
            environment: environment,
            executable: binary.path
        )
        #expect(fromEnvironment.path == two)
    }

    @Test func `a named folder that is missing is an error, not a reason to look further`() throws {
        let binary = try MovedBinary()
        try binary.place(at: "share/ijkpunt")
        do throws(DefinitionError) {
            _ = try DefinitionSet.folder(
                explicit: "/nowhere",
                environment: [:],
                executable: binary.path
            )
            Issue.record("a folder was found")
        } catch {
            #expect(
                error.description
                    == "/nowhere: no definitions in the folder named by --definitions; expected a "
                    + "folder that holds `sources` and the other records"
            )
        }
        do throws(DefinitionError) {
            _ = try DefinitionSet.folder(
                explicit: nil,
                environment: ["IJKPUNT_DEFINITIONS": "/nowhere"],
                executable: binary.path
            )
            Issue.record("a folder was found")
        } catch {
            #expect(
                error.description
                    == "/nowhere: no definitions in the folder named by IJKPUNT_DEFINITIONS; "
                    + "expected a folder that holds `sources` and the other records"
            )
        }
    }

    @Test(arguments: [
        ("codelists", "codelists: no folder that can be read; expected a folder with records"),
        ("sets.yaml", "sets.yaml: no file that can be read; expected one"),
        (
            "published/csg-national.csv",
            "published/csg-national.csv: no file that can be read; expected one"
        ),
    ])
    func `a missing folder or file is named`(_ path: String, _ message: String) throws {
        let binary = try MovedBinary()
        try binary.place(at: "share/ijkpunt")
        let folder = binary.root.appending(path: "share/ijkpunt")
        try FileManager.default.removeItem(at: folder.appending(path: path))
        do throws(DefinitionError) {
            _ = try DefinitionSet.load(from: folder)
            Issue.record("it loaded")
        } catch {
            #expect(error.description == message)
        }
    }

    @Test func `bytes that are not UTF-8 are refused`() throws {
        let binary = try MovedBinary()
        try binary.place(at: "share/ijkpunt")
        let folder = binary.root.appending(path: "share/ijkpunt")
        try Data([0x2D, 0x20, 0xFF]).write(to: folder.appending(path: "sets.yaml"))
        do throws(DefinitionError) {
            _ = try DefinitionSet.load(from: folder)
            Issue.record("it loaded")
        } catch {
            #expect(error.description == "sets.yaml: bytes that are not UTF-8; expected UTF-8")
        }
    }
}
